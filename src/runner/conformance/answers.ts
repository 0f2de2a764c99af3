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

/** One operation of a client. */
export interface OperationAnswer {
  readonly op: string;
  /** The zxid that it took, where the answer tells it. */
  readonly zxid: string | null;
}

export interface WriteAnswer {
  readonly kind: 'write';
  readonly operations: readonly OperationAnswer[];
}

/** What there is to compare of a step; null: nothing. */
export type Answer = CheckAnswer | DiskAnswer | WaitAnswer | WriteAnswer | null;

/** The zxids in a server's log files, by file name, oldest first. */
export type LogFiles = readonly { readonly file: string; readonly zxids: readonly string[] }[];

/** One answer for each step of the script, and what is left when it is over. */
export interface Outcome {
  readonly answers: readonly Answer[];
  /** The last check. */
  readonly final: CheckAnswer | null;
  /** By sid; null: not known. */
  readonly logs: ReadonlyMap<Pid, LogFiles> | null;
}

/** Operations of clients that take one zxid each, failed ones too. */
export const WRITES: ReadonlySet<string> = new Set(['create', 'delete', 'set', 'setAcl', 'multi']);

/** Operations of clients that take no zxid. */
export const READS: ReadonlySet<string> = new Set([
  'exists',
  'get',
  'children',
  'getAcl',
  'getEphemerals',
  'ephemerals',
  'sync',
  'addAuth',
  'addWatch',
  'removeWatches',
  'removeAllWatches',
  'sleep',
  'state',
]);
