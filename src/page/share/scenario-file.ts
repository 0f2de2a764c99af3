import type { ProblemView } from '../../view/command.ts';
import { problem, sizeText } from './problem.ts';

/** Larger files are not even read. */
const LARGEST = 5_000_000;

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** What a scenario file holds (unchecked), or the one thing that is wrong with it. */
export const readScenarioFile = async (
  file: File,
): Promise<{ readonly scenario: unknown } | { readonly problem: ProblemView }> => {
  const { name } = file;
  if (file.size > LARGEST) {
    const data = { name, size: sizeText(file.size), limit: sizeText(LARGEST) };
    return { problem: problem('file-large', data) };
  }
  let text: string;
  try {
    text = await file.text();
  } catch (error) {
    return { problem: problem('file-unreadable', { name, detail: messageOf(error) }) };
  }
  try {
    return { scenario: JSON.parse(text) as unknown };
  } catch (error) {
    return { problem: problem('file-not-json', { name, detail: messageOf(error) }) };
  }
};
