/** R3: what React does in frames in which nothing but positions changes, in the built page. */
import { inPage } from './in-page.ts';
import type { Row } from './row.ts';

export const name = 'only positions move';

interface Measured {
  /** Animation frames in which only positions moved. */
  readonly moved: number;
  /** Commits of React in them. */
  readonly commits: number;
}

/** Without a browser there is nothing to measure, and it says so. */
export function run(): { rows: Row[] } {
  const result = inPage<Measured>(name, 'moving-page', null);
  if (result === null) return { rows: [] };
  const { moved, commits } = result;
  return {
    rows: [
      { name: 'frames looked at', value: moved, unit: '', aim: '> 0', ok: moved > 0 },
      { name: 'commits of React in them', value: commits, unit: '', aim: '0', ok: commits === 0 },
    ],
  };
}
