import type { OwnAnswer, OwnQuestion } from './question.ts';
import type { Pid } from './time.ts';

/** Logs that real servers have written, and what a told history cannot say for certain. */

/** How it is known whose log a file is. */
export type ServerKnownBy = 'myid' | 'name' | 'said';

/** One file as it was read. */
export interface LogFileView {
  readonly name: string;
  /** Bytes, as it was given. */
  readonly size: number;
  /** Whose it is, those with most lines first; none: nothing says so, and nothing of it is told. */
  readonly servers: readonly Pid[];
  readonly by: ServerKnownBy | null;
  /** What the server said of its version; null: nothing. */
  readonly version: string | null;
  readonly lines: number;
  /** Lines of which something is told. */
  readonly told: number;
  /** When its first and last line with a time were written, as they say it. */
  readonly from: string | null;
  readonly to: string | null;
  /** Why nothing, or not all, of it was read. Words stand under `logs.problem.<code>`. */
  readonly problem: LogProblem | null;
}

export type LogProblem =
  | { readonly code: 'too-large' | 'bad-packing' | 'unreadable'; readonly text: string }
  /** No line of it has a time and a level: it is no log that can be read here. */
  | { readonly code: 'no-log' }
  /** It is of the same time as another file of the same server, and was left out. */
  | { readonly code: 'overlaps'; readonly with: string }
  /** Nothing says which server wrote it. */
  | { readonly code: 'whose' }
  /** It has more lines than are read: the rest, from this one on, is left out. */
  | { readonly code: 'many-lines'; readonly line: number };

/**
 * Why nothing is told of a line: `ensemble`: a class that takes part in elections wrote it, in words
 * that are not known here; `other`: another class did; `trace`: it goes on with the line before it, as
 * a stack trace does; `foreign`: no log line, and nothing of one.
 */
export type SkippedWhy = 'ensemble' | 'other' | 'trace' | 'foreign';

/** Lines of one kind of which nothing is told. */
export interface SkippedKind {
  readonly id: number;
  readonly why: SkippedWhy;
  /** The class that wrote them; '' where that is not known. */
  readonly logger: string;
  readonly count: number;
}

/** Something about the logs as a whole that whoever reads them should know. */
export interface LogWarning {
  /** Words stand under `logs.warning.<code>`. */
  readonly code:
    | 'heard-too-early'
    | 'joined-too-early'
    | 'clock-back'
    | 'no-log-of'
    | 'many-events'
    | 'many-servers';
  readonly data: Readonly<Record<string, string | number>>;
  /** The event that it is about, if any: the position just after it. */
  readonly position: number | null;
}

/** What came of all files together. */
export interface LogsView {
  readonly files: readonly LogFileView[];
  /** Servers with a log of their own, and those that others name. */
  readonly servers: readonly Pid[];
  readonly named: readonly Pid[];
  readonly events: number;
  /** What the first event's clock showed: `2026-11-21 03:22:44.126`. */
  readonly begins: string | null;
  /** The position at which the first election begins; 0 where none does. */
  readonly opensAt: number;
  readonly skipped: readonly SkippedKind[];
  readonly warnings: readonly LogWarning[];
}

/** What is asked of logs: what they are, and the lines of a kind that was skipped. */
export type LogsQuestion =
  | (OwnQuestion & { readonly ask: 'logs' })
  | (OwnQuestion & { readonly ask: 'lines'; readonly kind: number; readonly first: number })
  /** The line that tells the event just before this position. */
  | (OwnQuestion & { readonly ask: 'line'; readonly position: number });

export interface LogLineView {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

export type LogsAnswer =
  | (OwnAnswer & { readonly ask: 'logs'; readonly logs: LogsView })
  | (OwnAnswer & { readonly ask: 'lines'; readonly lines: readonly LogLineView[] })
  | (OwnAnswer & { readonly ask: 'line'; readonly line: LogLineView | null });

/** Lines that one answer holds at most. */
export const MOST_LINES = 100;
/** Files of logs to be read. A `File` is the browser's. */
export interface LogsToRead<File> {
  readonly files: readonly File[];
  /** Whose log a file is, by its name, where the reader has said so. */
  readonly said: Readonly<Record<string, Pid>>;
}

/** How far files are read, of all their bytes; comes from the worker before its answer. */
export interface Reading {
  readonly reading: { readonly done: number; readonly total: number };
}
