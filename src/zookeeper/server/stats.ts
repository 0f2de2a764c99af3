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

/** One more answer, after so many ms. */
export const withLatency = (stats: Stats, latency: number): Stats => ({
  ...stats,
  leastLatency: stats.answers === 0 ? latency : Math.min(stats.leastLatency, latency),
  mostLatency: Math.max(stats.mostLatency, latency),
  totalLatency: stats.totalLatency + latency,
  answers: stats.answers + 1,
});
