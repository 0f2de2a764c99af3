/** The members of an ensemble beside each other: what each one's tree has and lacks. */
import type { Pid } from './time.ts';
import type { Zxid } from './zxid.ts';

/** Of what a server lacks so many are named. */
export const MOST_LACKING = 5;

/** A node as one server has it. */
export interface SeenNode {
  /** The beginning of its data as text; null: none. */
  readonly data: string | null;
  readonly dataLength: number;
  readonly mzxid: Zxid;
  readonly version: number;
  readonly numChildren: number;
}

/** A server's tree beside the others'; of one that is down, what its disk would give. */
export interface SeenView {
  readonly server: Pid;
  readonly zxid: Zxid;
  /** Transactions that the tree which is furthest has and this one has not. */
  readonly behind: number;
  /** The first of them. */
  readonly lacks: readonly { readonly zxid: Zxid; readonly type: string; readonly path: string }[];
  readonly node: SeenNode | null;
}
