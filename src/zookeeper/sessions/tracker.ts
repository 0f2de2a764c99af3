/**
 * Sessions and when they expire [SessionTrackerImpl, ExpiryQueue]: deadlines are rounded up to the
 * next tick, so that a whole bucket of sessions expires together.
 */
import type { SessionId } from '../records/values.ts';

export interface Session {
  readonly id: SessionId;
  /** ms, negotiated. */
  readonly timeout: number;
  /** The bucket it stands in: ms of the server's monotonic clock. */
  readonly expires: number;
  /** When it was last heard of, ms of that clock. */
  readonly touched: number;
  /** Its closeSession is under way: nothing touches it any more. */
  readonly closing: boolean;
  /** This server alone knows of it. */
  readonly local?: true;
}

export type Sessions = readonly Session[];

/** In which bucket a deadline falls. */
export type Rounding = (time: number, interval: number) => number;

/** The end of the interval in which `time` lies, never `time` itself [ExpiryQueue.roundToNextInterval]. */
export const nextBoundary = (time: number, interval: number): number =>
  (Math.floor(time / interval) + 1) * interval;

/** The end of the interval before: what the mutant `expire-early` takes. */
export const lastBoundary: Rounding = (time, interval) => nextBoundary(time, interval) - interval;

export const sessionOf = (sessions: Sessions, id: SessionId): Session | undefined =>
  sessions.find((session) => session.id === id);

/** A session that begins now, or is known from the disk: it has its full timeout. */
export function track(
  sessions: Sessions,
  id: SessionId,
  timeout: number,
  now: number,
  tick: number,
  rounding: Rounding = nextBoundary,
  local = false,
): Sessions {
  const others = sessions.filter((session) => session.id !== id);
  const expires = rounding(now + timeout, tick);
  return [
    ...others,
    { id, timeout, expires, touched: now, closing: false, ...(local && { local }) },
  ];
}

/**
 * Somebody heard of it.
 * @returns null when it is unknown or closing: the request comes too late [touchSession]
 */
export function touch(
  sessions: Sessions,
  id: SessionId,
  timeout: number,
  now: number,
  tick: number,
  rounding: Rounding = nextBoundary,
): Sessions | null {
  const known = sessionOf(sessions, id);
  if (known === undefined || known.closing) return null;
  const expires = rounding(now + timeout, tick);
  if (known.touched === now && known.expires === expires) return sessions;
  return sessions.map((each) => (each === known ? { ...each, expires, touched: now } : each));
}

/** [SessionTrackerImpl.setSessionClosing] */
export const markClosing = (sessions: Sessions, id: SessionId): Sessions =>
  sessions.map((session) =>
    session.id === id && !session.closing ? { ...session, closing: true } : session,
  );

export const forget = (sessions: Sessions, id: SessionId): Sessions =>
  sessions.filter((session) => session.id !== id);

/** Whose bucket's time has come. */
export const expired = (sessions: Sessions, now: number): Sessions =>
  sessions.filter(({ expires, closing }) => !closing && expires <= now);
