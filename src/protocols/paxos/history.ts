/** History variables: what invariants must know of the past [specification 1.9]. */
import type { Flights } from '../../kernel/flights.ts';
import type { Change, WorldState } from '../../kernel/model.ts';
import type { Pid } from '../../view/time.ts';
import type { Disk, Member } from './member.ts';
import { at, noPages } from '../../kernel/pages.ts';
import type { Pages } from '../../kernel/pages.ts';
import type { Acceptor, Ballot, Proposal, Value } from './rules.ts';

/** All that happened in one ballot. */
export interface BallotRecord {
  /** Values of its Accepts (2a); more than one is a mistake. */
  readonly issued: readonly Value[];
  readonly votes: readonly { readonly acceptor: Pid; readonly value: Value }[];
}

/** What the step that is being checked has added to the history. */
export interface News {
  readonly step: number;
  readonly pid: Pid;
  readonly vote: Proposal | null;
  /** What its acceptor had promised before. */
  readonly promisedBefore: Ballot;
  /** … and it is the first vote of its ballot for its value. */
  readonly firstVote: boolean;
  readonly issued: Proposal | null;
  readonly chosen: Proposal | null;
}

export interface Ghost {
  readonly ballots: Pages<BallotRecord>;
  /** The votes of each acceptor, in the order in which it cast them. */
  readonly votes: ReadonlyMap<Pid, Pages<Proposal>>;
  /** The highest promise and the highest vote that each acceptor has ever answered with. */
  readonly highest: ReadonlyMap<Pid, Acceptor>;
  /** Ballots in which a quorum has voted for a value, in the order in which it came to be. */
  readonly chosen: readonly Proposal[];
  /** Values that clients have asked for. */
  readonly proposed: readonly Value[];
  readonly news: News | null;
  /** Messages of the algorithm that have come from one process to another. */
  readonly messages: number;
  /** Prepares and Accepts refused. */
  readonly refused: number;
  /** Ballots begun. */
  readonly rounds: number;
  /** With a schedule that repeats: the state at the end of its last cycle. */
  readonly cycle: Cycle | null;
  /** The proof that this run can go on like this for ever. */
  readonly certificate: Certificate | null;
}

/**
 * Keys of what is only said with a proof. They are symbols, so that they are no part of a run's
 * digest: how fair a schedule is decides nothing of what happens.
 */
export const inFlight: unique symbol = Symbol('in flight');
export const isFair: unique symbol = Symbol('is fair');
export const whole: unique symbol = Symbol('whole');

/** What has been proved. */
export interface Certificate {
  /** The state after this row … */
  readonly from: number;
  /** … is the state after this one, with … */
  readonly to: number;
  /** … every ballot larger by this. */
  readonly shift: number;
  /** Rows in one period, and messages between processes in it. */
  readonly rows: number;
  readonly messages: number;
  /** The step that completed it. What somebody does by hand after that is not part of the proof. */
  readonly step: number;
  /** Whether each message sent is delivered or dropped some time, if this goes on for ever. */
  readonly [isFair]: boolean;
}

/** A message as far as it is compared; `in`: null while it is held, µs until it arrives. */
interface FlightPart {
  readonly from: Pid;
  readonly to: Pid;
  readonly in: number | null;
}

/** What decides the future, and the numbers of the messages in it. */
export interface Future {
  readonly state: { readonly flights: readonly FlightPart[] };
  readonly flights: readonly number[];
}

/** The end of a schedule's cycle, as it is compared with the next one. */
export interface Cycle {
  readonly form: string;
  readonly base: Ballot;
  readonly row: number;
  readonly messages: number;
  /** Messages beyond the reach of one cycle, by link; missing: none. */
  readonly waiting?: readonly number[];
  /** The messages that are under way. */
  readonly [inFlight]: Flights;
  /** What its form was made of. */
  readonly [whole]: Future;
}

export const noGhost: Ghost = {
  ballots: noPages,
  votes: new Map(),
  highest: new Map(),
  chosen: [],
  proposed: [],
  news: null,
  messages: 0,
  refused: 0,
  rounds: 0,
  cycle: null,
  certificate: null,
};

export type PaxosWorld = WorldState<Member, Disk, Ghost>;
export type PaxosChange = Change<Member, Disk>;

const noRecord: BallotRecord = { issued: [], votes: [] };

export const recordOf = ({ ballots }: Ghost, ballot: Ballot): BallotRecord =>
  at(ballots, ballot) ?? noRecord;

export const votesOf = ({ votes }: Ghost, acceptor: Pid): Pages<Proposal> =>
  votes.get(acceptor) ?? noPages;
