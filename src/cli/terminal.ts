import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  openSync,
  readSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import process from 'node:process';
import { readJson } from '../view/json-text.ts';
import { LIMITS } from '../view/limits.ts';
import { fitting, withoutControls } from '../view/plain-text.ts';
import { firstBadByte } from '../view/utf8-text.ts';

/** What a command may use of the machine it runs on; tests give another one. */
export interface Terminal {
  /** A line of ours (or a document) on standard output: no control characters, wherever it goes. */
  out(text: string): void;
  /** What a simulated program prints, on either stream: on a pipe as it is. */
  print(stream: 'out' | 'err', text: string, end?: '' | '\n'): void;
  /** Progress and complaints, on standard error. */
  err(text: string): void;
  /** At most one byte more than `most`. @throws Usage when there is no such file */
  read(path: string, most: number): Uint8Array;
  /** The same, part by part. */
  parts(path: string, most: number): Iterable<Uint8Array>;
  /**
   * Lines of standard input, each as soon as it is there.
   * @throws Usage when they are not UTF-8, or have more than `most` bytes
   */
  lines(most: number): Iterable<string>;
  /** @throws Usage */
  write(path: string, text: string): void;
  /** @throws Usage when no file can be written there */
  writable(path: string): void;
  /** Seconds of processor time so far. */
  cpu(): number;
}

/** 0 success, 1 the check failed, 2 bad usage or bad input. */
export type ExitCode = 0 | 1 | 2;

/** Bad usage or bad input, said in one line: what, where, how to mend it. */
export class Usage extends Error {}

/** A path as a person typed it: npm runs commands in the project's folder, not in the person's. */
export const typedPath = (path: string): string =>
  resolve(process.env['INIT_CWD'] ?? process.cwd(), path);

/**
 * The first `most` bytes of a file and one more, if there are more. A device or a pipe has no size that
 * could be asked for.
 * @throws Usage
 */
export function readBytes(path: string, most: number): Uint8Array {
  try {
    const file = openSync(path, 'r');
    try {
      return upTo(file, sizeOf(file, path, most), most + 1);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** Bytes that are read at once. */
const PART = 1_000_000;

/** The same in parts, each of which holds only until the next is asked for. @throws Usage */
export function* readParts(path: string, most: number): Generator<Uint8Array> {
  try {
    const file = openSync(path, 'r');
    try {
      sizeOf(file, path, most);
      const part = new Uint8Array(PART);
      for (let left = most + 1; left > 0;) {
        const length = readSync(file, part, 0, Math.min(left, PART), null);
        if (length === 0) return;
        left -= length;
        yield part.subarray(0, length);
      }
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** @throws Usage when it has more than `most` bytes */
function sizeOf(file: number, path: string, most: number): number {
  const { size } = fstatSync(file);
  if (size > most)
    throw new Usage(`${path}: ${size} bytes; at most ${most} are read; give a smaller file`);
  return size;
}

/** What the system says of a file; other errors are not about it. */
function unreadable(path: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  return code === undefined
    ? error
    : new Usage(`${path}: ${reasons[code] ?? code}; give the path of a file that can be read`);
}

function upTo(file: number, size: number, most: number): Uint8Array {
  let bytes = Buffer.alloc(Math.min(most, Math.max(size + 1, 65_536)));
  let length = 0;
  for (;;) {
    const read = readSync(file, bytes, length, bytes.length - length, null);
    length += read;
    if (read === 0 || length >= most) return bytes.subarray(0, length);
    if (length < bytes.length) continue;
    const larger = Buffer.alloc(Math.min(most, 2 * bytes.length));
    bytes.copy(larger);
    bytes = larger;
  }
}

/** Why a file cannot be read or written. */
export const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  ENOTDIR: 'no such folder',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
};

/** @throws Usage when no file can be written there */
export function writablePath(path: string): void {
  const folder = dirname(path);
  try {
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw unwritable(path, error);
  }
  if (existsSync(path) && statSync(path).isDirectory()) {
    throw new Usage(`${path}: it is a folder; give the path of a file that can be written`);
  }
}

/** @throws Usage */
export function writeText(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw unwritable(path, error);
  }
}

function unwritable(path: string, error: unknown): Usage {
  const { code = '' } = error as NodeJS.ErrnoException;
  const why = code === 'ENOENT' ? 'no such folder' : (reasons[code] ?? code);
  return new Usage(`${path}: ${why}; give the path of a file that can be written`);
}

/** The text of a file, which must be UTF-8. @throws Usage */
export function textOf(terminal: Terminal, path: string, most: number): string {
  const bytes = terminal.read(path, most);
  if (bytes.length > most)
    throw new Usage(`${path}: at most ${most} bytes are read; give a smaller file`);
  const bad = firstBadByte(bytes);
  if (bad !== null) {
    throw new Usage(`${path}: not UTF-8 from byte ${bad} on; save it as UTF-8`);
  }
  return new TextDecoder().decode(bytes);
}

/** The value of a JSON file. @throws Usage */
export function jsonOf(terminal: Terminal, path: string): unknown {
  const { problem, value } = readJson(terminal.read(path, LIMITS.scenarioBytes));
  if (problem === undefined) return value;
  if (problem.code !== 'scenario-not-json') {
    const { where, text } = problem;
    throw new Usage(`${path}: ${where === '' ? '' : `${where}: `}${text}`);
  }
  throw new Usage(
    `${path}: not JSON (${String(problem.data['detail'])}); mend it or give another file`,
  );
}

/**
 * Runs a command; what is wrong with its usage or input becomes one line and exit code 2, a mistake of
 * ours one line and exit code 1: nobody can do anything with a trace but we.
 */
export function guarded(terminal: Terminal, command: () => ExitCode): ExitCode {
  try {
    return command();
  } catch (error) {
    if (error instanceof Usage) {
      terminal.err(fitting(unbroken(error.message), 2 * LIMITS.shownMessage));
      return 2;
    }
    if (process.env['ZOOSCOPE_TRACE'] === '1') throw error;
    terminal.err(oneLine(ownFault(error)));
    return 1;
  }
}

/** @param error what nobody was prepared for */
const ownFault = (error: unknown): string =>
  `a fault of Zooscope, not of what it was given: ${fitting(unbroken(String(error)), LIMITS.shownMessage)}. ` +
  `Please report it, with this command and its files, where you have Zooscope from; ` +
  `ZOOSCOPE_TRACE=1 before the command shows where it happened.`;

const unbroken = (text: string): string => text.replaceAll(/\s*\n\s*/gu, ' ');

const oneLine = (text: string): string => withoutControls(unbroken(text));
