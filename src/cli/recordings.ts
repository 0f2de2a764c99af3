import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Kind } from '../runner/conformance/conform.ts';
import { LIMITS } from '../view/limits.ts';
import { textOf, Usage } from './terminal.ts';
import type { Terminal } from './terminal.ts';

/** A recording on disk. */
export interface Recording {
  readonly path: string;
  /** What its folder says that it is; null: its shape decides. */
  readonly kind: Kind | null;
}

/**
 * The recordings at a path: the file itself, or all of a folder, in order of their names. A folder
 * with a `state.json` is one recording of four-letter words.
 * @throws Usage when there is nothing at the path
 */
export function findRecordings(path: string): Recording[] {
  if (!existsSync(path)) throw new Usage(`${path}: no such file or folder`);
  if (!statSync(path).isDirectory()) return [{ path, kind: kindBy(path) }];
  const state = join(path, 'state.json');
  if (existsSync(state)) return [{ path: state, kind: 'fourletter' }];
  return readdirSync(path, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inner = join(path, entry.name);
      if (entry.isDirectory()) return findRecordings(inner);
      return entry.name.endsWith('.case.json') ? [{ path: inner, kind: kindBy(inner) }] : [];
    });
}

/** A recovery may consist of an election's actions alone: then its folder tells. */
const kindBy = (path: string): Kind | null =>
  basename(dirname(path)) === 'recovery' ? 'recovery' : null;

/** The texts of a folder by the names of their files. */
export const textsIn = (folder: string, terminal: Terminal): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.txt'))
      .map((file) => [file, textOf(terminal, join(folder, file), LIMITS.scenarioBytes)]),
  );
