import type { SpanView } from '../../view/recipes.ts';
import type { Micros, Pid } from '../../view/time.ts';
import { trimmed } from '../geometry.ts';
import { group, path, rect, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { legend } from './beliefs-legend.ts';
import { LAYERS, overlapShape, spanShapes } from './beliefs-spans.ts';
import { colourOf } from './marks.ts';
import { overlapsOf } from './overlaps.ts';
import type { ClientView } from './scene.ts';
import { axisShapes, hairsOf, nowMoves, nowShapes } from './time-lanes.ts';
import type { LanesDrawing, TimeLanes } from './time-lanes.ts';
import { timeScale } from './time-scale.ts';
import type { TimeScale } from './time-scale.ts';
import type { RecipesSaying } from './words.ts';

export interface BeliefsOptions {
  readonly words: RecipesSaying;
  readonly width: number;
  readonly height: number;
  readonly now: Micros;
  /** So far the present has moved on since then, with nothing happening. */
  readonly reached?: Micros;
  readonly selected: Pid | null;
}

/** As in the other drawings of the dock: 216 of 976 units are left of the lanes. */
const HEADS = 216 / 976;
const ENDS = 836 / 976;
/** Above the lanes stands where two believe; while none do, many lanes have that room, too. */
const TOP = { told: 24, plain: 9 };
const ROW = { least: 13.4, most: 22 };
/** Half of a bar, and what is kept free on each side of it. */
const BAR = { most: 8, free: 1.5 };
/** In lower lanes than this the names are smaller. */
const LOW = 14.5;
const AXIS = 23;
/** So many lanes; of more clients those are shown that have something to do with it. */
const MOST = 30;
/** Narrower than this the heads are names alone. */
const NARROW = 560;

/** One lane a client: an outline believes, a core holds, hatch is paused, a dashed line waits. */
export function beliefsChart(
  clients: readonly ClientView[],
  spans: readonly SpanView[],
  options: BeliefsOptions,
): LanesDrawing {
  const { words, width, now } = options;
  const narrow = width < NARROW;
  const left = narrow ? 52 : round(width * HEADS);
  const right = narrow ? width - 10 : round(width * ENDS);
  const shown = lanesOf(clients, spans, options.selected);
  const rows = Math.max(1, shown.length);
  const overlaps = overlapsOf(spans, now);
  const fitting = (top: number): number => (options.height - top - AXIS - 4) / rows;
  const top = overlaps.length === 0 && fitting(TOP.told) < LOW ? TOP.plain : TOP.told;
  const row = Math.min(ROW.most, Math.max(ROW.least, fitting(top)));
  const bottom = top + rows * row;
  const height = Math.max(options.height, bottom + AXIS + (shown.length < clients.length ? 18 : 0));
  const first = Math.min(
    now,
    ...spans.filter(({ kind }) => kind !== 'session').map(({ from }) => from),
  );
  const present = Math.max(now, options.reached ?? now);
  const scale = timeScale(Math.min(first, now), present, [left, right]);
  const y = new Map(shown.map(({ pid }, i) => [pid, top + i * row + row / 2]));
  const lanes: TimeLanes = { scale, left, right, top, bottom, lanes: [...y.values()] };
  const hidden = clients.length - shown.length;
  const shapes: Shape[] = [
    path(hairsOf(lanes.lanes, left, right), { key: 'lanes', className: 'hair' }),
    group(
      shown.map((one) =>
        laneShape(
          one,
          spans.filter(({ pid }) => pid === one.pid),
          y.get(one.pid) ?? 0,
          scale,
          options,
          narrow,
          row,
        ),
      ),
      { key: 'spans' },
    ),
    group(axisShapes(lanes, words), { key: 'axis' }),
    ...nowShapes(lanes, now, words),
    group(
      overlaps.map((one, i) =>
        overlapShape(one, i, { y, scale, now, left, width, row, tall: barOf(row), words }),
      ),
      { key: 'overlaps' },
    ),
    ...(narrow ? [] : [group(legend(right + 24, width, words), { key: 'legend' })]),
    ...(hidden > 0
      ? [
          text(narrow ? 8 : 23, height - 6, words.say('fold', { count: hidden }), {
            key: 'hidden',
            className: 'xs i2',
          }),
        ]
      : []),
  ];
  return { shapes, width, height, until: scale.to, moves: (at) => nowMoves(lanes, at, words) };
}

/** Half of the height of a bar in a lane: what is free round it, the next one does not take either. */
const barOf = (row: number): number => Math.min(BAR.most, row / 2 - BAR.free);

/** Those who have believed or held something, and then as many as there is room for. */
function lanesOf(
  clients: readonly ClientView[],
  spans: readonly SpanView[],
  selected: Pid | null,
): readonly ClientView[] {
  if (clients.length <= MOST) return clients;
  const last = new Map<Pid, Micros>();
  for (const { pid, kind, from } of spans) {
    if (kind === 'believes' || kind === 'holds') last.set(pid, Math.max(from, last.get(pid) ?? 0));
  }
  const wanted = [...clients].sort(
    (a, b) =>
      Number(b.pid === selected) - Number(a.pid === selected) ||
      (last.get(b.pid) ?? -1) - (last.get(a.pid) ?? -1),
  );
  const kept = new Set(wanted.slice(0, MOST).map(({ pid }) => pid));
  return clients.filter(({ pid }) => kept.has(pid));
}

/** What a lane says of the present, in a word or two. */
const saysNow = (
  { believes, holds, waits, liveness }: ClientView,
  words: RecipesSaying,
): { readonly text: string; readonly bold: boolean } => {
  if (believes.length > 0 && holds.length > 0)
    return { text: words.say('believesHolds'), bold: true };
  if (believes.length > 0) return { text: words.say('onlyBelieves'), bold: true };
  if (holds.length > 0 && liveness === 'crashed') {
    return { text: words.say('deadHolds'), bold: true };
  }
  if (holds.length > 0) return { text: words.say('onlyHolds'), bold: true };
  return { text: waits === '' ? '' : words.say('watchesWhat', { what: waits }), bold: false };
};

function laneShape(
  one: ClientView,
  spans: readonly SpanView[],
  y: number,
  scale: TimeScale,
  { words, now, selected, width }: BeliefsOptions,
  narrow: boolean,
  row: number,
): Shape {
  const tall = barOf(row);
  const mark = Math.min(tall + 1, row / 2 - 1);
  const small = row < LOW;
  const size = small ? 13 : 15;
  const colour = colourOf(one.pid);
  const told = saysNow(one, words);
  const room = width * HEADS - 66;
  const shapes: Shape[] = [
    ...(selected === one.pid
      ? [
          rect(narrow ? 2 : 10.5, round(y - mark), 3, round(2 * mark), {
            style: { fill: 'var(--ink)' },
          }),
        ]
      : []),
    text(narrow ? 10 : 23, round(y + size / 3), trimmed(one.name, 40, size, 'bold'), {
      className: small ? 's b' : 'm b',
    }),
    ...(narrow || told.text === ''
      ? []
      : [
          text(58, round(y + 4.5), trimmed(told.text, room, 13), {
            className: `${small ? 'xs' : 's'} ${told.bold ? 'b' : 'i2'}`,
            ...(told.bold ? { style: { fill: colour } } : {}),
            title: told.text,
          }),
        ]),
    ...LAYERS.flatMap((layer) =>
      spans.flatMap((span) => spanShapes(span, layer, y, scale, now, colour, tall)),
    ),
  ];
  return group(shapes, {
    key: `lane-${one.pid}`,
    role: 'button',
    label: laneName(one, spans, told.text, now, words),
    action: { select: one.pid },
    selected: selected === one.pid,
  });
}

/** The newest belief of a lane in words, for who cannot see its bar. */
function laneName(
  one: ClientView,
  spans: readonly SpanView[],
  told: string,
  now: Micros,
  words: RecipesSaying,
): string {
  const last = spans.findLast(({ kind }) => kind === 'believes');
  const head = told === '' ? one.name : `${one.name}, ${told}`;
  if (last === undefined) return head;
  return `${head}; ${words.say('bar', {
    name: one.name,
    kind: words.say('believes'),
    what: last.what,
    from: words.time(last.from),
    to: last.to === null ? words.say('now') : words.time(Math.min(now, last.to)),
  })}`;
}
