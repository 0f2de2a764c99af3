import { ALL_KEYS, keyLike, knownKey } from '../../../zoo-cfg/other-keys.ts';
import type { CfgKey } from '../../../zoo-cfg/keys.ts';

/** What a line of a `zoo.cfg` is about. */
export type LineSubject =
  | { readonly kind: 'key'; readonly key: CfgKey }
  | { readonly kind: 'server' | 'group' | 'comment' | 'unknown' | 'nothing' };

const KEY = /^\s*([^\s=:#!][^\s=:]*)/u;

/** @param cursor where in the text somebody is */
export function subjectAt(text: string, cursor: number): LineSubject {
  const start = text.lastIndexOf('\n', cursor - 1) + 1;
  const line = text.slice(start).split('\n', 1)[0] ?? '';
  if (line.trim() === '') return { kind: 'nothing' };
  if (/^\s*[#!]/u.test(line)) return { kind: 'comment' };
  const name = KEY.exec(line)?.[1] ?? '';
  if (name.startsWith('server.')) return { kind: 'server' };
  if (/^(group|weight)\./u.test(name)) return { kind: 'group' };
  const key = knownKey(name) ?? keyLike(name);
  return key === undefined ? { kind: 'unknown' } : { kind: 'key', key };
}

/** Where the line of a key begins; −1 when there is none. */
export function lineOf(text: string, key: string): number {
  let at = 0;
  for (const line of text.split('\n')) {
    if (KEY.exec(line)?.[1] === key) return at;
    at += line.length + 1;
  }
  return -1;
}

/** The text with a line for this key at its end, with what holds without it. */
export function withKey(text: string, { key, default: value }: CfgKey): string {
  const before = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  return `${before}${key}=${value}\n`;
}

/** Keys whose name contains all of these words. */
export const keysLike = (search: string): readonly CfgKey[] => {
  const words = search.toLowerCase().split(/\s+/u);
  return ALL_KEYS.filter(({ key }) => words.every((word) => key.toLowerCase().includes(word)));
};
