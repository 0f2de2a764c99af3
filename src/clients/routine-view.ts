/** A routine as whoever looks on sees it. */
import type { ProgramView, WaitView } from '../view/zookeeper.ts';
import type { Thread, Waiting } from './routine.ts';

const LONGEST_TEXT = 200;

const textOf = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
};

export function viewOf(name: string, { round, step, locals, waits, open }: Thread): ProgramView {
  const what = (wait: Waiting): string => {
    if (wait.kind === 'event') return wait.watcher ?? '';
    if (wait.kind !== 'result') return '';
    return open.find(({ ticket }) => ticket === wait.call)?.op ?? '';
  };
  return {
    name,
    step,
    over: round === null,
    locals: Object.entries(locals).map(([key, value]) => ({ name: key, value: textOf(value) })),
    waits: waits.map((wait): WaitView => ({ kind: wait.kind, what: what(wait), until: wait.due })),
  };
}
