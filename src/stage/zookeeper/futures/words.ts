import type { FutureCell, FutureView } from '../../../view/write-path.ts';

/** What the drawing of two futures says, in the reader's language. */
export interface FuturesWords {
  /** Accessible name of the whole. */
  readonly label: string;
  /** `S3 dies after its own log` */
  readonly title: string;
  /** `b is dropped` */
  readonly verdict: string;
  readonly epoch: (epoch: number) => string;
  /** What a leader sent: `TRUNC 1·1`, `DIFF, empty`. */
  readonly sent: (how: string, zxid: string, txns: number) => string;
  /** The client's row. */
  readonly client: string;
  readonly told: string;
  readonly note: string;
  /** Accessible name of a server in this future. */
  readonly server: (pid: number, state: string) => string;
  readonly cell: (zxid: string, cell: FutureCell) => string;
}

/** One of the futures that stand side by side. */
export interface DrawnFuture {
  readonly letter: string;
  readonly future: FutureView;
  readonly words: FuturesWords;
  /** What was told is worse than nothing: it is broken. */
  readonly broken: boolean;
}
