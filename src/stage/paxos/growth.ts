import { scaleLinear } from 'd3';
import type { CountSample } from '../../view/paxos-ask.ts';
import type { Micros } from '../../view/time.ts';
import { group, path, round, text } from '../shape.ts';
import type { Drawing, Shape } from '../shape.ts';
import type { ToolSaying } from './tool-words.ts';

/** What has grown so far. */
export interface Grown {
  readonly rounds: number;
  readonly refused: number;
  readonly messages: number;
}

const FIGURE = 70;

/** Three counts, each with its line from the run's beginning to now. */
export function growthChart(
  samples: readonly CountSample[],
  now: Micros,
  grown: Grown,
  { words, width, height }: { words: ToolSaying; width: number; height: number },
): Drawing {
  const x = scaleLinear([0, Math.max(1, now)], [FIGURE, width - 4]);
  const row = height / 3;
  const lines: readonly (readonly [keyof Grown, string])[] = [
    ['rounds', words.say('rounds')],
    ['refused', words.say('refusedAccepts')],
    ['messages', words.say('messages')],
  ];
  const past = [
    { time: 0, rounds: 0, refused: 0, messages: 0 },
    ...samples.filter(({ time }) => time < now),
    { time: now, ...grown },
  ];
  const shapes = lines.map(([count, label], index): Shape => {
    const bottom = round((index + 1) * row - 6);
    const y = scaleLinear([0, Math.max(1, grown[count])], [bottom, bottom - row + 26]);
    // A count stays what it was until it grows.
    const steps = past
      .map((sample, at) => {
        const [px, py] = [round(x(sample.time)), round(y(sample[count]))];
        return at === 0 ? `M${px} ${py}` : `H${px}V${py}`;
      })
      .join('');
    return group(
      [
        text(FIGURE - 12, bottom, String(grown[count]), { anchor: 'end', className: 'l b' }),
        text(FIGURE, round(bottom - row + 18), label, { className: 'xs i2' }),
        path(`M${FIGURE} ${bottom}H${round(width - 4)}`, { className: 'hair' }),
        path(steps, { style: { fill: 'none', stroke: 'var(--ink-2)', strokeWidth: 1.5 } }),
      ],
      { key: count, label: `${label}: ${grown[count]}` },
    );
  });
  return { shapes, width, height };
}
