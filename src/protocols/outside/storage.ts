/**
 * A storage that a lock protects. With fencing it compares tokens: it accepts a write iff its token is
 * not smaller than the greatest that it has seen (specification R-13) [KLEP16].
 */
import type { StorageWrite } from '../../view/outside.ts';
import type { Storage } from './data.ts';
import { say } from './facts.ts';
import type { StorageRequest } from './messages.ts';
import { answerOf } from './messages.ts';
import { did, keep, requestOf, tell } from './outside.ts';
import type { Outside, OutsideEvent } from './outside.ts';
import { tokenOrNone } from './token.ts';

/** So many writes are shown. */
const MOST_SHOWN = 20;

export const emptyStorage = (fencing: boolean): Storage => ({
  kind: 'storage',
  fencing,
  value: null,
  greatest: null,
  writes: [],
  refused: 0,
});

type Write = StorageRequest & { readonly op: 'write' };

const writeOf = (e: OutsideEvent): Write => requestOf(e) as Write;

export const isRead = (_s: Outside, e: OutsideEvent): boolean => requestOf(e).op === 'read';
export const isWrite = (_s: Outside, e: OutsideEvent): boolean => requestOf(e).op === 'write';

/** A write without a token, or with one that is smaller than another that it has seen. */
export const isStale = ({ data }: Outside<Storage>, e: OutsideEvent): boolean => {
  if (requestOf(e).op !== 'write' || !data.fencing) return false;
  const { token } = writeOf(e);
  return (token ?? -1) < (data.greatest ?? 0);
};

const noted = ({ data }: Outside<Storage>, e: OutsideEvent, accepted: boolean): Storage => {
  const { value, token } = writeOf(e);
  const write: StorageWrite = { value, writer: e.from, token, at: e.io.now, accepted };
  return { ...data, writes: [...data.writes, write].slice(-MOST_SHOWN) };
};

export function write(s: Outside<Storage>, e: OutsideEvent): Outside<Storage> {
  const { value, token } = writeOf(e);
  const { greatest } = s.data;
  const data = {
    ...noted(s, e, true),
    value,
    greatest: token === null ? greatest : Math.max(token, greatest ?? token),
  };
  if (e.io.explaining) say(e, 'storage-wrote', { from: e.from, value, token: tokenOrNone(token) });
  did(e, { kind: 'wrote', writer: e.from, value, token, greatest });
  return keep(s, e, data, answerOf(value));
}

export function refuse(s: Outside<Storage>, e: OutsideEvent): Outside<Storage> {
  const { value, token } = writeOf(e);
  const { greatest } = s.data;
  if (e.io.explaining) explainRefused(e, value, token, greatest);
  did(e, { kind: 'refused', writer: e.from, value, token });
  const data = { ...noted(s, e, false), refused: s.data.refused + 1 };
  return tell(s, e, data, answerOf(greatest, 'StaleToken'));
}

const explainRefused = (
  e: OutsideEvent,
  value: string,
  token: number | null,
  greatest: number | null,
): void =>
  say(e, 'storage-refused', {
    from: e.from,
    value,
    token: tokenOrNone(token),
    greatest: tokenOrNone(greatest),
  });

export const read = (s: Outside<Storage>, e: OutsideEvent): Outside<Storage> =>
  tell(s, e, s.data, answerOf(s.data.value));
