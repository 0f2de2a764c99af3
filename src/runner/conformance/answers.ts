/** What an ensemble, real or simulated, answered: the same shapes for both, so that they compare. */
import type { Pid } from '../../view/time.ts';

/** What `srvr` says of a server; `down`: no answer at all. */
export type Mode = 'leader' | 'follower' | 'observer' | 'not-serving' | 'down';

export interface Epochs {
  readonly acceptedEpoch: number;
  readonly currentEpoch: number;
}

/** The whole ensemble at one moment, as four-letter words and files show it. */
export interface CheckAnswer {
  readonly kind: 'check';
  readonly leader: Pid | null;
  readonly modes: Readonly<Record<Pid, string>>;
  /** As `srvr` prints it; null for a server that does not serve. */
  readonly zxid: Readonly<Record<Pid, string | null>>;
  /** A missing file counts as 0. */
  readonly epochs: Readonly<Record<Pid, Epochs>>;
}

export interface DiskState extends Epochs {
  readonly sid: Pid;
  /** The last transaction in the log files; missing in some recordings. */
  readonly lastLogged: string | null;
  /** The larger of that and the newest snapshot's name. */
  readonly lastZxid: string;
  /** File names, in order; missing in some recordings. */
  readonly snapshots: readonly string[] | null;
}

export interface DiskAnswer {
  readonly kind: 'disk';
  readonly servers: readonly DiskState[];
}

export interface WaitAnswer {
  readonly kind: 'wait';
  readonly leader: Pid | null;
}

/** What came of something, as it is written in a recording: compared whole. */
export type Recorded = Readonly<Record<string, unknown>>;

/** One operation of a client. */
export interface OperationAnswer {
  readonly op: string;
  readonly result: Recorded;
}

export interface WriteAnswer {
  readonly kind: 'write';
  readonly operations: readonly OperationAnswer[];
}

/** A step of a client that stays, or of one that visits each server. */
export interface ClientAnswer {
  readonly kind: 'client';
  readonly result: Recorded;
  /** What each client's watchers were told meanwhile; null where nobody has noted it. */
  readonly events: Recorded | null;
}

export interface LogsAnswer {
  readonly kind: 'logs';
  readonly logs: ReadonlyMap<Pid, LogFiles>;
}

/** What there is to compare of a step; null: nothing. */
export type Answer =
  | CheckAnswer
  | DiskAnswer
  | WaitAnswer
  | WriteAnswer
  | ClientAnswer
  | LogsAnswer
  | null;

export interface LoggedTxn {
  readonly zxid: string;
  /** `create2`, `error`; '' where a recording does not say it. */
  readonly op: string;
  /** A path, a timeout, a code. */
  readonly detail: string;
}

/** A server's log files by their names, oldest first. */
export type LogFiles = readonly { readonly file: string; readonly txns: readonly LoggedTxn[] }[];

/** One answer for each step of the script, and what is left when it is over. */
export interface Outcome {
  readonly answers: readonly Answer[];
  /** The last check. */
  readonly final: CheckAnswer | null;
  /** By sid; null: not known. */
  readonly logs: ReadonlyMap<Pid, LogFiles> | null;
}

/** Operations of clients that a recording may hold. */
export const OPERATIONS: ReadonlySet<string> = new Set([
  'create',
  'delete',
  'set',
  'setAcl',
  'multi',
  'exists',
  'get',
  'children',
  'getAcl',
  'ephemerals',
  'sync',
  'addAuth',
  'addWatch',
  'removeWatches',
  'removeAllWatches',
]);
