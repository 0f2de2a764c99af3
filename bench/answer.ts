/** From Enter to the painted answer of a line typed at zkCli, in the built page in a real browser. */
import { inPage } from './in-page.ts';
import { quantile } from './row.ts';
import type { Row } from './row.ts';

export const name = 'zkCli answer';

/** Longer than this, ms, and typing feels slow. */
const AIM = 150;

/** Without a browser there is nothing to measure, and it says so. */
export function run(): { rows: Row[] } {
  const times = inPage<readonly number[]>(name, 'answer-page', null);
  if (times === null) return { rows: [] };
  const median = quantile(times, 0.5);
  return {
    rows: [
      {
        name: 'Enter to painted answer, median',
        value: median,
        unit: 'ms',
        aim: `≤ ${AIM}`,
        ok: median <= AIM,
      },
      { name: 'Enter to painted answer, p95', value: quantile(times, 0.95), unit: 'ms' },
    ],
  };
}
