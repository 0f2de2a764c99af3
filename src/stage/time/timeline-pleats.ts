import type { Mark } from '../../view/frame.ts';
import type { Micros } from '../../view/time.ts';
import type { FoldedAxis } from './fold.ts';
import { isQuiet } from '../rules.ts';
import { group, path, round } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { waitParts } from '../time-text.ts';
import { stretchOf } from './timeline-axis.ts';
import type { StageWords } from '../words.ts';

/** Pleats with less between them would look like a saw: one sign stands for all of them. */
const BETWEEN = 10;

interface Pleats {
  readonly signs: readonly Shape[];
  readonly labels: readonly {
    readonly x: number;
    readonly word: string;
    readonly weight: number;
  }[];
}

interface Run {
  readonly words: StageWords;
  readonly length: number;
  /** The playhead. */
  readonly position: number;
  readonly time: Micros;
  /** Middle of the bar. */
  readonly bar: number;
}

/** Where the bar is folded, and how long that was. */
export const pleatSigns = (marks: readonly Mark[], axis: FoldedAxis, run: Run): Pleats => {
  const places = new Map(axis.pleats.map((pleat) => [pleat.from, pleat]));
  const groups: { x0: number; x1: number; mark: Mark; length: Micros; count: number }[] = [];
  for (const mark of marks) {
    const pleat = isQuiet(mark.kind) ? places.get(stretchOf(mark, run.length).from) : undefined;
    if (pleat === undefined) continue;
    // How long one without an end has lasted is known where the playhead is.
    const goneOn = mark.open === true ? Math.max(0, run.time - mark.time) : mark.duration;
    const before = groups.at(-1);
    if (before !== undefined && pleat.x0 - before.x1 < BETWEEN) {
      before.x1 = pleat.x1;
      before.length += goneOn;
      before.count++;
    } else groups.push({ x0: pleat.x0, x1: pleat.x1, mark, length: goneOn, count: 1 });
  }
  const { words, bar } = run;
  const wait = (length: Micros): string => {
    const { value, unit } = waitParts(length);
    return words.timeIn(value, unit);
  };
  const say = (length: Micros): string => words.timeline('quiet', { duration: wait(length) });
  return {
    signs: groups.map(({ x0, x1, mark, length, count }) => {
      const x = round((x0 + x1) / 2);
      return group(
        [
          path(`M${round(x - 5)} ${bar}h10`, {
            style: { stroke: 'var(--paper)', strokeWidth: 6 },
          }),
          path(`M${round(x - 6)} ${bar - 7}l4 7l-4 7M${x} ${bar - 7}l4 7l-4 7`, {
            style: { fill: 'none', stroke: 'var(--ink-2)', strokeWidth: 1.4 },
          }),
        ],
        {
          key: `quiet-${mark.since}`,
          ...(length === 0
            ? {}
            : {
                title:
                  count === 1
                    ? say(length)
                    : words.timeline('quietTimes', { count, duration: wait(length) }),
              }),
        },
      );
    }),
    labels: groups.flatMap(({ x0, x1, length }) =>
      length === 0 ? [] : [{ x: (x0 + x1) / 2, word: say(length), weight: 0.8 }],
    ),
  };
};
