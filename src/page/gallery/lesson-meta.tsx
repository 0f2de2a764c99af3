import { useTranslations } from 'use-intl';
import type { Entry } from './catalogue.ts';
import { progressOf } from './progress.ts';

/** Four dots, as many of them full as the lesson's level. */
const Level = ({ level }: { level: number }) => {
  const t = useTranslations('gallery');
  return (
    <svg width="36" height="8" viewBox="0 0 36 8" role="img" aria-label={t('level', { level })}>
      {[1, 2, 3, 4].map((dot) => (
        <circle
          key={dot}
          cx={dot * 9 - 5}
          cy={4}
          r={2.8}
          className={dot <= level ? 'level-full' : 'level-empty'}
        />
      ))}
    </svg>
  );
};

/** How hard it is, how long it takes, and how far it has been taken on this device. */
export const LessonMeta = ({ entry }: { entry: Entry }) => {
  const t = useTranslations('gallery');
  const progress = progressOf(entry.id);
  return (
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
  );
};
