/** What each server's own log tells, in its order: one sequence a server. */
import type { LogWarning } from '../view/server-logs.ts';
import type { FactValue } from '../view/fact.ts';
import type { Pid } from '../view/time.ts';
import type { Entry, Moment } from './read-log.ts';
import type { Owned } from './whose.ts';
import { entriesOf } from './whose.ts';

/** One thing that a server's log tells, or that it falls silent. */
export interface Told {
  readonly server: Pid;
  readonly rule: string;
  readonly data: Readonly<Record<string, FactValue>>;
  readonly routine: boolean;
  /** ms since 1970, as the server's clock showed; never before what it told before. */
  readonly time: number;
  /** The file, by its place among those given, and the line. */
  readonly file: number;
  readonly line: number;
  /** The file's name, where the server has several. */
  readonly fileName: string | null;
}

export interface Sequences {
  readonly of: ReadonlyMap<Pid, readonly Told[]>;
  /** Files that were left out, by their place, with the file of the same server and time. */
  readonly apart: ReadonlyMap<number, string>;
  readonly warnings: readonly LogWarning[];
}

/** A clock that goes back by less was merely written down by another thread, ms. */
const JITTER = 1000;

interface Part {
  readonly file: number;
  readonly entries: readonly Entry[];
  /** The last line of the file that has a time. */
  readonly end: Moment | null;
}

/** A server's files one after the other; of two of the same time the second is left out. */
export function sequences(files: readonly Owned[]): Sequences {
  const parts = new Map<Pid, Part[]>();
  files.forEach((one, file) => {
    for (const [sid, entries] of entriesOf(one)) {
      const list = parts.get(sid) ?? [];
      parts.set(sid, list);
      list.push({ file, entries, end: one.log.last });
    }
  });
  const of = new Map<Pid, readonly Told[]>();
  const apart = new Map<number, string>();
  const warnings: LogWarning[] = [];
  for (const [sid, list] of [...parts].toSorted((a, b) => a[0] - b[0])) {
    const kept: Part[] = [];
    let until = -Infinity;
    for (const part of list.toSorted((a, b) => beginOf(a) - beginOf(b))) {
      const before = kept.at(-1);
      if (before !== undefined && beginOf(part) < until) {
        apart.set(part.file, files[before.file]?.log.name ?? '');
        continue;
      }
      kept.push(part);
      until = part.end?.time ?? beginOf(part);
    }
    const nameOf = (file: number): string | null =>
      kept.length > 1 ? (files[file]?.log.name ?? null) : null;
    of.set(sid, inOrder(sid, kept, nameOf, warnings));
  }
  return { of, apart, warnings };
}

const beginOf = ({ entries }: Part): number => entries[0]?.time ?? 0;

const STATES: ReadonlySet<string> = new Set(['looking', 'following', 'leading', 'observing']);

function inOrder(
  server: Pid,
  parts: readonly Part[],
  nameOf: (file: number) => string | null,
  warnings: LogWarning[],
): Told[] {
  const told: Told[] = [];
  /** Who comes on which thread of the leader: some lines name only the thread. */
  const learners = new Map<string, Pid>();
  let time = -Infinity;
  let state = '';
  let phase = '';
  let back = 0;
  const add = (file: number, at: Moment, rest: Pick<Told, 'rule' | 'data' | 'routine'>): void => {
    back = Math.max(back, time - at.time);
    time = Math.max(time, at.time);
    told.push({ server, ...rest, time, file, line: at.line, fileName: nameOf(file) });
  };
  for (const { file, entries } of parts) {
    for (const entry of entries) {
      const { said, thread, before } = entry;
      const { rule, routine = false } = said;
      const previous = told.at(-1);
      let { data } = said;
      if (rule === 'started') {
        // Two lines say it.
        if (previous?.rule === 'started') continue;
        if (previous !== undefined) {
          const last = before ?? { time: previous.time, line: previous.line };
          const until = { until: entry.line };
          add(file, last, { rule: 'silent', data: until, routine: false });
        }
        data = { again: previous !== undefined };
        state = phase = '';
        learners.clear();
      }
      if (STATES.has(rule)) {
        if (state === rule) continue;
        state = rule;
        phase = '';
      }
      if (rule === 'phase') {
        const now = `${String(data['phase'])} ${String(data['how'])}`;
        if (phase === now || (data['how'] === '' && phase.startsWith(now))) continue;
        phase = now;
      }
      if (rule === 'learner-came' && typeof data['from'] === 'number') {
        learners.set(thread, data['from']);
      }
      if (data['learner'] === null) data = { ...data, learner: learners.get(thread) ?? null };
      if (rule === 'heard' && data['from'] === server)
        add(file, entry, { rule: 'voted', data, routine });
      else add(file, entry, { rule, data, routine });
    }
  }
  const last = parts.at(-1);
  if (last?.end !== null && last?.end !== undefined) {
    add(last.file, last.end, { rule: 'log-ends', data: {}, routine: false });
  }
  if (back > JITTER) {
    warnings.push({ code: 'clock-back', data: { server, ms: back }, position: null });
  }
  return told;
}
