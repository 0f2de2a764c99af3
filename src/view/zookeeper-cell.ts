import type { Zxid } from './zxid.ts';

/** A transaction in the log. */
export interface TxnCellView {
  /** Its place in the log, from 0. */
  readonly index: number;
  readonly zxid: Zxid;
  readonly type: string;
  readonly path: string;
  readonly session: string;
  /** It changed nothing: an error, or a multi that failed. */
  readonly failed: boolean;
  /** On disk for good; otherwise a crash loses it. */
  readonly durable: boolean;
  readonly applied: boolean;
  /** The first of its file. */
  readonly beginsFile: boolean;
}
