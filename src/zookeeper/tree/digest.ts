import type { StatPersisted } from '../records/stat.ts';
import { utf8Of } from '../records/utf8.ts';
import { NO_SESSION } from '../records/values.ts';
import type { Bytes, SessionId } from '../records/values.ts';

/**
 * The digest of one node: CRC-32 of path, data and stat. A tree's digest is the sum of its nodes', so
 * one write changes it at the cost of one node [DigestCalculator, AdHash]. What stands below
 * `/zookeeper` does not count: quota statistics differ from server to server while a log is replayed.
 * The sum is exact in a double up to two million nodes.
 */
export function nodeDigest(path: string, data: Bytes | null, stat: StatPersisted): number {
  if (path.startsWith('/zookeeper/')) return 0;
  let crc = text(-1, path === '/' ? '' : utf8Of(path));
  if (data !== null) crc = text(crc, data);
  for (const { epoch, counter } of [stat.czxid, stat.mzxid, stat.pzxid]) {
    crc = int(int(crc, epoch), counter);
  }
  for (const time of [stat.ctime, stat.mtime]) crc = int(int(crc, time / 2 ** 32), time);
  crc = int(int(int(crc, stat.version), stat.cversion), stat.aversion);
  return ~ownerIn(crc, stat.owner) >>> 0;
}

/** Most nodes have no owner: they need not be read. */
function ownerIn(crc: number, id: SessionId): number {
  if (id === NO_SESSION) return int(int(crc, 0), 0);
  const owner = id.slice(2).padStart(16, '0');
  return int(int(crc, Number.parseInt(owner.slice(0, 8), 16)), Number.parseInt(owner.slice(8), 16));
}

/** CRC-32 of ISO 3309, by bytes. */
const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ ((value & 1) * 0xedb88320);
  return value;
});

const step = (crc: number, byte: number): number => (crc >>> 8) ^ (TABLE[(crc ^ byte) & 0xff] ?? 0);

function text(start: number, bytes: Bytes): number {
  let crc = start;
  for (let i = 0; i < bytes.length; i++) crc = step(crc, bytes.charCodeAt(i));
  return crc;
}

/** Four bytes, the highest first. */
const int = (crc: number, value: number): number =>
  step(step(step(step(crc, value >>> 24), value >>> 16), value >>> 8), value);
