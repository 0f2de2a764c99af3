import { load } from '../scenarios/load.ts';
import type { ProblemView } from '../view/command.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import { parseJson } from './terminal.ts';
import type { Terminal } from './terminal.ts';

export type LoadedFile =
  | { readonly scenario: ScenarioFile; readonly problems: readonly [] }
  | { readonly scenario: null; readonly problems: readonly ProblemView[] };

/** Reads a scenario or lesson file. @throws Usage when it cannot be read or is no JSON */
export function loadFile(path: string, terminal: Terminal): LoadedFile {
  const { scenario, problems } = load(parseJson(terminal.read(path), path));
  return scenario === undefined ? { scenario: null, problems } : { scenario, problems: [] };
}

/** `file.json: steps[2].until: …` */
export const problemLine = (path: string, { where, text }: ProblemView): string =>
  where === '' ? `${path}: ${text}` : `${path}: ${where}: ${text}`;
