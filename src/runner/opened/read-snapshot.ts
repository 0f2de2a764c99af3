/** A snapshot as a tree. */
import { compareZxid, ZERO } from '../../protocols/election/zxid.ts';
import type { DigestCheck, FileProblemView } from '../../view/opened-files.ts';
import type { Zxid } from '../../view/zxid.ts';
import { SnapshotReader } from '../../zookeeper/files/snapshot-reader.ts';
import { MAGIC } from '../../zookeeper/files/snapshot.ts';
import type { RoundNodes } from '../../zookeeper/files/snapshot.ts';
import { SnapshotTree } from '../../zookeeper/files/tree-snapshot.ts';
import type { DataTree } from '../../zookeeper/tree/data-tree.ts';
import { problemOf } from './read-log.ts';
import type { ReadNothing } from './read-log.ts';

export interface ReadSnapshot {
  readonly name: string;
  readonly size: number;
  readonly content: RoundNodes;
  /** What it counts as, of the records that may be opened. */
  readonly records: number;
  readonly nodes: number;
  readonly zxid: Zxid;
  readonly tree: DataTree;
}

/**
 * A snapshot that comes in parts, read as they come: its nodes go into the tree that they make, and its
 * bytes are let go.
 */
export class SnapshotReading {
  private readonly name: string;
  private readonly reader: SnapshotReader;
  private readonly tree = new SnapshotTree();
  private greatest = ZERO;
  private size = 0;
  private content: RoundNodes | null = null;
  private problem: FileProblemView | null = null;

  /** @param most sessions, entries of ACLs and nodes @param size bytes; Infinity when nobody knows */
  constructor(name: string, most: number, size: number) {
    this.name = name;
    this.reader = new SnapshotReader(most, size, (node, offset) => {
      const { czxid, mzxid, pzxid } = node.stat;
      for (const zxid of [czxid, mzxid, pzxid])
        if (compareZxid(zxid, this.greatest) > 0) this.greatest = zxid;
      this.tree.add(node, offset);
    });
  }

  /** All bytes of it can be of use. */
  get written(): number {
    return this.size;
  }

  /** Whether what comes now is of no use. */
  get isOver(): boolean {
    return this.problem !== null;
  }

  /** There is more of it, which need not be read. */
  skip(bytes: number): void {
    this.size += bytes;
  }

  /** What the file counts as so far. */
  get records(): number {
    return this.reader.records;
  }

  /** @param whole nothing more comes */
  take(part: Uint8Array, whole: boolean): void {
    this.size += part.length;
    if (this.content !== null || this.problem !== null) return;
    try {
      this.content = this.reader.take(part, whole);
    } catch (error) {
      this.problem = problemOf(error);
    }
  }

  /** What has been read, once nothing more comes. */
  get read(): ReadSnapshot | ReadNothing {
    const { name, size, content, records, problem } = this;
    try {
      if (content === null) throw new RangeError('a snapshot has no end');
      const zxid = this.zxidOf(content);
      const { nodes } = this.tree;
      return { name, size, content, records, nodes, zxid, tree: this.tree.tree(content, zxid) };
    } catch (error) {
      return { kind: 'nothing', name, size, problem: problem ?? problemOf(error) };
    }
  }

  /**
   * Up to which transaction it holds everything: that is its name. With another name: its digest's, or
   * the greatest that any of its nodes has.
   */
  private zxidOf({ digest }: RoundNodes): Zxid {
    const hex = /snapshot\.([0-9a-f]{1,16})\b/iu.exec(this.name)?.[1]?.padStart(16, '0');
    if (hex !== undefined) {
      const [epoch, counter] = [hex.slice(0, 8), hex.slice(8)].map((half) =>
        Number.parseInt(half, 16),
      );
      return { epoch: epoch ?? 0, counter: counter ?? 0 };
    }
    return digest !== null && compareZxid(digest.zxid, ZERO) > 0 ? digest.zxid : this.greatest;
  }
}

/** Whether a file begins as a snapshot does. */
export const isSnapshot = (head: Uint8Array): boolean =>
  String.fromCharCode(...head.subarray(0, MAGIC.length)) === MAGIC;

/** A snapshot is written while the server works: its digest may be of a later transaction than its name. */
export function digestOf({ content, zxid, tree }: ReadSnapshot): DigestCheck {
  const { digest } = content;
  if (digest === null || compareZxid(digest.zxid, ZERO) === 0) {
    return { state: 'none', compared: 0, at: null };
  }
  if (compareZxid(digest.zxid, zxid) > 0) return { state: 'unknown', compared: 0, at: null };
  const same = digest.digest === tree.digest;
  return { state: same ? 'ok' : 'differs', compared: 1, at: same ? null : digest.zxid };
}
