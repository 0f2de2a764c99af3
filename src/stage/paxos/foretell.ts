import type { BallotSpan } from '../../view/paxos-ask.ts';
import type { Micros } from '../../view/time.ts';

/** What is proved of a run: after each period it is the same, ballots larger by `shift`. */
export interface Repeats {
  readonly period: Micros;
  readonly shift: number;
  /** The end of a period that bore it out: what comes after it follows from what came before. */
  readonly since: Micros;
}

type Span = { -readonly [K in keyof BallotSpan]: BallotSpan[K] };

/**
 * What must come by `until`, on the strength of the proof alone: whatever happened to a ballot in
 * the last proved period happens again, one period later, to the ballot that is larger by the shift.
 * A ballot that is under way comes with what is still to come of it.
 */
export function foretold(
  spans: readonly BallotSpan[],
  { period, shift, since }: Repeats,
  until: Micros,
): readonly BallotSpan[] {
  const found = new Map<number, Span>();
  for (const span of spans) if (span.ended === null) found.set(span.ballot, { ...span });
  const proved = (time: Micros | null): time is Micros =>
    time !== null && time > since - period && time <= since;
  for (let times = 1; since + (times - 1) * period <= until; times++) {
    const by = times * period;
    // First what begins, so that what goes on with it finds it.
    for (const { begun, ballot, proposer } of spans) {
      const target = ballot + times * shift;
      if (!proved(begun) || spans.some((known) => known.ballot === target)) continue;
      const fresh = { proposed: null, value: null, ended: null, end: null };
      found.set(target, { ballot: target, proposer, begun: begun + by, ...fresh });
    }
    for (const { ballot, proposed, value } of spans) {
      const span = found.get(ballot + times * shift);
      if (span !== undefined && span.proposed === null && proved(proposed)) {
        Object.assign(span, { proposed: proposed + by, value });
      }
    }
    for (const { ballot, ended, end } of spans) {
      const span = found.get(ballot + times * shift);
      if (span !== undefined && span.ended === null && proved(ended)) {
        Object.assign(span, { ended: ended + by, end });
      }
    }
  }
  return [...found.values()]
    .filter(({ begun }) => begun <= until)
    .toSorted((a, b) => a.begun - b.begun);
}
