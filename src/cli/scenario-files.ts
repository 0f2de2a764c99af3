import { dirname, join } from 'node:path';
import { expectationWords } from '../scenarios/expectation-words.ts';
import { load } from '../scenarios/load.ts';
import type { ProblemView } from '../view/command.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import { jsonOf, Usage } from './terminal.ts';
import type { Terminal } from './terminal.ts';

export type LoadedFile =
  | { readonly scenario: ScenarioFile; readonly problems: readonly [] }
  | { readonly scenario: null; readonly problems: readonly ProblemView[] };

/** Reads a scenario or lesson file. @throws Usage when it cannot be read or is no JSON */
export function loadFile(path: string, terminal: Terminal): LoadedFile {
  const { scenario, problems } = load(jsonOf(terminal, path));
  return scenario === undefined ? { scenario: null, problems } : { scenario, problems: [] };
}

/** `file.json: steps[2].until: …` */
export const problemLine = (path: string, { where, text }: ProblemView): string =>
  where === '' ? `${path}: ${text}` : `${path}: ${where}: ${text}`;

/**
 * What an expectation of this file says: a lesson's carry keys, and the sentences stand in the
 * English words beside it. Without such a file the key says it.
 */
export function sentencesOf(
  path: string,
  { lesson }: ScenarioFile,
  terminal: Terminal,
): (key: string) => string {
  const words = lesson === undefined ? {} : englishBeside(path, terminal);
  return (key) => (Object.hasOwn(words, key) ? (words[key] ?? key) : key);
}

function englishBeside(path: string, terminal: Terminal): Readonly<Record<string, string>> {
  try {
    const beside = join(dirname(path), 'en.json');
    return expectationWords(jsonOf(terminal, beside));
  } catch (error) {
    if (error instanceof Usage) return {};
    throw error;
  }
}
