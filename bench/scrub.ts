/**
 * H1, its other half: from a move of the timeline's handle to the frame that shows the new place, in the
 * built page in a real browser. It ends where the main thread has painted; what the compositor adds is
 * not seen from inside the page.
 */
import { inPage } from './in-page.ts';
import { mix } from './mix.ts';
import { quantile } from './row.ts';
import type { Row } from './row.ts';

export const name = 'H1 scrub to paint';

const STEPS = 1_000_000;

interface Measured {
  readonly steps: number;
  readonly samples: readonly { readonly ms: number; readonly frames: number }[];
}

/** Without a browser there is nothing to measure, and it says so. */
export function run(): { rows: Row[] } {
  const { setup } = mix;
  const servers = setup.servers.map((server) => ({ ...server, startMs: 0 }));
  const scenario = { ...mix, setup: { ...setup, servers } };
  const result = inPage<Measured>(name, 'scrub-page', { scenario, steps: STEPS });
  if (result === null) return { rows: [] };
  const { steps, samples } = result;
  const ms = samples.map((sample) => sample.ms);
  const frames = samples.map((sample) => sample.frames);
  const late = quantile(frames, 0.95);
  return {
    rows: [
      { name: 'steps of the run', value: steps, unit: `(${samples.length} moves)` },
      { name: 'input to painted frame, median', value: quantile(ms, 0.5), unit: 'ms' },
      { name: 'input to painted frame, p95', value: quantile(ms, 0.95), unit: 'ms' },
      { name: 'input to painted frame, p99', value: quantile(ms, 0.99), unit: 'ms' },
      {
        name: 'frames after the first possible one, p95',
        value: late,
        unit: '',
        aim: '≤ 1',
        ok: late <= 1,
      },
    ],
  };
}
