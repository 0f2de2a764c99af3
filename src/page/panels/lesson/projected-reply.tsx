import { Bold } from './bold.tsx';
import { mistakeToldOf } from './hands.ts';
import type { Revealed } from './hands.ts';
import type { ProjectedQuestionProps } from './props.ts';

/** What is said to those in a room who held a wrong option for right. Its place fits the longest. */
export const ProjectedReply = (props: ProjectedQuestionProps & { answer: Revealed | null }) => {
  const { lesson, words, misconceptions, prediction, answer } = props;
  const { replies } = words;
  if (replies === undefined || Object.keys(replies).length === 0) return null;
  const mistake = answer === null ? null : mistakeToldOf(answer.mistakes, prediction);
  const belief = misconceptions[mistake?.misconception ?? ''];
  const reply = replies[mistake?.option ?? ''];
  return (
    <div className="projected-replies">
      {Object.entries(replies).map(([option, text]) => (
        <p key={option} aria-hidden="true" className="projected-reply to-come">
          <kbd>0</kbd>
          <span>
            <b className="belief">–</b>
            <Bold text={text ?? ''} />
          </span>
        </p>
      ))}
      <div role="status">
        {mistake !== null && reply !== undefined && (
          <p className="projected-reply">
            <kbd aria-hidden="true">{lesson.options.indexOf(mistake.option) + 1}</kbd>
            <span>
              {belief !== undefined && <b className="belief">{belief} </b>}
              <Bold text={reply} />
            </span>
          </p>
        )}
      </div>
    </div>
  );
};
