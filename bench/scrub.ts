/**
 * H1, its other half: from a move of the timeline's handle to the frame that shows the new place, in the
 * built page in a real browser. It ends where the main thread has painted; what the compositor adds is
 * not seen from inside the page.
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { mix } from './mix.ts';
import { quantile } from './row.ts';
import type { Row } from './row.ts';

export const name = 'H1 scrub to paint';

const STEPS = 1_000_000;

type Measured =
  | { readonly missing: string }
  | {
      readonly steps: number;
      readonly samples: readonly { readonly ms: number; readonly frames: number }[];
    };

function measured(): Measured {
  const { setup } = mix;
  const servers = setup.servers.map((server) => ({ ...server, startMs: 0 }));
  const scenario = { ...mix, setup: { ...setup, servers } };
  const script = join(dirname(process.argv[1] ?? ''), 'scrub-page.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], {
    encoding: 'utf8',
    input: JSON.stringify({ scenario, steps: STEPS }),
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(`the page could not be measured: ${stderr}`);
  return JSON.parse(stdout) as Measured;
}

/** Without a browser there is nothing to measure, and it says so. */
export function run(): { rows: Row[] } {
  const result = measured();
  if ('missing' in result) {
    process.stderr.write(`${name}: not measured. ${result.missing}\n`);
    return { rows: [] };
  }
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
