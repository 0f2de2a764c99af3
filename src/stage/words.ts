import { timeParts } from './time-text.ts';
import type { TimeUnit } from './time-text.ts';

/**
 * Every visible word of the drawings. Field terms (LOOKING, zxid, S1) are the same in all
 * languages and come with the data; these come from the page's words.
 */
export interface StageWords {
  /** Name of the ensemble drawing. */
  readonly ensemble: (servers: number) => string;
  /** Accessible name of a server: `Server 4, LOOKING`. */
  readonly server: (pid: number, state: string) => string;
  /** Accessible name of a link by its ends: `Link 1–3`, `Link 1–α`. */
  readonly link: (a: string, b: string) => string;
  /** What is wrong with a link: its description, for its name stays the same. */
  readonly linkFault: (fault: 'cut' | 'one-way' | 'partition') => string;
  /** Accessible name of a message. */
  readonly message: (
    kind: string,
    label: string,
    from: string,
    to: string,
    /** How many more are shown with it. */
    piled: number,
  ) => string;
  /** State words that are not field terms. */
  readonly notStarted: string;
  readonly crashed: string;
  readonly paused: string;
  readonly votes: {
    readonly title: (round: number | null) => string;
    /** Title when the ballot box of one server is shown. */
    readonly box: (name: string) => string;
    readonly needed: (quorum: number, voters: number) => string;
    readonly voter: string;
    readonly round: string;
    readonly epoch: string;
    readonly zxid: string;
    readonly sid: string;
    readonly crashed: string;
    readonly notStarted: string;
    readonly observer: string;
    readonly noVote: string;
    readonly tally: string;
    readonly more: (count: number) => string;
    /** Accessible name of one row of the tally. */
    readonly count: (name: string, votes: number, quorum: number) => string;
  };
  readonly comparison: {
    readonly changed: (name: string, ago: string) => string;
    readonly kept: (name: string, ago: string) => string;
    /** While a question is open: that two votes were compared, and not how it came out. */
    readonly compared: (name: string, ago: string) => string;
    /** In its place for an observer: that it has no vote, and what it does. */
    readonly observes: (name: string) => string;
    readonly follows: string;
    readonly heardFrom: (name: string) => string;
    readonly own: string;
    /** The same where it is not said whose: `S4 had`. */
    readonly had: (name: string) => string;
    /** `2·7 beats 2·5 by zxid` */
    readonly beats: (winner: string, loser: string, by: 'epoch' | 'zxid' | 'sid') => string;
    readonly equal: string;
    /** Where a zxid came from that nobody wrote: the first one of an epoch. */
    readonly begins: (zxid: string, epoch: number) => string;
    /** What later fields were not compared: `id not compared`. */
    readonly notCompared: (fields: readonly ('zxid' | 'sid')[]) => string;
  };
  readonly timeline: {
    readonly label: string;
    readonly hidden: string;
    readonly election: string;
    readonly commits: string;
    readonly refusals: string;
    readonly chosen: string;
    readonly crashes: (name: string) => string;
    readonly stops: (name: string) => string;
    readonly starts: (name: string) => string;
    readonly partition: string;
    readonly heals: string;
    readonly quiet: (duration: string) => string;
    /** Several stretches that stand close together, and how long they were in all. */
    readonly quietTimes: (count: number, duration: string) => string;
    readonly notPlayed: string;
  };
  readonly majorities: {
    /** Names of rows: number of servers, a majority of them, how many may crash, the wait. */
    readonly servers: string;
    readonly quorum: string;
    readonly survives: string;
    readonly wait: string;
    /** Accessible name of a column. */
    readonly size: (servers: number, quorum: number, survives: number, wait: string) => string;
    /** `3 of 5` */
    readonly members: (members: number, servers: number) => string;
    readonly enough: string;
    readonly tooFew: string;
    /** Under a server that is in both sets. */
    readonly both: string;
    /** Accessible name of a set: `A: 3 of 5, a majority`. */
    readonly set: (name: string, members: number, servers: number, enough: boolean) => string;
    /** Accessible name of a server's place in a set: `S3 in A`. */
    readonly member: (server: string, set: string) => string;
  };
  readonly spacetime: {
    readonly label: string;
    readonly step: (step: number, time: string) => string;
  };
  readonly machine: {
    readonly label: (name: string, state: string) => string;
    readonly event: (name: string) => string;
    readonly guard: (name: string) => string;
  };
  /** A duration or a point in virtual time, given in µs: `19 ms`, `12.4 s`. */
  readonly time: (us: number) => string;
  /** A value of a unit: `20 ms`. */
  readonly timeIn: (value: number | string, unit: TimeUnit) => string;
}

