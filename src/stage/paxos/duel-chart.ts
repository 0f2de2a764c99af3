import { scaleLinear } from 'd3';
import type { BallotSpan, BallotsView } from '../../view/paxos-ask.ts';
import type { Micros, Pid } from '../../view/time.ts';
import { claimColour } from '../colours.ts';
import { textWidth } from '../geometry.ts';
import { group, path, round, text } from '../shape.ts';
import type { Drawing, Shape } from '../shape.ts';
import { chartLegend } from './chart-legend.ts';
import { foretold } from './foretell.ts';
import type { Repeats } from './foretell.ts';
import type { SayTools, ToolSaying } from './tool-words.ts';

export interface DuelChartOptions {
  readonly words: ToolSaying;
  readonly width: number;
  readonly height: number;
  readonly now: Micros;
  /** A proposer's name, and the number of its colour. */
  readonly nameOf: (pid: Pid) => string;
  readonly claimOf: (pid: Pid) => number | null;
  /** How long a pass of the schedule's repeating part takes; null without one. */
  readonly pass: Micros | null;
  /** Set only when it is proved. */
  readonly repeats: Repeats | null;
  /** While a question is open nothing to the right of the playhead is shown. */
  readonly hideFuture?: boolean;
}

/** Room for the words on the left, at least. */
const AXIS = 64;
const RIGHT = 14;
const TOP = 30;
const CHOSEN = 32;
/** A row of the staircase is at most so high. */
const ROW = 20;
/** Numbers of ballots stand at least so far apart. */
const NUMBERS = 13;
/** Where the playhead stands once the chart moves on under it. */
const NOW = 0.68;
const PASSES = 3.2;
const SHORTEST: Micros = 60_000;

/** Ballots over time: preparing thin, proposing thick, refused crossed, to come dotted. */
export function duelChart(view: BallotsView, options: DuelChartOptions): Drawing {
  const { width, height, now, words, hideFuture = false } = options;
  const window = windowOf(view, options);
  const left = axisOf(view, options);
  const x = scaleLinear(window, [left, width - RIGHT]);
  const until = hideFuture ? now : window[1];
  const spans = visible(view, options, window[0], until);
  const plot = { top: TOP, bottom: height - CHOSEN - 6 };
  const y = rows(spans, plot);
  const shapes: Shape[] = [
    ...brackets(view, options, window, x),
    ...axis(spans, y, words, left),
    group(
      spans.map((span) => spanShape(span, now, until, x, y, options)),
      { key: 'spans' },
    ),
    ...chosenLine(view, options, x, height - CHOSEN + 6),
    playhead(x(now), height),
    ...chartLegend(words, left, height - 4, width),
  ];
  return { shapes, width, height };
}

type Scale = (value: number) => number;

const chosenText = (say: SayTools, value: string | null): string =>
  value === null ? say('chosenNone') : say('chosen', { value });

/** The words of the chosen line are the longest. */
const axisOf = ({ chosen }: BallotsView, { words }: DuelChartOptions): number =>
  Math.max(
    AXIS,
    // Bold letters are wider.
    ...[null, chosen?.value ?? null].map(
      (value) => textWidth(chosenText(words.say, value), 13.5) + 18,
    ),
  );

/** What is shown of time: some passes of the schedule, or the last ballots. */
function windowOf(
  { spans, chosen }: BallotsView,
  { now, pass }: DuelChartOptions,
): [Micros, Micros] {
  if (pass !== null) {
    const length = PASSES * pass;
    const from = Math.max(0, now - NOW * length);
    return [from, from + length];
  }
  const begun = spans.filter((span) => span.begun <= now);
  const eighth = begun.length > 8 ? (begun.at(-8)?.begun ?? 0) : 0;
  const last = Math.max(
    now,
    chosen?.time ?? 0,
    ...spans.map(({ begun: at, ended }) => ended ?? at),
  );
  const length = Math.max(SHORTEST, last - eighth);
  return [eighth, eighth + length * 1.06];
}

/** Spans that reach into the window; one under way goes on as is proved, if it is. */
function visible(
  view: BallotsView,
  { repeats }: DuelChartOptions,
  from: Micros,
  until: Micros,
): readonly BallotSpan[] {
  const all = new Map<string, BallotSpan>();
  const coming = repeats === null ? [] : foretold(view.spans, repeats, until);
  for (const span of [...view.spans.filter(({ begun }) => begun <= until), ...coming]) {
    all.set(`${span.ballot} ${span.proposer}`, span);
  }
  return [...all.values()].filter(({ ended }) => ended === null || ended >= from);
}

/** Ballot numbers upwards, one row each. */
function rows(
  spans: readonly BallotSpan[],
  { top, bottom }: { top: number; bottom: number },
): Scale & {
  readonly height: number;
  readonly least: number;
  readonly most: number;
} {
  const numbers = spans.map(({ ballot }) => ballot);
  const least = numbers.length === 0 ? 1 : Math.min(...numbers);
  const most = Math.max(least + 1, ...numbers);
  const height = Math.min(ROW, (bottom - top) / (most - least + 1));
  const place = (ballot: number): number => round(bottom - (ballot - least + 0.5) * height);
  return Object.assign(place, { height, least, most });
}

function axis(
  spans: readonly BallotSpan[],
  y: ReturnType<typeof rows>,
  words: ToolSaying,
  left: number,
): Shape[] {
  const every = Math.ceil(NUMBERS / y.height);
  const ticks: Shape[] = [];
  for (let ballot = y.least; spans.length > 0 && ballot <= y.most; ballot++) {
    if (ballot % every !== 0) continue;
    const label = { anchor: 'end', className: 'xs i2' } as const;
    ticks.push(text(left - 14, y(ballot) + 4, String(ballot), label));
  }
  return [
    text(left - 14, 18, words.say('ballot'), { anchor: 'end', className: 'xs i2' }),
    group(ticks, { key: 'ballots' }),
  ];
}

