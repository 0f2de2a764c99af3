/** Reads snapshots, whole or as they come [FileSnap, SnapStream]. */
import type { StatPersisted } from '../records/stat.ts';
import { adler32, OF_NOTHING } from './adler32.ts';
import { BadFile, tooMany } from './bad-file.ts';
import { Incoming } from './incoming.ts';
import { bytesOf, JuteReader } from './jute-reader.ts';
import { END, MAGIC } from './snapshot.ts';
import type { RoundNodes, Snapshot, SnapshotNode } from './snapshot.ts';
import { readAcls } from './txn-codec.ts';
import { HEADER_BYTES, readHeader } from './txn-log.ts';

const STAT_BYTES = 60;
/** Bytes of a session, and at least of an ACL. */
const LEAST_ITEM = 12;

type Steps<T> = Generator<undefined, T, undefined>;

/** A snapshot that comes in parts: each node is handed on as it comes, and the bytes are let go. */
export class SnapshotReader {
  /** Sessions, entries of ACLs and nodes so far. */
  records = 0;
  private readonly most: number;
  private readonly size: number;
  private readonly hand: (node: SnapshotNode, offset: number) => void;
  private readonly incoming = new Incoming();
  /** Of what waits; from where it stands on, nothing has been understood. */
  private reader = new JuteReader(new Uint8Array(0));
  private whole = false;
  /** Bytes without which there is nothing to be read. */
  private needs = HEADER_BYTES;
  /** Where in the file the last one that was counted begins. */
  private counted = -1;
  /** Adler-32 of everything up to `summed`, a place in what waits. */
  private sum = OF_NOTHING;
  private summed = 0;
  private readonly steps = this.read();

  /**
   * @param most records
   * @param size bytes of the file; Infinity when nobody knows
   * @param hand takes a node, and where it begins
   */
  constructor(most: number, size: number, hand: (node: SnapshotNode, offset: number) => void) {
    this.most = most;
    this.size = size;
    this.hand = hand;
  }

  /**
   * @param whole nothing more comes
   * @returns null: it goes on in what has not come yet
   * @throws BadFile where the file is broken, or too much; a real server then takes an older one
   */
  take(part: Uint8Array, whole: boolean): RoundNodes | null {
    this.incoming.take(part);
    this.whole = whole;
    const { waiting, base } = this.incoming;
    if (!whole && waiting.length < this.needs) return null;
    const more = whole ? 0 : Math.max(0, this.size - base - waiting.length);
    const source = { whole: bytesOf(waiting), ahead: 0 };
    this.reader = new JuteReader(waiting, 0, waiting.length, { more, source });
    try {
      const { done, value } = this.steps.next();
      if (done === true) return value;
    } catch (error) {
      throw error instanceof BadFile ? error.behind(base) : error;
    }
    this.sumTo(this.reader.offset);
    this.summed = 0;
    this.incoming.pass(this.reader.offset);
    // What is read anew with each part is read so seldom that all readings together take twice the last.
    this.needs = 2 * this.incoming.waiting.length;
    return null;
  }

  private *read(): Steps<RoundNodes> {
    const header = yield* this.item((reader) => readHeader(reader, MAGIC, 'snapshot'));
    const sessions = yield* this.list((reader) => {
      this.count(reader.offset);
      return { session: reader.session(), timeout: reader.int() };
    });
    const acls = yield* this.list((reader) => ({
      number: reader.long(),
      acl: readAcls(reader, () => this.count(reader.offset)),
    }));
    while (yield* this.item((reader) => this.node(reader)));
    const checksumOffset = this.incoming.base + this.reader.offset;
    yield* this.item((reader) => this.checkSeal(reader));
    const content = { header, sessions, acls, checksumOffset };
    while (!this.whole && this.reader.rest === 0) yield;
    if (this.reader.rest === 0) return { ...content, digest: null };
    const digest = yield* this.item((reader) => {
      const zxid = reader.zxid();
      reader.int();
      return { zxid, digest: reader.long() };
    });
    yield* this.item((reader) => this.checkSeal(reader));
    yield* this.end();
    return { ...content, digest };
  }

