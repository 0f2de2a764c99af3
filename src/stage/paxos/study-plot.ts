import { bin, max, scaleLinear, scaleLog } from 'd3';
import type { PolicyTimes } from '../../view/study.ts';
import { decidedBy, summaryOf } from '../../view/study-summary.ts';
import type { StudySummary } from '../../view/study-summary.ts';
import type { Micros } from '../../view/time.ts';
import { group, path, rect, round, text } from '../shape.ts';
import type { Drawing, Shape } from '../shape.ts';
import type { SayTools, ToolSaying } from './tool-words.ts';

export interface StudyPlotOptions {
  readonly words: ToolSaying;
  readonly width: number;
  /** "Decided by then": drawn as a line through all policies. */
  readonly cursor?: Micros | null;
  /** No run went on for longer. */
  readonly within: Micros;
}

/** Where times stand; the same for all policies. */
export interface StudyScale {
  readonly x: (time: Micros) => number;
  readonly timeAt: (x: number) => Micros;
  readonly log: boolean;
  readonly ticks: readonly Micros[];
  readonly domain: readonly [Micros, Micros];
  readonly range: readonly [number, number];
}

const NAME = 164;
const FIGURES = 132;
const NARROW = 560;
const STRIP = 42;
const TOP = 10;
const AXIS = 36;
const BINS = 72;
const TICK = 54;
/** Beyond this the longest times would leave no room for the others. */
const LINEAR_UP_TO: Micros = 300_000;

const isNarrow = (width: number): boolean => width < NARROW;
const stripOf = (width: number): number => (isNarrow(width) ? STRIP + 20 : STRIP);

/** The scale of all decided runs together; linear where nobody takes very long. */
export function studyScale(
  all: readonly PolicyTimes[],
  { width, within }: Pick<StudyPlotOptions, 'width' | 'within'>,
): StudyScale {
  const range: [number, number] = isNarrow(width) ? [8, width - 8] : [NAME, width - FIGURES];
  const longest = Math.min(within, (max(all, ({ times }) => max(times) ?? 0) ?? 0) * 1.02);
  const end = Math.max(60_000, longest);
  const log = end > LINEAR_UP_TO;
  const domain: [Micros, Micros] = log ? [10_000, end] : [0, end];
  const scale = log ? scaleLog(domain, range) : scaleLinear(domain, range);
  const ticks = log
    ? [10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000].map((ms) => ms * 1000)
    : scaleLinear(domain, range).ticks(isNarrow(width) ? 5 : 8);
  return {
    x: scale,
    timeAt: (x) => Math.round(scale.invert(Math.min(range[1], Math.max(range[0], x)))),
    log,
    ticks: apart(
      ticks.filter((time) => time >= domain[0] && time <= domain[1]),
      scale,
    ),
    domain,
    range,
  };
}

/** As many of these as have room for their words. */
function apart(ticks: readonly Micros[], x: (time: Micros) => number): readonly Micros[] {
  const kept: Micros[] = [];
  for (const time of ticks) {
    const last = kept.at(-1);
    if (last === undefined || x(time) - x(last) >= TICK) kept.push(time);
  }
  return kept;
}

/** How long until something is chosen: a strip for each policy, all on one scale. */
export function studyPlot(all: readonly PolicyTimes[], options: StudyPlotOptions): Drawing {
  const { words, width, cursor = null } = options;
  const scale = studyScale(all, options);
  const strip = stripOf(width);
  const bottom = TOP + all.length * strip;
  const heights = all.map((each) => bars(each, scale));
  const highest = max(heights.flat(), ({ share }) => share) ?? 1;
  const shapes: Shape[] = [
    ...scale.ticks.map((time) =>
      path(`M${round(scale.x(time))} ${TOP}V${bottom + 4}`, { className: 'hair' }),
    ),
    ...all.map((each, at) =>
      policyStrip(each, {
        ...options,
        scale,
        cursor,
        top: TOP + at * strip,
        bars: heights[at] ?? [],
        highest,
      }),
    ),
    ...scale.ticks.map((time) =>
      text(round(scale.x(time)), bottom + 18, words.time(time), {
        anchor: scale.x(time) < 24 ? 'start' : 'middle',
        className: 'xs i2',
      }),
    ),
    text(scale.range[1], bottom + 34, words.say(scale.log ? 'axisLog' : 'axis'), {
      anchor: 'end',
      className: 'xs i2',
    }),
    ...(cursor === null
      ? []
      : [
          path(`M${round(scale.x(cursor))} ${TOP}V${bottom + 4}`, {
            key: 'cursor',
            style: { stroke: 'var(--ink)', strokeWidth: 1.5 },
          }),
        ]),
  ];
  return { shapes, width, height: bottom + AXIS + 4 };
}

