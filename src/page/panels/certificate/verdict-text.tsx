import { useFormatter, useTranslations } from 'use-intl';
import type { ChanceView } from '../../../view/paxos.ts';
import type { Pid } from '../../../view/time.ts';
import { chanceByKind } from './chance-words.ts';
import type { Verdict } from './verdict.ts';

/** Why running it for ever has ended without a proof. */
export type Outcome = 'differs' | 'stuck' | null;

interface VerdictTextProps {
  readonly verdict: Verdict;
  readonly outcome: Outcome;
  readonly cycles: number;
  readonly nameOf: (pid: Pid) => string;
}

/** Whose chance is named before the others are counted. */
const NAMED = 4;

/** What keeps every state from coming again, by name. */
const ByChance = (props: {
  readonly chance: readonly ChanceView[];
  readonly nameOf: (pid: Pid) => string;
}) => {
  const t = useTranslations('paxosTools.certificate');
  const format = useFormatter();
  const what = chanceByKind(props.chance, props.nameOf).map(({ of, whose }) => {
    const more = whose.length - NAMED;
    const named = whose.slice(0, NAMED);
    const others = more > 0 ? [t('chanceMore', { count: String(more) })] : [];
    return t(`chanceOf.${of}`, { whose: format.list([...named, ...others]) });
  });
  return t('chance', { what: format.list(what) });
};

/** What is proved, in one sentence, and on what grounds; or that nothing is. */
export const VerdictText = (props: VerdictTextProps) => {
  const t = useTranslations('paxosTools.certificate');
  const { verdict, outcome, cycles, nameOf } = props;
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
            {outcome === 'differs' &&
              verdict.kind !== 'chance' &&
              t('differs', { cycles: n(cycles) })}
            {outcome === 'stuck' && t('stuck')}
            {outcome !== 'stuck' && verdict.kind === 'chance' && (
              <ByChance chance={verdict.chance} nameOf={nameOf} />
            )}
            {outcome === null && verdict.kind === 'interfered' && t('interfered')}
            {outcome === null && verdict.kind === 'no-schedule' && t('noSchedule')}
            {outcome === null && verdict.kind === 'ends' && t('ends', { rows: n(verdict.rows) })}
            {outcome === null && verdict.kind === 'not-yet' && t('notYet', { row: n(verdict.row) })}
          </p>
        </>
      );
  }
};
