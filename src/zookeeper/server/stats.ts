import type { Edit } from '../../kernel/edit.ts';

/** What a server counts of its own work [ServerStats]. Latencies in ms. */
export interface Stats {
  readonly received: number;
  readonly sent: number;
  readonly leastLatency: number;
  readonly mostLatency: number;
  readonly totalLatency: number;
  readonly answers: number;
  /** When it started, ms of the monotonic clock. */
  readonly startedAt: number;
  /** Connections turned away, and those closed for want of a session. */
  readonly rejected: number;
  readonly sessionless: number;
  readonly snapshots: number;
  /** Requests that came too late, after their session had ended. */
  readonly stale: number;
  /** Frames that were longer than `jute.maxbuffer`. */
  readonly large: number;
  /** Syncs of the log that took too long [fsyncThresholdExceedCount]; not there before the first. */
  readonly slowSyncs?: number;
}

export const noStats = (startedAt: number): Stats => ({
  received: 0,
  sent: 0,
  leastLatency: 0,
  mostLatency: 0,
  totalLatency: 0,
  answers: 0,
  startedAt,
  rejected: 0,
  sessionless: 0,
  snapshots: 0,
  stale: 0,
  large: 0,
});

function edit(of: Stats): Edit<Stats> {
  const copy: Edit<Stats> = {
    received: of.received,
    sent: of.sent,
    leastLatency: of.leastLatency,
    mostLatency: of.mostLatency,
    totalLatency: of.totalLatency,
    answers: of.answers,
    startedAt: of.startedAt,
    rejected: of.rejected,
    sessionless: of.sessionless,
    snapshots: of.snapshots,
    stale: of.stale,
    large: of.large,
  };
  if (of.slowSyncs !== undefined) copy.slowSyncs = of.slowSyncs;
  return copy;
}

/** One more answer, after so many ms. */
export function withLatency(stats: Stats, latency: number): Stats {
  const next = edit(stats);
  next.leastLatency = stats.answers === 0 ? latency : Math.min(stats.leastLatency, latency);
  next.mostLatency = Math.max(stats.mostLatency, latency);
  next.totalLatency = stats.totalLatency + latency;
  next.answers = stats.answers + 1;
  return next;
}

/** One more message was taken, or sent. */
export function counting(stats: Stats, which: 'received' | 'sent'): Stats {
  const next = edit(stats);
  next[which]++;
  return next;
}
