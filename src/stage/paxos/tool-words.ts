/** Visible words of the chart of ballots and of the plot of decision times. */
export interface ToolWords {
  readonly ballot: string;
  /** `cycle 2`: a pass of the schedule's repeating part. */
  readonly cycle: (number: number) => string;
  readonly prepare: string;
  readonly accept: string;
  readonly refused: string;
  readonly toCome: string;
  /** `chosen: none` */
  readonly chosen: (value: string | null) => string;
  readonly rounds: string;
  readonly refusedAccepts: string;
  readonly messages: string;
  /** Name of a ballot's bar: `ballot 5, A1: refused`. */
  readonly span: (
    ballot: number,
    proposer: string,
    end: 'refused' | 'timeout' | 'chosen' | 'left' | null,
  ) => string;
  readonly policy: (policy: string) => string;
  readonly median: (time: string) => string;
  readonly p99: (time: string) => string;
  /** `48 % undecided` */
  readonly undecided: (percent: string) => string;
  readonly allDecided: string;
  readonly waiting: string;
  /** A duration in µs of virtual time. */
  readonly time: (us: number) => string;
  /** `62 %` */
  readonly percent: (share: number) => string;
  /** Under the axis of time. */
  readonly axis: (log: boolean) => string;
}

/** For tests and for the gallery of drawings. */
export const englishTools: ToolWords = {
  ballot: 'ballot',
  cycle: (number) => `cycle ${number}`,
  prepare: 'prepare',
  accept: 'accept',
  refused: 'refused',
  toCome: 'to come',
  chosen: (value) => `chosen: ${value ?? 'none'}`,
  rounds: 'ballots',
  refusedAccepts: 'refused Accepts',
  messages: 'messages',
  span: (ballot, proposer, end) => `ballot ${ballot}, ${proposer}: ${end ?? 'under way'}`,
  policy: (policy) => policy,
  median: (time) => `median ${time}`,
  p99: (time) => `99 % by ${time}`,
  undecided: (percent) => `${percent} undecided`,
  allDecided: 'all decided',
  waiting: 'not run yet',
  time: (us) => `${Math.round(us / 1000)} ms`,
  percent: (share) => `${Math.round(share * 100)} %`,
  axis: (log) => (log ? 'time to a decision (logarithmic)' : 'time to a decision (virtual time)'),
};
