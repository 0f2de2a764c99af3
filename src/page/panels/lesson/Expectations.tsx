import { useTranslations } from 'use-intl';
import type { LessonWords } from '../../../lessons/words.ts';
import type { LessonState } from '../../../view/command.ts';
import { Bold } from './bold.tsx';

/** What to take home, and what the lesson claims, checked on this run; after the last step. */
export const Expectations = (props: {
  expectations: LessonState['expectations'];
  words: LessonWords | null;
}) => {
  const t = useTranslations('panels.lesson');
  const { expectations, words } = props;
  const all = expectations.every((one) => one.ok);
  return (
    <div className="expectations">
      {words !== null && (
        <p className="sentence">
          <Bold text={words.end} />
        </p>
      )}
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
