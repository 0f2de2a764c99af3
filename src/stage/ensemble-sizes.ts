import { scaleLinear } from 'd3';
import type { EnsembleSize } from '../view/exhibit.ts';
import { at, group, path, rect, round, text, circle } from './shape.ts';
import type { Drawing, Shape } from './shape.ts';
import { timeParts } from './time-text.ts';
import type { StageWords } from './words.ts';

export interface SizesOptions {
  readonly words: StageWords;
  readonly width: number;
  readonly height: number;
  /** The number of servers that is marked. */
  readonly servers: number;
}

const LABEL = 96;
const WIDEST = 44;
/** Base lines of the three rows of numbers, and where the meter begins. */
const SERVERS = 14;
const QUORUM = 36;
const SURVIVES = 60;
const METER = 72;
/** Base lines of the meter's name and of the chosen size's value. */
const NAME = METER + 12;
const VALUE = METER + 28;

/**
 * The table of majorities with a column for each number of servers, and below it the meter: how long
 * a majority's answers take, from the shortest tenth to the longest, with the median as a dot. Two
 * columns that survive the same share one number. Every column is a button.
 */
export const ensembleSizes = (sizes: readonly EnsembleSize[], options: SizesOptions): Drawing => {
  const { words, width } = options;
  const height = Math.max(METER + 52, options.height);
  const column = Math.min(WIDEST, (width - LABEL) / Math.max(1, sizes.length));
  const x = (servers: number): number => round(LABEL + (servers - 0.5) * column);
  const longest = Math.max(1, ...sizes.map(({ wait }) => wait.high));
  const wait = scaleLinear([0, longest], [height - 6, METER + 6]);
  const y = (time: number): number => round(wait(time));
  const present = sizes.find(({ servers }) => servers === options.servers);
  const right = round(LABEL + column * sizes.length);

  const label = (base: number, content: string): Shape =>
    text(0, base, content, { className: 's i2' });
  const value = (base: number, content: string): Shape =>
    text(0, base, content, { className: 's b' });
  const ticks = wait.ticks(2).filter((time) => time > 0 && time <= longest);
  const unit = timeParts(longest).unit;
  const axis = ticks.map((time) =>
    group(
      [
        path(`M${LABEL} 0H${right}`, { className: 'hair' }),
        // The value stands here too, and says more.
        ...(Math.abs(y(time) + 4 - VALUE) < 14
          ? []
          : [
              text(LABEL - 6, 4, words.timeIn(inUnit(time, unit), unit), {
                anchor: 'end',
                className: 'xs i2',
              }),
            ]),
      ],
      { key: `tick-${time}`, transform: at(0, y(time)) },
    ),
  );
  const columns = sizes.map((size) => {
    const { servers, quorum, survives } = size;
    const half = round(column / 2);
    const now = servers === options.servers;
    const strong = now ? 's b' : 's';
    return group(
      [
        rect(-half, 0, round(column), height, { style: { fill: 'transparent' } }),
        text(0, SERVERS, String(servers), { anchor: 'middle', className: strong }),
        text(0, QUORUM, String(quorum), { anchor: 'middle', className: strong }),
        path(`M0 ${y(size.wait.low)}V${y(size.wait.high)}`, {
          style: { stroke: now ? 'var(--ink)' : 'var(--line)', strokeWidth: now ? 3 : 2 },
        }),
        circle(0, y(size.wait.median), now ? 5 : 3.5, {
          style: { fill: now ? 'var(--ink)' : 'var(--ink-2)' },
        }),
      ],
      {
        key: `size-${servers}`,
        transform: at(x(servers), 0),
        role: 'button',
        label: words.majorities('size', {
          servers,
          quorum,
          survives,
          wait: words.time(size.wait.median),
        }),
        selected: now,
        action: { servers },
      },
    );
  });
  return {
    shapes: [
      ...(present === undefined ? [] : [frame(x(present.servers), column)]),
      label(SERVERS, words.majorities('servers')),
      label(QUORUM, words.majorities('quorum')),
      label(SURVIVES, words.majorities('survives')),
      ...survivals(sizes, options.servers, x, column),
      path(`M${LABEL} ${height - 6}H${right}`, { className: 'hair2' }),
      ...axis,
      label(NAME, words.majorities('wait')),
      ...(present === undefined ? [] : [value(VALUE, words.time(present.wait.median))]),
      ...columns,
    ],
    width: right,
    height,
  };
};

const inUnit = (time: number, unit: 'us' | 'ms' | 's'): number =>
  unit === 'us' ? time : unit === 'ms' ? time / 1000 : time / 1_000_000;

/** Round the head of a column, in ink: what is chosen. */
const frame = (x: number, column: number): Shape =>
  rect(round(x - column / 2 + 1), 0.75, round(column - 2), QUORUM + 4, {
    key: 'chosen',
    rx: 4,
    style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 1.5 },
  });

/** One number for all columns next to each other that survive the same, under one bracket. */
function survivals(
  sizes: readonly EnsembleSize[],
  chosen: number,
  x: (servers: number) => number,
  column: number,
): readonly Shape[] {
  const runs = new Map<number, number[]>();
  for (const { servers, survives } of sizes) {
    const run = runs.get(survives);
    if (run === undefined) runs.set(survives, [servers]);
    else run.push(servers);
  }
  return [...runs].map(([survives, servers]) => {
    const from = x(servers[0] ?? 0);
    const to = x(servers.at(-1) ?? 0);
    const half = round(column / 2 - 4);
    const now = servers.includes(chosen);
    return group(
      [
        path(`M${from - half} ${SURVIVES - 11}V${SURVIVES - 15}H${to + half}V${SURVIVES - 11}`, {
          className: 'hair2',
          ...(now ? { style: { stroke: 'var(--ink)', strokeWidth: 2 } } : {}),
        }),
        text(round((from + to) / 2), SURVIVES, String(survives), {
          anchor: 'middle',
          className: now ? 's b' : 's',
        }),
      ],
      { key: `survives-${survives}` },
    );
  });
}