function brackets(
  { passes, firstPass }: BallotsView,
  { words, pass, now, hideFuture = false }: DuelChartOptions,
  [from, to]: readonly [Micros, Micros],
  x: Scale,
): Shape[] {
  const first = passes[0];
  if (pass === null || first === undefined) return [];
  const shapes: Shape[] = [];
  for (let at = 0; at < 1000; at++) {
    const begin = passes[at] ?? (passes.at(-1) ?? first) + (at - passes.length + 1) * pass;
    if (begin >= to || (hideFuture && begin >= now)) break;
    const end = passes[at + 1] ?? begin + pass;
    if (end <= from) continue;
    const [x0, x1] = [Math.max(x(from), x(begin) + 3), Math.min(x(to), x(end) - 3)];
    const label = words.say('cycle', { number: firstPass + at + 1 });
    const dashed = end > now ? { strokeDasharray: '3 3' } : {};
    const ends = `${begin >= from ? `M${round(x0)} 30v-5` : `M${round(x0)} 25`}H${round(x1)}${end <= to ? 'v5' : ''}`;
    shapes.push(path(ends, { className: 'hair2', style: dashed }));
    if (x1 - x0 > textWidth(label, 12) + 4) {
      shapes.push(
        text(round((x0 + x1) / 2), 18, label, { anchor: 'middle', className: 'xs i2 halo' }),
      );
    }
  }
  return [group(shapes, { key: 'cycles' })];
}

function spanShape(
  span: BallotSpan,
  now: Micros,
  until: Micros,
  x: Scale & { domain(): number[] },
  y: ReturnType<typeof rows>,
  { words, nameOf, claimOf }: DuelChartOptions,
): Shape {
  const [from = 0] = x.domain();
  const colour = claimColour(claimOf(span.proposer));
  const at = y(span.ballot);
  // What is under way has come as far as time has.
  const last = Math.min(until, span.ended ?? now);
  const line = (begin: Micros, end: Micros, style: object): Shape[] => {
    const [x0, x1] = [round(x(Math.max(begin, from))), round(x(end))];
    return x1 <= x0 ? [] : [path(`M${x0} ${at}H${x1}`, { style: { stroke: colour, ...style } })];
  };
  const turn = Math.min(span.proposed ?? Infinity, last);
  const done = Math.min(now, last);
  const thick = Math.max(2.5, Math.min(6, y.height * 0.55));
  const over = span.ended !== null && span.ended <= done;
  const name = words.say('span', {
    ballot: span.ballot,
    proposer: nameOf(span.proposer),
    end: words.say(`end.${(over ? span.end : null) ?? 'open'}`),
  });
  return group(
    [
      ...line(span.begun, Math.min(turn, done), { strokeWidth: 2 }),
      ...line(turn, done, { strokeWidth: thick }),
      ...line(Math.max(span.begun, now), last, { strokeWidth: 2, strokeDasharray: '2 5' }),
      ...(over && span.ended >= from ? endMark(span, round(x(span.ended)), at, colour) : []),
    ],
    { key: `ballot-${span.ballot}-${span.proposer}`, label: name, title: name },
  );
}

function endMark({ end }: BallotSpan, x: number, y: number, colour: string): Shape[] {
  switch (end) {
    case 'refused': {
      const cross = `M${x - 5} ${y - 5}l10 10m0 -10l-10 10`;
      return [
        path(cross, { style: { stroke: 'var(--paper)', strokeWidth: 6 } }),
        path(cross, { style: { stroke: 'var(--ink)', strokeWidth: 2.2 } }),
      ];
    }
    case 'chosen':
      return [path(`M${x} ${y - 6}v12`, { style: { stroke: colour, strokeWidth: 6 } })];
    case 'timeout':
    case 'left':
      return [path(`M${x} ${y - 5}v10`, { style: { stroke: 'var(--ink)', strokeWidth: 2.2 } })];
    case null:
      return [];
  }
}

function chosenLine(
  { chosen }: BallotsView,
  { words, now, claimOf, hideFuture = false, repeats }: DuelChartOptions,
  x: Scale & { range(): number[]; domain(): number[] },
  y: number,
): Shape[] {
  const [x0 = 0, x1 = 0] = x.range();
  const [from = 0] = x.domain();
  const known = chosen !== null && chosen.time <= now ? chosen : null;
  const none = known === null ? x(now) : Math.max(x0, x(Math.max(known.time, from)));
  const by = known?.proposer ?? null;
  const after = claimColour(by === null ? null : claimOf(by));
  return [
    text(x0 - 14, y + 4, chosenText(words.say, known?.value ?? null), {
      anchor: 'end',
      className: known === null ? 'xs i2' : 'xs b',
    }),
    path(`M${round(x0)} ${y}H${round(none)}`, { style: { stroke: 'var(--ink)', strokeWidth: 2 } }),
    ...(known === null
      ? []
      : [
          path(`M${round(none)} ${y}H${round(x(now))}`, {
            key: 'chosen',
            style: { stroke: after, strokeWidth: 6 },
          }),
        ]),
    ...(repeats === null || hideFuture
      ? []
      : [
          path(`M${round(x(now))} ${y}H${round(x1)}`, {
            style: { stroke: 'var(--ink-3)', strokeWidth: 2, strokeDasharray: '2 5' },
          }),
        ]),
  ];
}

const playhead = (x: number, height: number): Shape =>
  path(`M${round(x)} 0V${height - 22}`, {
    key: 'playhead',
    style: { stroke: 'var(--ink)', strokeWidth: 1.5 },
  });
