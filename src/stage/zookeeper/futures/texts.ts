import type { FutureView, WriteView } from '../../../view/write-path.ts';
import type { SayFutures } from './words.ts';

/** `TRUNC 1·1`, `DIFF, empty` */
export const sentText = (
  say: SayFutures,
  { how, zxid, txns }: { readonly how: string; readonly zxid: string; readonly txns: number },
): string => {
  if (how === 'DIFF')
    return txns === 0 ? say('sent.empty', { how }) : say('sent.behind', { how, txns });
  return txns === 0 ? say('sent.only', { how, zxid }) : say('sent.more', { how, zxid, txns });
};

/** A write by what it is about: `/b`, or what was asked where it has no path. */
export const shortOf = ({ path, op }: Pick<WriteView, 'path' | 'op'>): string =>
  path === '' ? op : path;

/** What is said of one future, in the reader's language. */
export interface FutureTexts {
  /** Accessible name of the whole. */
  readonly label: string;
  /** `S3 dies after its own log` */
  readonly title: string;
  /** `b is dropped` */
  readonly verdict: string;
  /** The client's row. */
  readonly client: string;
  readonly told: string;
  readonly note: string;
}

/** One of the futures that stand side by side. */
export interface DrawnFuture {
  readonly letter: string;
  readonly future: FutureView;
  readonly texts: FutureTexts;
  /** What was told is worse than nothing: it is broken. */
  readonly broken: boolean;
}
