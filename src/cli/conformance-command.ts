import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { conform, conformFolder } from '../runner/conformance/conform.ts';
import type { CaseResult } from '../runner/conformance/conform.ts';
import { BadCase } from '../runner/conformance/json.ts';
import { parsed } from './arguments.ts';
import { findRecordings, textsIn } from './recordings.ts';
import type { Recording } from './recordings.ts';
import { guarded, jsonOf, readBytes, typedPath, Usage } from './terminal.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** Replays recordings of a real ZooKeeper; see the README. */
export function conformance(args: readonly string[], terminal: Terminal): ExitCode {
  return guarded(terminal, () => {
    const { values, positionals } = parsed('conformance', {
      args: [...args],
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const paths = positionals.length === 0 ? [ownRecordings()] : positionals.map(typedPath);
    const recordings = paths.flatMap(findRecordings);
    if (recordings.length === 0) {
      throw new Usage(
        `${paths.join(', ')}: no *.case.json there; give a recording or a folder of them`,
      );
    }
    const results = recordings.flatMap((recording) => {
      const found = replay(recording, terminal);
      if (!values.json) for (const result of found) terminal.out(lineOf(result));
      return found;
    });
    const passed = results.filter(({ ok }) => ok).length;
    const failed = results.length - passed;
    if (values.json)
      terminal.out(JSON.stringify({ passed, failed, cases: results.map(withoutNull) }));
    else terminal.out(`${passed} passed, ${failed} failed`);
    return failed === 0 ? 0 : 1;
  });
}

/** The project's own recordings; this file's folder is src/cli. */
const ownRecordings = (): string =>
  join(dirname(process.argv[1] ?? ''), '../../fixtures/zookeeper-3.8');

function replay({ path, kind }: Recording, terminal: Terminal): CaseResult[] {
  // The paths are whole already.
  const reader = { ...terminal, read: readBytes };
  const recording = jsonOf(reader, path);
  try {
    if (kind !== 'fourletter') return [conform(recording, kind ?? undefined)];
    const folder = dirname(path);
    return conformFolder(recording, textsIn(folder, reader), basename(folder));
  } catch (error) {
    if (error instanceof BadCase) throw new Usage(`${path}: ${error.message}`);
    throw error;
  }
}

const lineOf = ({ kind, name, ok, difference }: CaseResult): string =>
  ok ? `ok ${kind} ${name}` : `FAIL ${kind} ${name}: ${difference ?? ''}`;

const withoutNull = ({ kind, name, ok, difference }: CaseResult) =>
  difference === null ? { kind, name, ok } : { kind, name, ok, difference };
