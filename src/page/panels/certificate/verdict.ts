import type { RecordedIntervention } from '../../../view/intervention.ts';
import type { ChanceView, PaxosDetail } from '../../../view/paxos.ts';
import type { Micros } from '../../../view/time.ts';

/** What can be said of a run for ever, and nothing more. */
export type Verdict =
  | { readonly kind: 'decided'; readonly value: string; readonly ballot: number }
  | {
      readonly kind: 'proved';
      readonly messages: number;
      readonly shift: number;
      readonly from: number;
      readonly to: number;
      /** The cycle that bore it out; the one before ended in the same state. */
      readonly cycle: number;
      /** Whether the schedule delivers, or drops by name, each message sent. */
      readonly fair: boolean;
    }
  /** It was proved, and then somebody did something that the proof knows nothing of. */
  | { readonly kind: 'interfered' }
  /** Nothing comes again while something is drawn by chance. */
  | { readonly kind: 'chance'; readonly chance: readonly ChanceView[] }
  | { readonly kind: 'not-yet'; readonly row: number }
  | { readonly kind: 'ends'; readonly rows: number }
  | { readonly kind: 'no-schedule' };

/** @param position steps taken at the moment shown */
export function verdictOf(
  { chosen, schedule, livelock }: Pick<PaxosDetail, 'chosen' | 'schedule' | 'livelock'>,
  position: number,
  interventions: readonly Pick<RecordedIntervention, 'step'>[],
): Verdict {
  const [first] = chosen;
  if (first !== undefined) return { kind: 'decided', ...first };
  if (schedule === null) return { kind: 'no-schedule' };
  const { rows, repeatFrom, done, chance } = schedule;
  if (repeatFrom === null) return { kind: 'ends', rows: rows.length };
  if (livelock === null) {
    return chance.length > 0 ? { kind: 'chance', chance } : { kind: 'not-yet', row: done };
  }
  const since = livelock.step;
  if (interventions.some(({ step }) => step > since && step < position)) {
    return { kind: 'interfered' };
  }
  const { messages, shift, from, to, fair } = livelock;
  const cycle = (to - repeatFrom) / livelock.rows;
  return { kind: 'proved', messages, shift, from, to, cycle, fair };
}

/** How long a pass of the schedule's repeating part takes; null when nothing repeats. */
export const passOf = ({ schedule }: Pick<PaxosDetail, 'schedule'>): Micros | null =>
  schedule === null || schedule.repeatFrom === null
    ? null
    : (schedule.rows.length - schedule.repeatFrom) * schedule.every;
