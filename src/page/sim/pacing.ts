import type { Frame } from '../../view/frame.ts';
import type { Micros } from '../../view/time.ts';

/** A stretch in which nothing interesting happens takes at most so many seconds of wall time. */
export const QUIET_SECONDS = 0.6;
/** Where nothing interesting is in sight at all, so much virtual time takes that long. */
const NOTHING_IN_SIGHT: Micros = 10_000_000;
/**
 * A wait that an act has set off is first shown running down, then skipped: this part of it, and so
 * many seconds of wall time for it and for the rest, at speed 1.
 */
export const RUNNING_DOWN = { part: 0.4, seconds: 2.4, rest: 1.2 };

/** The part of a frame that decides how fast time may pass. */
type Pending = Pick<Frame, 'messages' | 'nextTime' | 'nextInteresting'>;

/** How the run is watched. */
export interface Watched {
  /** Virtual µs per second of wall time at the chosen speed. */
  readonly rate: number;
  readonly speed: number;
  /** The consequences of an act are being followed: waits are shown running down. */
  readonly followed: boolean;
  /** Pings are looked at: where nothing else is in sight they are not hurried through. */
  readonly pings: boolean;
}

export interface Pace {
  /** Virtual µs per second of wall time. */
  readonly rate: number;
  /** Where this pace ends; null when nothing limits it. */
  readonly limit: Micros | null;
  /** A quiet stretch is being passed over faster than the chosen speed. */
  readonly quiet: boolean;
}

/** What should have arrived before anything else happens lies at a process that is paused. */
const isTravelling = ({ messages, nextTime }: Pending): boolean =>
  messages.some(
    ({ status, routine, arrivesAt }) =>
      status === 'flying' && !routine && (nextTime === null || arrivesAt >= nextTime),
  );

/** Nothing but pings and waiting is left: no message worth seeing is under way, no end in sight. */
export const isAtRest = (frame: Pending): boolean =>
  frame.nextTime !== null && frame.nextInteresting === null && !isTravelling(frame);

/**
 * How fast virtual time passes at `now`: at the ordinary rate, or faster where only pings and waiting
 * lie ahead and nothing worth seeing is under way. `from` is where the stretch began.
 */
export const paceAt = (frame: Pending, from: Micros, now: Micros, watched: Watched): Pace => {
  const { rate, speed, followed, pings } = watched;
  const ordinary: Pace = { rate, limit: null, quiet: false };
  const until = frame.nextInteresting;
  if (frame.nextTime === null || isTravelling(frame)) return ordinary;
  if (until === null) {
    const hurried = Math.max(rate, NOTHING_IN_SIGHT / QUIET_SECONDS);
    return pings ? ordinary : { rate: hurried, limit: null, quiet: true };
  }
  const length = until - from;
  if (!followed) {
    const needed = length / QUIET_SECONDS;
    return needed > rate ? { rate: needed, limit: until, quiet: true } : ordinary;
  }
  const { part, seconds, rest } = RUNNING_DOWN;
  const quicker = Math.max(1, speed);
  if (length / rate <= (seconds + rest) / quicker) return ordinary;
  const turn = from + length * part;
  return now < turn
    ? { rate: Math.max(rate, (length * part * quicker) / seconds), limit: turn, quiet: false }
    : { rate: (length * (1 - part) * quicker) / rest, limit: until, quiet: true };
};
