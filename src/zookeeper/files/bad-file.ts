import { LIMITS } from '../../view/limits.ts';
import { fitting } from '../../view/plain-text.ts';

/** What can be wrong with a file; its words stand with the page. */
export type FileProblem =
  /** It does not begin with `ZKLG` or `ZKSN`. */
  | 'bad-magic'
  /** Another version of the format than 2. */
  | 'bad-version'
  /** It ends in the middle of something. */
  | 'truncated'
  /** A length that cannot be. */
  | 'bad-length'
  /** Packed with gzip or Snappy, and broken. */
  | 'bad-packing'
  /** There is more in it than can be read. */
  | 'too-large'
  /** It holds more transactions or nodes than can be held here. */
  | 'too-many'
  /** The Adler-32 that stands there is not that of the bytes. */
  | 'bad-checksum'
  /** A kind of transaction that no ZooKeeper writes. */
  | 'unknown-type'
  /** Bytes behind the body of a transaction, or behind the end of a snapshot. */
  | 'too-long'
  /** A node whose parent has not come before it. */
  | 'no-parent'
  /** A text that is no path, or a root that is not the first node. */
  | 'bad-path'
  /** A node names an ACL that the file does not hold. */
  | 'unknown-acl'
  /** A transaction whose zxid is not greater than that of the one before. */
  | 'zxid-order';

/** A file that is no transaction log and no snapshot, or a broken one. */
export class BadFile extends Error {
  readonly problem: FileProblem;
  /** Of the byte where it goes wrong. */
  readonly offset: number;
  private readonly said: string;

  constructor(problem: FileProblem, offset: number, text: string) {
    super(`byte ${offset}: ${fitting(text, LIMITS.shownPath)}`);
    this.name = 'BadFile';
    this.problem = problem;
    this.offset = offset;
    this.said = text;
  }

  /** The same, where what was read begins at this byte of its file. */
  behind(from: number): BadFile {
    return new BadFile(this.problem, from + this.offset, this.said);
  }
}

/** @param offset of the first that is too many */
export const tooMany = (offset: number): BadFile =>
  new BadFile(
    'too-many',
    offset,
    `more than ${LIMITS.fileRecords} transactions, parts of them, nodes, sessions and entries of ACLs; what follows is not read; open fewer or smaller files`,
  );
