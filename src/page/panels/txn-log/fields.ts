import { instantText } from '../../../view/instant.ts';
import type { RecordField } from '../../../view/zookeeper-ask.ts';
import { zxidText } from '../../../view/zxid.ts';

/** The parts of a record, in the order of their bytes. */
export const PARTS = ['frame', 'header', 'body', 'digest'] as const;
export type Part = (typeof PARTS)[number];

const FRAME = new Set(['checksum', 'length', 'mark']);
/** [TxnHeader] */
const HEADER = new Set(['clientId', 'cxid', 'zxid', 'time', 'type']);
/** [TxnDigest] */
const DIGEST = new Set(['digestVersion', 'treeDigest']);

/** Which part of a record a field belongs to. */
export const partOf = ({ name }: Pick<RecordField, 'name'>): Part => {
  if (FRAME.has(name)) return 'frame';
  if (HEADER.has(name)) return 'header';
  return DIGEST.has(name) ? 'digest' : 'body';
};

/** In the order in which zkCli prints them. */
const PERMISSIONS: readonly (readonly [string, number])[] = [
  ['c', 4],
  ['d', 8],
  ['r', 1],
  ['w', 2],
  ['a', 16],
];

/**
 * What a value says in other words; '' when it speaks for itself.
 * @param clientOf the client that has a session, by name; '' when nobody has
 */
export function meaningOf(
  { name, type, value }: RecordField,
  clientOf: (session: string) => string,
): string {
  if (type === 'zxid') return zxidText(zxidOf(value));
  if (type === 'session') return clientOf(value);
  if (name === 'time') return instantText(Number(value)).replace('T', ' ');
  if (name.endsWith('perms')) {
    return PERMISSIONS.map(([letter, bit]) => ((Number(value) & bit) === 0 ? '' : letter)).join('');
  }
  return '';
}

function zxidOf(hex: string): { epoch: number; counter: number } {
  const digits = hex.slice(2).padStart(16, '0');
  return {
    epoch: Number.parseInt(digits.slice(0, 8), 16),
    counter: Number.parseInt(digits.slice(8), 16),
  };
}
