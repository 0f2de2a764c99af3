/** A routine as whoever looks on sees it. */
import type { ProgramView, WaitView } from '../view/zookeeper.ts';
import type { Thread, Waiting } from './routine.ts';

/** So much of a value is shown: it travels with every frame. */
const LONGEST_TEXT = 200;
const MOST_ITEMS = 8;
const DEEPEST = 3;

/** `[/a, /b, … 40]`, `{path: /a, version: 3}`. */
function textOf(value: unknown, depth = 0): string {
  if (typeof value === 'string') return cut(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (depth === DEEPEST) return '…';
  const inside = (each: unknown): string => textOf(each, depth + 1);
  if (value instanceof Map)
    return `{${listed([...value], ([key, of]) => `${inside(key)}: ${inside(of)}`)}}`;
  if (value instanceof Set) return `{${listed([...value], inside)}}`;
  if (Array.isArray(value)) return `[${listed(value as readonly unknown[], inside)}]`;
  return `{${listed(Object.entries(value), ([key, of]) => `${key}: ${inside(of)}`)}}`;
}

function listed<T>(items: readonly T[], text: (item: T) => string): string {
  const shown = items.slice(0, MOST_ITEMS).map(text);
  return items.length > MOST_ITEMS ? `${shown.join(', ')}, … ${items.length}` : shown.join(', ');
}

const cut = (text: string): string =>
  text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;

export function viewOf(name: string, { round, step, locals, waits, open }: Thread): ProgramView {
  const what = (wait: Waiting): string => {
    if (wait.kind === 'event') return wait.watcher ?? '';
    if (wait.kind !== 'result' && wait.kind !== 'reply') return '';
    return open.find(({ ticket }) => ticket === wait.call)?.op ?? '';
  };
  return {
    name,
    step,
    over: round === null,
    locals: Object.entries(locals).map(([key, value]) => ({
      name: key,
      value: cut(textOf(value)),
    })),
    waits: waits.map((wait): WaitView => ({ kind: wait.kind, what: what(wait), until: wait.due })),
  };
}
