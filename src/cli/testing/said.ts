/** For tests of commands: what one says when it is given these arguments, this input and these files. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBytes, readParts, writablePath, writeText } from '../terminal.ts';
import type { ExitCode, Terminal } from '../terminal.ts';
import { SCENARIO_VERSION } from '../../view/scenario.ts';

interface Said {
  readonly code: ExitCode;
  readonly out: readonly string[];
  readonly err: readonly string[];
}

type Command = (args: readonly string[], terminal: Terminal) => ExitCode;

export const folder = mkdtempSync(join(tmpdir(), 'zooscope-'));

/** Writes a file into `folder`. @returns its path */
export const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

export function said(
  command: Command,
  args: readonly string[],
  input: readonly string[] = [],
  cpu: () => number = () => 0,
): Said {
  const out: string[] = [];
  const err: string[] = [];
  const terminal: Terminal = {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    print: (stream, text) => (stream === 'out' ? out : err).push(text),
    read: readBytes,
    parts: readParts,
    lines: () => input,
    write: writeText,
    writable: writablePath,
    cpu,
  };
  return { code: command(args, terminal), out, err };
}

/** The one JSON document of `--json`. */
export function document({ out }: Said): Record<string, unknown> {
  const [only, ...others] = out;
  if (only === undefined || others.length > 0) throw new Error(`${out.length} documents`);
  return JSON.parse(only) as Record<string, unknown>;
}

/** Three servers that start at once, in the golden profile. */
export const scenario = {
  format: 'zooscope-scenario',
  version: SCENARIO_VERSION,
  model: 'election',
  title: 'two and three',
  seed: 4,
  setup: { profile: 'golden', servers: [1, 2, 3].map((sid) => ({ sid, startMs: 0 })) },
  expect: [{ text: 'three-leads', that: { leader: 3 } }],
};
