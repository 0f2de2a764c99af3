/** The facts of processes outside ZooKeeper: every rule key with its data. The page has a sentence for each. */
import { sayer } from '../../kernel/sayer.ts';
import type { Pid } from '../../view/time.ts';

export interface OutsideFacts {
  // A storage
  /** Tokens as they are written; null: none. */
  readonly 'storage-wrote': { from: Pid; value: string; token: string | null };
  /** It has seen a greater token. */
  readonly 'storage-refused': {
    from: Pid;
    value: string;
    token: string | null;
    greatest: string | null;
  };
  // A table
  readonly 'row-inserted': { from: Pid; id: string; owner: string };
  readonly 'row-beat': { from: Pid; id: string; owner: string };
  readonly 'row-taken-over': { id: string; owner: string; before: string; term: number };
  readonly 'row-deleted': { from: Pid; id: string; owner: string };
  /** `err`: DuplicateKey, or NoRow: no row is as the statement says. */
  readonly 'row-unchanged': { from: Pid; op: string; id: string; err: string };
  // A store of keys
  readonly 'key-set': { from: Pid; key: string; value: string; ms: number | null };
  /** Its time is over, by its own clock. */
  readonly 'key-expired': { key: string; value: string };
  readonly 'key-deleted': { from: Pid; key: string; value: string };
  readonly 'key-extended': { from: Pid; key: string; ms: number };
  /** `NX` found it there, or it holds another value than was compared with. */
  readonly 'key-unchanged': { from: Pid; key: string; op: string };
  /** A replica has all keys of its master. */
  readonly 'replica-follows': { master: Pid };
  readonly 'replica-alone': { master: Pid; reason: string };
  /** It is a master from now on. `keys`: how many it has. */
  readonly 'replica-promoted': { keys: number };
  // A provider of a service
  /** `count`: calls that it has answered by now. */
  readonly 'provider-answered': { count: number };
}

export const say = sayer<OutsideFacts>();

/** Rules that deserve a mark on the timeline. */
export const interesting: readonly (keyof OutsideFacts)[] = [
  'storage-wrote',
  'storage-refused',
  'row-inserted',
  'row-taken-over',
  'row-deleted',
  'key-set',
  'key-expired',
  'key-deleted',
  'replica-alone',
  'replica-promoted',
];

/** Rules worth reading while the run plays, each with the data that make it the same again. */
export const notable: readonly (readonly [keyof OutsideFacts, readonly string[]])[] = [
  ['storage-wrote', ['from', 'value']],
  ['storage-refused', ['from', 'value']],
  ['row-inserted', ['id']],
  ['row-beat', ['id']],
  ['row-taken-over', ['id']],
  ['row-deleted', ['id']],
  ['row-unchanged', ['from', 'op']],
  ['key-set', ['key']],
  ['key-expired', ['key']],
  ['key-deleted', ['key']],
  ['key-extended', ['key']],
  ['key-unchanged', ['from', 'op']],
  ['replica-follows', ['master']],
  ['replica-alone', ['master']],
  ['replica-promoted', []],
  ['provider-answered', ['pid']],
];
