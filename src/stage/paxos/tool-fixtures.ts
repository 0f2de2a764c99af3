/** Runs for the gallery of drawings and for tests: the duel of P-C3, and decisions by policy. */
import type { BallotSpan, BallotsView, CountSample } from '../../view/paxos-ask.ts';
import { POLICIES } from '../../view/study.ts';
import type { PolicyTimes } from '../../view/study.ts';
import type { Micros } from '../../view/time.ts';

const ROW: Micros = 10_000;
/** Rows of one pass, and where the first one begins. */
const PERIOD = 14;
const STEM = 8;

export const duelPass: Micros = PERIOD * ROW;

/** Rows in which ballots 1 to 4 begin, are proposed, and are refused [specification 2.1, P-C3]. */
const firstFour = [
  [1, 6, 11],
  [3, 8, 18],
  [12, 15, 25],
  [19, 22, 32],
] as const;

/** The duel as it stands after so many rows. */
export function duelView(rows: number): BallotsView {
  const spans: BallotSpan[] = [];
  for (let ballot = 1; ballot < 2 * rows; ballot++) {
    const [like, passes] = ballot <= 4 ? [ballot, 0] : [3 + ((ballot - 3) % 2), (ballot - 3) >> 1];
    const [begun, proposed, refused] = (firstFour[like - 1] ?? firstFour[0]).map(
      (row) => row + passes * PERIOD,
    ) as [number, number, number];
    if (begun > rows) break;
    spans.push({
      ballot,
      proposer: ballot % 2 === 1 ? 1 : 5,
      begun: begun * ROW,
      proposed: proposed <= rows ? proposed * ROW : null,
      value: proposed <= rows ? (ballot % 2 === 1 ? '10%' : '20%') : null,
      ended: refused <= rows ? refused * ROW : null,
      end: refused <= rows ? 'refused' : null,
    });
  }
  const passes: Micros[] = [];
  for (let row = STEM; row <= rows; row += PERIOD) passes.push(row * ROW);
  const counts = spans.map(({ begun, ballot }): CountSample => ({
    time: begun,
    rounds: ballot,
    refused: Math.max(0, ballot - 2),
    messages: 8 * ballot,
  }));
  const now = counts.at(-1) ?? { time: 0, rounds: 0, refused: 0, messages: 0 };
  return { read: 5 * rows, spans, passes, firstPass: 0, chosen: null, counts, now };
}

/** A duel that ends: the first is refused, the second is chosen. */
export function decidedView(): BallotsView {
  const { spans, counts, now } = duelView(8);
  const [first, second] = spans as [BallotSpan, BallotSpan];
  const chosen = { time: 130_000, ballot: 2, value: '20%', proposer: 5 };
  return {
    read: 60,
    spans: [
      { ...first, ended: 110_000, end: 'refused' },
      { ...second, ended: 150_000, end: 'chosen' },
    ],
    passes: [],
    firstPass: 0,
    chosen,
    counts,
    now,
  };
}

/** Decision times as they come out: `longest` in ms for the policy that retries at once. */
export function studied(longest: number, undecided: number): readonly PolicyTimes[] {
  return POLICIES.map((policy, at) => {
    const most = policy === 'immediate' ? longest : 40 + 9 * at;
    const times = Array.from({ length: 200 }, (_, run) => {
      if (policy === 'immediate' && run < undecided) return -1;
      // A spread with a tail; no chance is needed for a picture.
      const share = ((run * 73) % 200) / 200;
      return Math.round((21 + (most - 21) * share ** 3) * 1000);
    });
    const ballots = times.map((time) => Math.max(1, Math.round(Math.abs(time) / 20_000)));
    return { policy, times, ballots, messages: ballots.map((count) => 12 * count) };
  });
}
