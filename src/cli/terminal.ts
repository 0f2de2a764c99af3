import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';

/** What a command may use of the machine it runs on; tests give another one. */
export interface Terminal {
  /** One line (or a document) on standard output. */
  out(text: string): void;
  /** Progress and complaints, on standard error. */
  err(text: string): void;
  /** @throws Usage when there is no such file */
  read(path: string): string;
  /** Lines of standard input, each as soon as it is there. */
  lines(): Iterable<string>;
  write(path: string, text: string): void;
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

/** @throws Usage */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why =
      code === 'ENOENT' ? 'no such file' : code === 'EISDIR' ? 'it is a folder' : String(code);
    throw new Usage(`${path}: ${why}; give the path of a file that can be read`);
  }
}

/** @throws Usage */
export function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Usage(
      `${path}: not JSON (${(error as Error).message}); mend it or give another file`,
    );
  }
}

/** Runs a command; what is wrong with its usage or input becomes one line and exit code 2. */
export function guarded(terminal: Terminal, command: () => ExitCode): ExitCode {
  try {
    return command();
  } catch (error) {
    if (error instanceof Usage) {
      terminal.err(oneLine(error.message));
      return 2;
    }
    throw error;
  }
}

const oneLine = (text: string): string => text.replaceAll(/\s*\n\s*/g, ' ');
