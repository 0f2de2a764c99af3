import { useTranslations } from 'use-intl';
import { misconceptions } from '../../../lessons/misconceptions.ts';
import type { LessonStepWords } from '../../../lessons/words.ts';
import type { LessonState } from '../../../view/command.ts';
import { Button } from '../../widgets/button.tsx';
import { useLanguage } from '../../words/use-words.ts';
import { Bold } from './bold.tsx';

/** What is said to whoever chose an option that was not right: what they believed, and what refutes it. */
export const Reply = (props: {
  lesson: LessonState;
  words: LessonStepWords | undefined;
  chosen: string;
  onMoment: (position: number) => void;
}) => {
  const t = useTranslations('panels.lesson');
  const locale = useLanguage();
  const { lesson, words, chosen, onMoment } = props;
  const reply = words?.replies?.[chosen];
  const mistake = lesson.mistakes.find(({ option }) => option === chosen);
  if (reply === undefined || mistake === undefined) return null;
  const { misconception, refutedAt } = mistake;
  const belief = misconceptions[misconception ?? '']?.[locale];
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
