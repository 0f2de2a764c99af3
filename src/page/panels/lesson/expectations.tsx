import { useTranslations } from 'use-intl';
import type { LessonWords } from '../../../lessons/words.ts';
import type { LessonState } from '../../../view/command.ts';

/** What the lesson claims, checked on this run; shown when the last step is over. */
export const Expectations = (props: {
  expectations: LessonState['expectations'];
  words: LessonWords | null;
}) => {
  const t = useTranslations('panels.lesson');
  const { expectations, words } = props;
  const all = expectations.every((one) => one.ok);
  return (
    <div className="expectations">
      <p>{t(all ? 'end' : 'endFailed')}</p>
      {expectations.length > 0 && (
        <ul aria-label={t('checked')}>
          {expectations.map((one) => (
            <li key={one.text} className={one.ok ? 'ok' : 'not-ok'}>
              <span role="img" aria-label={t(one.ok ? 'ok' : 'notOk')}>
                {one.ok ? '✓' : '✗'}
              </span>{' '}
              {words?.expectations[one.text] ?? one.text}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