const timeIn = (value: number | string, unit: TimeUnit): string =>
  `${value} ${unit === 'us' ? 'µs' : unit}`;

const time = (us: number): string => {
  const { value, unit } = timeParts(us);
  return timeIn(value, unit);
};

/** Names of code (`electionTimeout`) as words (`election timeout`). */
const plain = (name: string): string =>
  name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_.]/g, ' ')
    .toLowerCase();

/** For tests and for the gallery of drawings. */
export const englishWords: StageWords = {
  ensemble: (servers) => `Ensemble of ${servers} servers`,
  server: (pid, state) => `Server ${pid}, ${state}`,
  link: (a, b) => `Link ${a}–${b}`,
  linkFault: (fault) => fault,
  message: (kind, label, from, to, piled) =>
    `${kind} ${label} from ${from} to ${to}${piled === 0 ? '' : `, and ${piled} more`}`,
  notStarted: 'not started',
  crashed: 'CRASHED',
  paused: 'PAUSED',
  votes: {
    title: (round) => (round === null ? 'Votes' : `Votes in round ${round}`),
    box: (name) => `Votes that ${name} holds`,
    needed: (quorum, voters) => `${quorum} of ${voters} needed`,
    voter: 'voter',
    round: 'round',
    epoch: 'epoch',
    zxid: 'zxid',
    sid: 'sid',
    crashed: 'crashed',
    notStarted: 'not started',
    observer: 'observer',
    noVote: 'no vote',
    tally: 'Tally',
    more: (count) => `and ${count} more`,
    count: (name, votes, quorum) => `${name}: ${votes} votes, ${quorum} needed`,
  },
  comparison: {
    changed: (name, ago) => `Why ${name} changed its vote, ${ago} ago`,
    kept: (name, ago) => `Why ${name} kept its vote, ${ago} ago`,
    compared: (name, ago) => `What ${name} compared, ${ago} ago`,
    observes: (name) => `${name} observes: it has no vote`,
    follows: 'It follows whom the others elect.',
    heardFrom: (name) => `heard from ${name}`,
    own: 'its own',
    had: (name) => `${name} had`,
    begins: (zxid, epoch) => `${zxid} begins epoch ${epoch}: nobody wrote it`,
    beats: (winner, loser, by) => `${winner} beats ${loser} by ${by === 'sid' ? 'id' : by}`,
    equal: 'the same vote',
    notCompared: (fields) =>
      `${fields.map((field) => (field === 'sid' ? 'id' : field)).join(' and ')} not compared`,
  },
  timeline: {
    label: 'Timeline',
    hidden: 'hidden until you answer',
    election: 'election',
    commits: 'commits',
    refusals: 'refusals',
    chosen: 'chosen',
    crashes: (name) => `${name} crashes`,
    stops: (name) => `${name} is stopped`,
    starts: (name) => `${name} starts`,
    partition: 'partition',
    heals: 'healed',
    quiet: (duration) => `${duration} quiet`,
    quietTimes: (count, duration) => `${duration} quiet in ${count} stretches`,
    notPlayed: 'not played yet',
  },
  majorities: {
    servers: 'servers',
    quorum: 'majority',
    survives: 'may crash',
    wait: 'wait',
    size: (servers, quorum, survives, wait) =>
      `${servers} servers: ${quorum} are a majority, ${survives} may crash, median wait ${wait}`,
    members: (members, servers) => `${members} of ${servers}`,
    enough: 'a majority',
    tooFew: 'too few',
    both: 'both',
    set: (name, members, servers, enough) =>
      `${name}: ${members} of ${servers}, ${enough ? 'a majority' : 'too few'}`,
    member: (server, set) => `${server} in ${set}`,
  },
  spacetime: {
    label: 'Space-time diagram',
    step: (step, at) => `Event ${step} at ${at}`,
  },
  machine: {
    label: (name, state) => `State machine ${name}, now in ${state}`,
    event: plain,
    guard: plain,
  },
  time,
  timeIn,
};