interface Bar {
  readonly x0: number;
  readonly x1: number;
  /** Of all runs of the policy. */
  readonly share: number;
}

/** Equal widths on the drawing, whatever the scale. */
function bars({ times }: PolicyTimes, { x, range, domain }: StudyScale): readonly Bar[] {
  const places = times
    .filter((time) => time >= 0)
    .map((time) => x(Math.min(domain[1], Math.max(domain[0], time))));
  const width = (range[1] - range[0]) / BINS;
  const thresholds = Array.from({ length: BINS - 1 }, (_, at) => range[0] + (at + 1) * width);
  return bin()
    .domain([range[0], range[1]])
    .thresholds(thresholds)(places)
    .filter((one) => one.length > 0)
    .map((one) => ({ x0: one.x0 ?? 0, x1: one.x1 ?? 0, share: one.length / times.length }));
}

interface Strip extends StudyPlotOptions {
  readonly scale: StudyScale;
  readonly top: number;
  readonly bars: readonly Bar[];
  readonly highest: number;
}

function policyStrip(times: PolicyTimes, strip: Strip): Shape {
  const { words, width, scale, cursor = null, top, highest } = strip;
  const narrow = isNarrow(width);
  const bottom = top + stripOf(width) - 6;
  const most = STRIP - 12;
  const reached = cursor === null ? Infinity : scale.x(cursor);
  const summary = summaryOf(times);
  const name = words.say(`policy.${times.policy}`);
  const filled = strip.bars.map(({ x0, x1, share }) => {
    const height = Math.max(1.5, (share / highest) * most);
    const fill = (x0 + x1) / 2 <= reached ? 'var(--ink-2)' : 'var(--line)';
    return rect(round(x0 + 0.5), round(bottom - height), round(x1 - x0 - 1), round(height), {
      style: { fill },
    });
  });
  const told = figures(summary, words);
  return group(
    [
      text(narrow ? scale.range[0] : 0, narrow ? top + 13 : bottom - 4, name, { className: 's b' }),
      path(`M${scale.range[0]} ${bottom}H${scale.range[1]}`, { className: 'hair2' }),
      group(filled, { key: 'bars' }),
      ...marks(summary, scale, bottom),
      ...told
        .map((line, at) =>
          text(width - (narrow ? 8 : 0), narrow ? top + 13 : bottom - 4 - 16 * (1 - at), line, {
            anchor: 'end',
            className: 'xs i2',
          }),
        )
        .slice(0, narrow ? 1 : 2),
      ...(cursor === null ? [] : [share(times, cursor, scale, bottom, words)]),
    ],
    { key: times.policy, label: `${name}: ${told.join(', ')}` },
  );
}

function figures(summary: StudySummary, words: ToolSaying): readonly string[] {
  if (summary.runs === 0) return [words.say('waiting')];
  const missing = (summary.runs - summary.decided) / summary.runs;
  const undecided = words.say('undecided', { percent: percentText(words.say, missing) });
  return [
    summary.median === null ? undecided : words.say('median', { time: words.time(summary.median) }),
    summary.p99 === null
      ? summary.median === null
        ? ''
        : undecided
      : words.say('p99', { time: words.time(summary.p99) }),
  ].filter((line) => line !== '');
}

/** The median as a wedge under the strip, the 99th percentile as a tick. */
const marks = ({ median, p99 }: StudySummary, { x }: StudyScale, bottom: number): Shape[] => [
  ...(median === null
    ? []
    : [
        path(`M${round(x(median))} ${bottom}l4 6h-8Z`, {
          key: 'median',
          style: { fill: 'var(--ink)' },
        }),
      ]),
  ...(p99 === null
    ? []
    : [
        path(`M${round(x(p99))} ${bottom - 5}v10`, {
          key: 'p99',
          style: { stroke: 'var(--ink)', strokeWidth: 2 },
        }),
      ]),
];

/** What was decided by the cursor's time, beside it on the side that has room. */
function share(
  times: PolicyTimes,
  cursor: Micros,
  { x, range }: StudyScale,
  bottom: number,
  words: ToolSaying,
): Shape {
  const place = x(cursor);
  const left = place > (range[0] + range[1]) / 2;
  return text(
    round(place + (left ? -6 : 6)),
    bottom - 22,
    percentText(words.say, decidedBy(times, cursor)),
    {
      anchor: left ? 'end' : 'start',
      className: 's b halo',
      key: 'share',
    },
  );
}

/** `62 %`: never 0 for something, never 100 for not quite all. */
export const percentText = (say: SayTools, share: number): string =>
  say('percent', { percent: figure(share * 100) });

const figure = (percent: number): string => {
  if (percent > 0 && percent < 1) return percent.toFixed(1);
  if (percent > 99 && percent < 100) return (Math.floor(percent * 10) / 10).toFixed(1);
  return String(Math.round(percent));
};
