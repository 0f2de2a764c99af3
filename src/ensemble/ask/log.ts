/** The transaction log in cells, with its snapshots among them; searched, and opened one by one. */
import { parseZxid, sameZxid } from '../../protocols/election/zxid.ts';
import type { Pid } from '../../view/time.ts';
import type { Zxid } from '../../view/zxid.ts';
import { MOST_ROWS } from '../../view/zookeeper-ask.ts';
import type {
  LogEntryView,
  TxnView,
  ZooKeeperAnswer,
  ZooKeeperQuestion,
} from '../../view/zookeeper-ask.ts';
import { recordFields } from '../../zookeeper/files/record-fields.ts';
import type { Txn, TxnBody } from '../../zookeeper/records/txns.ts';
import { txnAt } from '../../zookeeper/server/disk.ts';
import type { Disk } from '../../zookeeper/server/disk.ts';
import { logCells } from '../project-log.ts';
import { appliedStep } from './applied-step.ts';
import type { Asked } from './asked.ts';
import { Places } from './places.ts';
import { recordOn } from './record-on.ts';

/** Places looked at for one answer. */
const STRETCH = 50_000;
/** Bytes of a record that are shown. */
const MOST_BYTES = 4096;
/** Fields of a record that are shown. */
const MOST_FIELDS = 500;

const diskOf = ({ s, kept }: Asked): Disk => s?.disk ?? kept;

export function logWindow(
  asked: Asked,
  { first, most, find }: Extract<ZooKeeperQuestion, { readonly ask: 'log' }>,
): ZooKeeperAnswer {
  const disk = diskOf(asked);
  const places = new Places(disk);
  const { found, next } =
    find === undefined ? { found: null, next: null } : search(disk, places, first, find);
  const count = Math.min(Math.max(0, most), MOST_ROWS);
  const from = Math.max(0, found === null ? first : found - Math.floor(count / 2));
  const { length } = places;
  return {
    ask: 'log',
    first: from,
    length,
    cells: cellsAt(asked, places, from, count),
    found,
    next,
  };
}

function cellsAt(asked: Asked, places: Places, from: number, count: number): LogEntryView[] {
  const to = Math.min(from + count, places.length);
  const first = places.txnsBefore(from);
  const txns = logCells(
    diskOf(asked),
    asked.kept,
    asked.tree.lastZxid,
    first,
    places.txnsBefore(to),
  );
  const cells: LogEntryView[] = [];
  for (let place = from; place < to; place++) {
    const snapshot = places.snapshotAt(place);
    const txn = txns[places.txnsBefore(place) - first];
    if (snapshot !== null) {
      const durable = asked.kept.snapshots.some(({ zxid }) => sameZxid(zxid, snapshot));
      cells.push({ kind: 'snapshot', place, zxid: snapshot, durable });
    } else if (txn !== undefined) cells.push({ kind: 'txn', place, txn });
  }
  return cells;
}

function search(
  disk: Disk,
  places: Places,
  first: number,
  { text, back }: { readonly text: string; readonly back: boolean },
): { readonly found: number | null; readonly next: number | null } {
  const step = back ? -1 : 1;
  const zxid = zxidOf(text);
  const { length } = places;
  let place = first;
  for (let n = 0; n < STRETCH; n++, place += step) {
    if (place < 0 || place >= length) return { found: null, next: null };
    const snapshot = places.snapshotAt(place);
    if (snapshot !== null) {
      if (zxid !== null && sameZxid(snapshot, zxid)) return { found: place, next: null };
      continue;
    }
    const txn = txnAt(disk, places.txnsBefore(place));
    if (txn !== null && isAbout(txn, text, zxid)) return { found: place, next: null };
  }
  return { found: null, next: place };
}

/** `1·5`, `1.5` or `0x100000005`; null for anything else. */
function zxidOf(text: string): Zxid | null {
  try {
    return parseZxid(text);
  } catch {
    return null;
  }
}

const isAbout = ({ zxid, session, body }: Txn, text: string, wanted: Zxid | null): boolean =>
  (wanted !== null && sameZxid(zxid, wanted)) ||
  session === text ||
  body.type === text ||
  pathsOf(body).some((path) => path.includes(text));

/** Every path that a transaction names. */
export function pathsOf(body: TxnBody): readonly string[] {
  if (body.type === 'multi') return body.txns.flatMap(pathsOf);
  if (body.type === 'closeSession') return body.paths;
  return 'path' in body ? [body.path] : [];
}

export function openTxn(
  asked: Asked,
  { index }: Extract<ZooKeeperQuestion, { readonly ask: 'txn' }>,
): ZooKeeperAnswer {
  const disk = diskOf(asked);
  const txn = txnAt(disk, index);
  const [cell] = logCells(disk, asked.kept, asked.tree.lastZxid, index, index + 1);
  if (txn === null || cell === undefined) return { ask: 'txn', txn: null };
  const client: Pid | null = asked.owners.get(txn.session) ?? null;
  const { file, offset, bytes } = asked.record?.(index) ?? recordOn(disk, index);
  const fields = recordFields(bytes);
  const view: TxnView = {
    ...cell,
    time: txn.time,
    cxid: txn.cxid,
    client,
    fields: fields.slice(0, MOST_FIELDS),
    fieldCount: fields.length,
    bytes: hexOf(bytes.subarray(0, MOST_BYTES)),
    length: bytes.length,
    file,
    offset,
    step: appliedStep(asked.ghost, txn.zxid),
  };
  return { ask: 'txn', txn: view };
}

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
