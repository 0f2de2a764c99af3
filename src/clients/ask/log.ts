/** The transaction log in cells, searched, and opened one by one. */
import type { Pid } from '../../view/time.ts';
import { zxidHex, zxidText } from '../../view/zxid.ts';
import { MOST_ROWS } from '../../view/zookeeper-ask.ts';
import type { TxnView, ZooKeeperAnswer, ZooKeeperQuestion } from '../../view/zookeeper-ask.ts';
import type { Acl } from '../../zookeeper/records/acl.ts';
import type { Txn, TxnBody } from '../../zookeeper/records/txns.ts';
import { textOf } from '../../zookeeper/records/utf8.ts';
import { logRecord } from '../../zookeeper/files/txn-log.ts';
import { logLength, txnAt } from '../../zookeeper/server/disk.ts';
import type { Disk } from '../../zookeeper/server/disk.ts';
import { logCells } from '../project.ts';
import type { Asked } from './asked.ts';

/** Transactions looked at for one answer. */
const STRETCH = 50_000;
/** Characters of a field that are shown. */
const LONGEST = 200;

const diskOf = ({ s, kept }: Asked): Disk => s?.disk ?? kept;

export function logWindow(
  asked: Asked,
  { first, most, find }: Extract<ZooKeeperQuestion, { readonly ask: 'log' }>,
): ZooKeeperAnswer {
  const disk = diskOf(asked);
  const length = logLength(disk);
  const found = find === undefined ? null : search(disk, length, first, find);
  const from = Math.max(0, found === null ? first : found - Math.floor(most / 2));
  const to = from + Math.min(most, MOST_ROWS);
  const cells = logCells(disk, asked.kept, asked.tree.lastZxid, from, to);
  return { ask: 'log', first: from, length, cells, found };
}

function search(
  disk: Disk,
  length: number,
  first: number,
  { text, back }: { readonly text: string; readonly back: boolean },
): number | null {
  const step = back ? -1 : 1;
  const start = Math.min(Math.max(0, first), length - 1);
  for (let n = 0, index = start; n < STRETCH; n++, index += step) {
    if (index < 0 || index >= length) return null;
    const txn = txnAt(disk, index);
    if (txn !== null && isAbout(txn, text)) return index;
  }
  return null;
}

const isAbout = ({ zxid, body }: Txn, text: string): boolean =>
  zxidText(zxid) === text || zxidHex(zxid) === text || pathsOf(body).some((p) => p.includes(text));

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
  const client: Pid | null = asked.holders.get(txn.session) ?? null;
  const view: TxnView = {
    ...cell,
    time: txn.time,
    cxid: txn.cxid,
    client,
    fields: fieldsOf(txn.body, ''),
    bytes: hexOf(logRecord(txn)),
  };
  return { ask: 'txn', txn: view };
}

/** The record as it stands in the file: checksum, length, transaction, end mark. */
const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes.subarray(0, 4096), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** What a field of a body may be. */
type Field = string | number | boolean | null | readonly (string | Acl)[];

function fieldsOf(body: TxnBody, prefix: string): TxnView['fields'] {
  if (body.type === 'multi') {
    return body.txns.flatMap((part, index) => [
      { name: `${prefix}${index}.type`, value: part.type },
      ...fieldsOf(part, `${prefix}${index}.`),
    ]);
  }
  return Object.entries(body)
    .filter(([name]) => name !== 'type')
    .map(([name, value]) => ({ name: `${prefix}${name}`, value: shown(name, value) }));
}

function shown(name: string, value: Field): string {
  if (typeof value !== 'string') {
    if (typeof value !== 'object' || value === null) return `${value}`;
    return cut(value.map((each) => (typeof each === 'string' ? each : aclText(each))).join(', '));
  }
  return cut(name === 'data' ? textOf(value) : value);
}

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
const aclText = ({ scheme, id, perms }: Acl): string => `${scheme}:${id}:${perms}`;
