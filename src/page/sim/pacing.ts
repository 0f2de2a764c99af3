import type { Frame } from '../../view/frame.ts';
import type { Micros } from '../../view/time.ts';

/** A stretch in which nothing interesting happens takes at most so many seconds of wall time. */
export const QUIET_SECONDS = 0.6;
/** Where nothing interesting is in sight at all, so much virtual time takes that long. */
const NOTHING_IN_SIGHT: Micros = 10_000_000;

/** The part of a frame that decides how fast time may pass. */
type Pending = Pick<Frame, 'messages' | 'nextTime' | 'nextInteresting'>;

export interface Pace {
  /** Virtual µs per second of wall time. */
  readonly rate: number;
  /** Where to stop for now; null when nothing is pending. */
  readonly limit: Micros | null;
  /** Whether a quiet stretch is being passed over. */
  readonly quiet: boolean;
}

/**
 * How fast virtual time passes from `from` on: at the ordinary `rate`, or faster where only pings
 * and waiting lie ahead and nothing worth seeing is under way. `from` is where the stretch began.
 */
export const paceAt = (frame: Pending, from: Micros, rate: number): Pace => {
  const next = frame.nextInteresting ?? frame.nextTime;
  const travelling = frame.messages.some((m) => m.status === 'flying' && !m.routine);
  if (next === null || travelling) return { rate, limit: null, quiet: false };
  if (frame.nextInteresting === null) {
    return { rate: Math.max(rate, NOTHING_IN_SIGHT / QUIET_SECONDS), limit: null, quiet: true };
  }
  const needed = (next - from) / QUIET_SECONDS;
  return needed > rate
    ? { rate: needed, limit: next, quiet: true }
    : { rate, limit: null, quiet: false };
};
