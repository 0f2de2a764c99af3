import { useTranslations } from 'use-intl';
import type { LessonStepWords } from '../../../lessons/words.ts';
import type { LessonState } from '../../../view/command.ts';
import './goals.css';

/** Whether something is left that the reader is to find by trying. */
export const isOpen = ({ goals }: LessonState): boolean => goals.some(({ found }) => !found);

/** What the reader is to find by trying, and what of it is found. */
export const Goals = ({ lesson, words }: { lesson: LessonState; words: LessonStepWords }) => {
  const t = useTranslations('panels.lesson');
  if (lesson.goals.length === 0) return null;
  return (
    <div className="goals">
      <p>{t(isOpen(lesson) ? 'find' : 'foundAll')}</p>
      <ul aria-label={t('goals')}>
        {lesson.goals.map(({ id, found }) => (
          <li key={id} className={found ? 'found' : ''}>
            <span role="img" aria-label={t(found ? 'found' : 'notFound')}>
              {found ? '✓' : '○'}
            </span>{' '}
            {words.goals?.[id] ?? id}
          </li>
        ))}
      </ul>
    </div>
  );
};
