import { useTranslations } from 'use-intl';
import type { Verdict } from './verdict.ts';

/** Why running it for ever has ended without a proof. */
export type Outcome = 'differs' | 'stuck' | null;

/** What is proved, in one sentence, and on what grounds; or that nothing is. */
export const VerdictText = (props: { verdict: Verdict; outcome: Outcome; cycles: number }) => {
  const t = useTranslations('paxosTools.certificate');
  const { verdict, outcome, cycles } = props;
  const n = (value: number): string => String(value);
  switch (verdict.kind) {
    case 'decided':
      return (
        <p className="verdict">
          {t('decided', { value: verdict.value, ballot: n(verdict.ballot) })}
        </p>
      );
    case 'proved': {
      const { messages, shift, cycle, from, to, fair } = verdict;
      return (
        <>
          <p className="verdict">{t('proved', { messages: n(messages), shift: n(shift) })}</p>
          <p className="verdict-why">
            {t('proof', {
              cycle: n(cycle),
              before: n(cycle - 1),
              from: n(from),
              to: n(to),
              shift: n(shift),
            })}{' '}
            {t('scope')} {t(fair ? 'fair' : 'unfair')}
          </p>
        </>
      );
    }
    default:
      return (
        <>
          <p className="verdict">{t('notProved')}</p>
          <p className="verdict-why">
            {outcome === 'differs' && t('differs', { cycles: n(cycles) })}
            {outcome === 'stuck' && t('stuck')}
            {outcome === null && verdict.kind === 'interfered' && t('interfered')}
            {outcome === null && verdict.kind === 'no-schedule' && t('noSchedule')}
            {outcome === null && verdict.kind === 'ends' && t('ends', { rows: n(verdict.rows) })}
            {outcome === null && verdict.kind === 'not-yet' && t('notYet', { row: n(verdict.row) })}
          </p>
        </>
      );
  }
};