  /** What it reads has come whole, or is read anew when more has come. */
  private *item<T>(read: (reader: JuteReader) => T): Steps<T> {
    for (;;) {
      const { reader } = this;
      const from = reader.offset;
      try {
        return read(reader);
      } catch (error) {
        if (this.whole || !(error instanceof BadFile) || error.problem !== 'truncated') throw error;
        reader.offset = from;
        yield;
      }
    }
  }

  private *list<T>(read: (reader: JuteReader) => T): Steps<T[]> {
    const count = yield* this.item((reader) => reader.count(LEAST_ITEM));
    const items: T[] = [];
    for (let i = 0; i < count; i++) items.push(yield* this.item(read));
    return items;
  }

  /** Hands on a node; false where there are no more. */
  private node(reader: JuteReader): boolean {
    const from = reader.offset;
    const path = reader.text();
    if (path === END) return false;
    this.count(from);
    const node = { path, data: reader.buffer(), acl: reader.long(), stat: readStat(reader) };
    this.hand(node, this.incoming.base + from);
    return true;
  }

  /** What begins here is one more record; read anew it is the same. */
  private count(offset: number): void {
    const place = this.incoming.base + offset;
    if (place <= this.counted) return;
    this.counted = place;
    if (++this.records > this.most) throw tooMany(offset);
  }

  private checkSeal(reader: JuteReader): void {
    const at = reader.offset;
    const found = this.sumTo(at);
    const checksum = reader.long();
    if (checksum !== found) {
      const [stands, gives] = [checksum, found].map((value) => `0x${value.toString(16)}`);
      throw new BadFile(
        'bad-checksum',
        at,
        `checksum ${stands}, but the file's bytes give ${gives}`,
      );
    }
    const end = reader.offset;
    if (reader.text() !== END) throw new BadFile('bad-checksum', end, 'no / behind the checksum');
  }

  /** The checksum of everything before this place in what waits. */
  private sumTo(place: number): number {
    this.sum = adler32(this.reader.bytes, this.summed, place, this.sum);
    this.summed = place;
    return this.sum;
  }

  /** Nothing may stand behind it. */
  private *end(): Steps<void> {
    const from = this.incoming.base + this.reader.offset;
    let behind = 0;
    for (;;) {
      behind += this.reader.rest;
      this.reader.offset = this.reader.end;
      if (this.whole) break;
      yield;
    }
    if (behind === 0) return;
    const offset = from - this.incoming.base;
    throw new BadFile('too-long', offset, `${behind} bytes behind the snapshot`);
  }
}

/**
 * A snapshot that is here whole.
 * @throws BadFile where the file is broken; a real server then takes an older one
 */
export function readSnapshot(bytes: Uint8Array): Snapshot {
  const nodes: SnapshotNode[] = [];
  const offsets: number[] = [];
  const reader = new SnapshotReader(Infinity, bytes.length, (node, offset) => {
    nodes.push(node);
    offsets.push(offset);
  });
  const read = reader.take(bytes, true);
  if (read === null) throw new RangeError('a snapshot has no end');
  return { ...read, nodes, offsets };
}

function readStat(reader: JuteReader): StatPersisted {
  if (reader.rest < STAT_BYTES) {
    throw new BadFile('truncated', reader.offset, `a stat takes ${STAT_BYTES} bytes`);
  }
  const czxid = reader.zxid();
  const mzxid = reader.zxid();
  const ctime = reader.long();
  const mtime = reader.long();
  const version = reader.int();
  const cversion = reader.int();
  const aversion = reader.int();
  const owner = reader.session();
  const pzxid = reader.zxid();
  return { czxid, mzxid, pzxid, ctime, mtime, version, cversion, aversion, owner };
}
