import type { ProblemView } from '../../view/command.ts';
import { readJson } from '../../view/json-text.ts';
import { LIMITS } from '../../view/limits.ts';
import { shortened } from '../../view/plain-text.ts';
import { problem, sizeText } from './problem.ts';

/** Larger files are not even read. */
const LARGEST = LIMITS.scenarioBytes;

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** What a scenario file holds (unchecked), or the one thing that is wrong with it. */
export const readScenarioFile = async (
  file: File,
): Promise<{ readonly scenario: unknown } | { readonly problem: ProblemView }> => {
  const name = shortened(file.name, LIMITS.shownText);
  if (file.size > LARGEST) {
    const data = { name, size: sizeText(file.size), limit: sizeText(LARGEST) };
    return { problem: problem('file-large', data) };
  }
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    return { problem: problem('file-unreadable', { name, detail: messageOf(error) }) };
  }
  const { problem: found, value } = readJson(bytes);
  if (found === undefined) return { scenario: value };
  if (found.code !== 'scenario-not-json') return { problem: found };
  return { problem: problem('file-not-json', { name, ...found.data }) };
};
