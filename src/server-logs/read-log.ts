/** One file, line by line: what its lines tell, and of which lines nothing is told. */
import { LIMITS } from '../view/limits.ts';
import type { LogLineView, SkippedWhy } from '../view/server-logs.ts';
import type { Pid } from '../view/time.ts';
import { textOfUtf8 } from '../view/utf8-text.ts';
import { headOf } from './line.ts';
import type { Head, Said } from './line.ts';
import { isOfEnsemble, saidBy, writerOf } from './said.ts';

/** What one line of a file tells. */
export interface Entry {
  readonly said: Said;
  /** The server that wrote it; null where the line itself does not say. */
  readonly server: Pid | null;
  /** ms since 1970, as its clock showed. */
  readonly time: number;
  /** Of a leader's that speaks of a learner; else ''. */
  readonly thread: string;
  /** From 1. */
  readonly line: number;
  /** The last line with a time before it. */
  readonly before: Moment | null;
}

/** When a line was written. */
export interface Moment {
  readonly time: number;
  readonly line: number;
}

/** A kind of lines of which nothing is told; the same text is the same kind, in every file. */
export const kindKey = (why: SkippedWhy, logger: string): string => `${why} ${logger}`;

export interface ReadLog {
  readonly name: string;
  readonly size: number;
  readonly entries: readonly Entry[];
  readonly lines: number;
  /** Lines with a time and a level. */
  readonly heads: number;
  /** The first line that was not read, where there were more than may be. */
  readonly cutAt: number | null;
  /** How many lines name each server as their writer. */
  readonly writers: ReadonlyMap<Pid, number>;
  readonly version: string | null;
  readonly first: Head | null;
  readonly last: (Moment & Pick<Head, 'when'>) | null;
  /** How many lines there are of each kind of which nothing is told. */
  readonly skipped: ReadonlyMap<string, number>;
  /** The lines of one of these kinds, from the `from`th on. */
  skippedLines(kind: string, from: number, most: number): readonly LogLineView[];
  /** The text of a line, from 1; '' where there is none. */
  textOf(line: number): string;
}

/** Why nothing is told of a line; what is told has no kind. */
const TOLD = 0;
const NEW_LINE = 10;

/** Grows by doubling: a list of numbers would take four times as much. */
class Numbers {
  private all = new Uint32Array(1024);
  length = 0;
  push(value: number): void {
    if (this.length === this.all.length) {
      const larger = new Uint32Array(this.all.length * 2);
      larger.set(this.all);
      this.all = larger;
    }
    this.all[this.length++] = value;
  }
  at(index: number): number {
    return this.all[index] ?? 0;
  }
}

/** Lines that go on with the one before them: of a stack trace, or empty. */
const TRACE =
  /^(?:\s|$|Caused by: |\.\.\. \d|Suppressed: |Exception in thread |[\w$]+(?:\.[\w$]+)+(?:Exception|Error|Throwable)\b)/u;
/** So much of a line that goes on with another is looked at. */
const MORE = 400;

/**
 * @param most lines that may be read
 * @param tell hears how many bytes have been read
 */
export function readLog(
  { name, bytes, size = bytes.length }: { name: string; bytes: Uint8Array; size?: number },
  most: number,
  tell: (done: number) => void = () => undefined,
): ReadLog {
  const starts = new Numbers();
  const kindOf = new Numbers();
  const kinds: string[] = [''];
  const ids = new Map<string, number>();
  const skipped = new Map<string, number>();
  const entries: Entry[] = [];
  const writers = new Map<Pid, number>();
  let version: string | null = null;
  let first: Head | null = null;
  let last: ReadLog['last'] = null;
  let heads = 0;
  let cutAt: number | null = null;
  /** The message that is being read: it is over when the next one begins. */
  let open: { head: Head; line: number; more: string; before: Moment | null } | null = null;

  const mark = (line: number, kind: number): void => {
    while (kindOf.length < line - 1) kindOf.push(TOLD);
    if (kindOf.length === line - 1) kindOf.push(kind);
  };
  const skip = (line: number, why: SkippedWhy, logger: string): void => {
    const key = kindKey(why, logger);
    let id = ids.get(key);
    if (id === undefined) {
      id = kinds.push(key) - 1;
      ids.set(key, id);
    }
    skipped.set(key, (skipped.get(key) ?? 0) + 1);
    mark(line, id);
  };
  const waiting: number[] = [];
  const close = (): void => {
    if (open === null) return;
    const { head, line, more, before } = open;
    const said = saidBy({ ...head, more });
    const { time, logger } = head;
    const thread = logger === 'LearnerHandler' ? head.thread : '';
    const server = head.myid ?? writerOf(head);
    if (server !== null) writers.set(server, (writers.get(server) ?? 0) + 1);
    if (said === null) skip(line, isOfEnsemble(logger) ? 'ensemble' : 'other', logger);
    else {
      mark(line, TOLD);
      if (said.rule === 'version') version ??= String(said.data['version']);
      else entries.push({ said, server, time, thread, line, before });
    }
    for (const one of waiting) skip(one, 'trace', '');
    waiting.length = 0;
    open = null;
  };

  for (let from = 0; from < bytes.length;) {
    if (starts.length === most || entries.length === LIMITS.logEvents) {
      cutAt = starts.length + 1;
      break;
    }
    const found = bytes.indexOf(NEW_LINE, from);
    const end = found === -1 ? bytes.length : found;
    starts.push(from);
    const line = starts.length;
    const text = decode(bytes, from, end);
    const head = headOf(text);
    if (head !== null) {
      close();
      heads++;
      first ??= head;
      open = { head, line, more: '', before: last };
      last = { time: head.time, when: head.when, line };
    } else if (open !== null && TRACE.test(text)) {
      if (open.more === '') open.more = text.slice(0, MORE);
      waiting.push(line);
    } else {
      close();
      skip(line, 'foreign', '');
    }
    if (line % 4096 === 0) tell(end);
    from = end + 1;
  }
  close();
  tell(bytes.length);

  const textOf = (line: number): string => {
    if (line < 1 || line > starts.length) return '';
    const from = starts.at(line - 1);
    const found = bytes.indexOf(NEW_LINE, from);
    return decode(bytes, from, found === -1 ? bytes.length : found);
  };
  return {
    name,
    size,
    entries,
    lines: starts.length,
    heads,
    cutAt,
    writers,
    version,
    first,
    last,
    skipped,
    textOf,
    skippedLines(kind, from, count) {
      const id = ids.get(kind);
      const shown: LogLineView[] = [];
      if (id === undefined) return shown;
      for (let i = 0, passed = 0; i < kindOf.length && shown.length < count; i++) {
        if (kindOf.at(i) !== id || passed++ < from) continue;
        shown.push({ file: name, line: i + 1, text: textOf(i + 1) });
      }
      return shown;
    },
  };
}

/** As much of a line as is looked at or shown. */
const LONGEST = LIMITS.logLineCharacters;

/** Nearly all lines are ASCII, for which there is a short way. */
function decode(bytes: Uint8Array, from: number, to: number): string {
  const end = to > from && bytes[to - 1] === 13 ? to - 1 : to;
  const line = bytes.subarray(from, Math.min(end, from + LONGEST));
  for (let i = 0; i < line.length; i++) if ((line[i] ?? 0) > 0x7f) return textOfUtf8(line);
  return String.fromCharCode.apply(null, line as unknown as number[]);
}
