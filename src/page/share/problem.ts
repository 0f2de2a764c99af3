import type { ProblemView } from '../../view/command.ts';
import { shownData } from '../../view/plain-text.ts';

/** A problem the page itself found; words stand under `problems.<code>`. */
export const problem = (code: string, given: ProblemView['data'], where = ''): ProblemView => {
  const data = shownData(given);
  return { code, where, data, text: `${code} ${JSON.stringify(data)}` };
};

/** `4.9 MB`, `612 KB`: a size as a person reads it. */
export const sizeText = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
