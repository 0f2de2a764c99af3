import { useTranslations } from 'use-intl';
import type { LessonWords } from '../../../lessons/words.ts';
import type { LessonState } from '../../../view/command.ts';
import { Button } from '../../widgets/button.tsx';
import { Bold } from './bold.tsx';

/** What is said to whoever chose an option that was not right: what they believed, and what refutes it. */
export const Reply = (props: {
  lesson: LessonState;
  words: LessonWords | null;
  chosen: string;
  onMoment: (position: number) => void;
}) => {
  const t = useTranslations('panels.lesson');
  const { lesson, words, chosen, onMoment } = props;
  const reply = words?.steps[lesson.steps[lesson.index]?.id ?? '']?.replies?.[chosen];
  const mistake = lesson.mistakes.find(({ option }) => option === chosen);
  if (reply === undefined || mistake === undefined) return null;
  const { misconception, refutedAt } = mistake;
  const belief = words?.misconceptions[misconception ?? ''];
  return (
    <div className="reply">
      <p>
        {belief !== undefined && <b>{belief} </b>}
        <Bold text={reply} />
      </p>
      {refutedAt !== null && (
        <Button kind="small" onPress={() => onMoment(refutedAt)}>
          {t('showMoment')}
        </Button>
      )}
    </div>
  );
};
