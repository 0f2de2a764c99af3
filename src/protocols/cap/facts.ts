/**
 * The facts of the stores that are not ZooKeeper's: every rule key with its data. The page has a sentence for
 * each key, in each language; a lesson asserts them.
 */
import { sayer } from '../../kernel/sayer.ts';
import type { CapOpKind } from '../../view/cap-setup.ts';
import type { Pid } from '../../view/time.ts';

/** As sentences choose among operations. */
type OpWord = 'read' | 'write' | 'sync';

export const opWord = (op: CapOpKind): OpWord => (op === 'sync-read' ? 'sync' : op);

export interface CapFacts {
  // A client, of ZooKeeper's stores, too.
  readonly 'cap-called': { op: OpWord; value: number | null };
  /** `value`: what was written, or read. */
  readonly 'cap-answered': { op: OpWord; value: number | null; readOnly: boolean };
  /** It was refused, or never left: it was not done. */
  readonly 'cap-failed': { op: OpWord; error: string };
  readonly 'cap-timed-out': { op: OpWord; waitedMs: number };
  /** The connection was lost before an answer came. */
  readonly 'cap-unknown': { op: OpWord; error: string };
  readonly 'cap-tried': { op: OpWord; error: string };
  // Servers
  /** A round has heard of so many servers as it needs. */
  readonly 'quorum-read': { value: number; servers: number; needed: number };
  readonly 'quorum-stored': { value: number; servers: number; needed: number };
  readonly 'quorum-given-up': { op: OpWord; servers: number; needed: number };
  readonly 'primary-wrote': { value: number; over: number };
  readonly 'copy-forwards': { op: OpWord; to: Pid };
  /** `over`: what it had; `behind`: a primary of a greater term has another history. */
  readonly copied: { value: number; over: number; from: Pid };
  readonly 'copy-promoted': { term: number; value: number };
  /** It was the primary, and hears of another one; `value`: what it gives up. */
  readonly 'primary-steps-down': { term: number; value: number; from: Pid };
  readonly 'lww-wrote': { value: number; over: number; stampMs: number };
  /** A stamp that is older than what is there: acknowledged, and dropped. */
  readonly 'lww-dropped': { value: number; kept: number };
  readonly 'lww-replaced': { value: number; over: number; from: Pid };
  readonly 'lww-kept': { value: number; kept: number; from: Pid };
}

/** Rules that deserve a mark on the timeline. */
export const interesting: readonly (keyof CapFacts)[] = [
  'cap-called',
  'cap-answered',
  'cap-failed',
  'cap-timed-out',
  'cap-unknown',
  'copy-promoted',
  'primary-steps-down',
  'lww-dropped',
  'lww-replaced',
];

/** Rules worth reading while the run plays, each with the data that make it the same again. */
export const notable: readonly (readonly [keyof CapFacts, readonly string[]])[] = [
  ['cap-called', ['pid', 'op']],
  ['cap-answered', ['pid', 'op', 'value']],
  ['cap-failed', ['pid', 'op']],
  ['cap-timed-out', ['pid', 'op']],
  ['cap-unknown', ['pid', 'op']],
  ['cap-tried', ['pid', 'error']],
  ['quorum-read', ['value']],
  ['quorum-stored', ['value']],
  ['primary-wrote', ['value']],
  ['copied', ['value']],
  ['copy-promoted', ['pid']],
  ['primary-steps-down', ['pid']],
  ['lww-wrote', ['value']],
  ['lww-dropped', ['value']],
  ['lww-replaced', ['value']],
];

/** Says a fact. */
export const say = sayer<CapFacts>();
