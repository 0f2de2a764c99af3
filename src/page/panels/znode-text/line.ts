import type { NodeData, NodeKind, WrittenNode } from '../../../view/written-node.ts';

/**
 * A tree as text: one line a node, parents first.
 *
 *     /app persistent "v1"
 *     /app/jobs container
 *     "/with space" persistent "two\nlines"
 *     /lease ttl:60000 hex:00ff
 *
 * PATH KIND [DATA]: a path with white space or a quotation mark stands in JSON's quotation marks; the
 * kind is persistent, ephemeral, container or ttl:MS; data is a JSON string, or hex:… where it is no
 * text, and missing where there is none (null). Empty lines and lines that begin with # say nothing.
 */

const PLAIN = /^\/[^\s"]*$/u;

const dataText = (data: NodeData): string => {
  if (data === null) return '';
  return 'text' in data ? ` ${JSON.stringify(data.text)}` : ` hex:${data.hex}`;
};

export const writeLine = ({ path, kind, ttl, data }: WrittenNode): string =>
  `${PLAIN.test(path) ? path : JSON.stringify(path)} ${kind === 'ttl' ? `ttl:${ttl}` : kind}${dataText(data)}`;

/** What is wrong with a line; words stand under `znodeText.wrong.<code>`. */
export interface Wrong {
  readonly code: 'path' | 'quote' | 'kind' | 'ttl' | 'data' | 'hex';
  readonly found: string;
}

export type Read = { readonly node: WrittenNode } | { readonly wrong: Wrong } | null;

const QUOTED = /^"(?:[^"\\]|\\.)*"/u;

/** The first word, or what stands in quotation marks, and the rest; null: the marks do not close. */
const take = (text: string): { word: string; rest: string } | null => {
  if (!text.startsWith('"')) {
    const end = text.search(/\s/u);
    return end < 0
      ? { word: text, rest: '' }
      : { word: text.slice(0, end), rest: text.slice(end).trimStart() };
  }
  const quoted = QUOTED.exec(text)?.[0];
  if (quoted === undefined) return null;
  try {
    return { word: JSON.parse(quoted) as string, rest: text.slice(quoted.length).trimStart() };
  } catch {
    return null;
  }
};

/** Null for a line that says nothing. */
export const readLine = (line: string): Read => {
  const text = line.trim();
  if (text === '' || text.startsWith('#')) return null;
  const path = take(text);
  if (path === null) return { wrong: { code: 'quote', found: text } };
  if (!path.word.startsWith('/')) return { wrong: { code: 'path', found: path.word } };
  const [, kindText = '', dataPart = ''] = /^(\S*)\s*(.*)$/su.exec(path.rest) ?? [];
  const kind = kindOf(kindText);
  if ('wrong' in kind) return kind;
  const data = readData(dataPart);
  if (data !== null && 'wrong' in data) return data;
  return { node: { path: path.word, ...kind, data } };
};

const KINDS: readonly NodeKind[] = ['persistent', 'ephemeral', 'container'];

const kindOf = (found: string): { kind: NodeKind; ttl: number } | { wrong: Wrong } => {
  const known = KINDS.find((kind) => kind === found);
  if (known !== undefined) return { kind: known, ttl: 0 };
  if (!found.startsWith('ttl')) return { wrong: { code: 'kind', found } };
  const ttl = /^ttl:(\d{1,15})$/u.exec(found)?.[1];
  return ttl === undefined ? { wrong: { code: 'ttl', found } } : { kind: 'ttl', ttl: Number(ttl) };
};

const readData = (found: string): NodeData | { wrong: Wrong } => {
  if (found === '') return null;
  if (found.startsWith('hex:')) {
    const hex = found.slice('hex:'.length).toLowerCase();
    return /^(?:[\da-f]{2})*$/u.test(hex) ? { hex } : { wrong: { code: 'hex', found } };
  }
  const data = found.startsWith('"') ? take(found) : null;
  return data === null || data.rest !== ''
    ? { wrong: { code: 'data', found } }
    : { text: data.word };
};
