import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { Entry } from './catalogue.ts';
import { Picture } from './picture.tsx';
import { progressOf } from './progress.ts';

/** Four dots, as many of them full as the lesson's level. */
const Level = ({ level }: { level: number }) => {
  const t = useTranslations('gallery');
  return (
    <svg width="46" height="10" viewBox="0 0 46 10" role="img" aria-label={t('level', { level })}>
      {[1, 2, 3, 4].map((dot) => (
        <circle
          key={dot}
          cx={dot * 12 - 7}
          cy={5}
          r={3.5}
          style={
            dot <= level
              ? { fill: 'var(--ink-2)', stroke: 'var(--ink-2)' }
              : { fill: 'none', stroke: 'var(--ink-3)' }
          }
        />
      ))}
    </svg>
  );
};

/** One lesson of the gallery. */
export const LessonCard = ({ entry }: { entry: Entry }) => {
  const t = useTranslations('gallery');
  const progress = progressOf(entry.id);
  return (
    <Link className="card" href={`/lesson/${entry.id}`}>
      <Picture of="lessons" id={entry.id} />
      <h3>{entry.title}</h3>
      <p>{entry.line}</p>
      <span className="meta">
        <Level level={entry.level} />
        <span>{t('minutes', { minutes: entry.minutes })}</span>
        {progress !== null && (
          <b>
            {progress.done
              ? t('done')
              : t('progress', { step: progress.step, steps: progress.steps })}
          </b>
        )}
      </span>
    </Link>
  );
};
