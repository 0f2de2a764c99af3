import type { CallView } from '../../view/recipes.ts';
import type { Micros, Pid } from '../../view/time.ts';
import { boldWidth, textWidth, trimmed } from '../geometry.ts';
import { group, path, rect, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { callsLegend } from './calls-legend.ts';
import { colourOf } from './marks.ts';
import { consumersOf, providedOf } from './registry-who.ts';
import type { Provided } from './registry-who.ts';
import type { SceneView } from './scene.ts';
import { axisShapes, hairsOf, nowMoves, nowShapes } from './time-lanes.ts';
import type { LanesDrawing, TimeLanes } from './time-lanes.ts';
import { timeScale } from './time-scale.ts';
import type { RecipesSaying } from './words.ts';

export interface CallsOptions {
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
const TOP = 26;
const AXIS = 23;
const ROW = { least: 13.4, most: 24 };
/** Narrower than this the heads are names alone. */
const NARROW = 560;
/** So much of the past is shown; its beginning goes on by whole steps. */
const PAST: Micros = 6_000_000;
const STEP: Micros = 2_000_000;
const AGAIN: Micros = 1_500_000;

/** A lane for each provider: a mark for each call, in its caller's colour; a cross for one that failed. */
export function callsChart(
  scene: SceneView,
  calls: readonly CallView[],
  options: CallsOptions,
): LanesDrawing {
  const { words, width, now } = options;
  const narrow = width < NARROW;
  const left = narrow ? 52 : round(width * HEADS);
  const right = narrow ? width - 10 : round(width * ENDS);
  const provided = providedOf(scene);
  const rows = Math.max(1, provided.length);
  const fitting = (options.height - TOP - AXIS - 4) / rows;
  const row = Math.min(ROW.most, Math.max(ROW.least, fitting));
  const bottom = TOP + rows * row;
  const first = calls[0]?.at ?? now;
  const present = Math.max(now, options.reached ?? now);
  const from = Math.max(first, Math.floor(Math.max(0, present - PAST) / STEP) * STEP);
  const scale = timeScale(
    Math.min(from, present),
    present,
    [left, right],
    endOf(provided, present),
  );
  const y = new Map(provided.map(({ view }, i) => [view.pid, TOP + (i + 0.5) * row]));
  const lanes: TimeLanes = { scale, left, right, top: TOP, bottom, lanes: [...y.values()] };
  const half = Math.min(8, row / 2 - 2);
  const seats = new Map(consumersOf(scene).map(({ pid }, i) => [pid, i]));
  const shapes: Shape[] = [
    path(hairsOf(lanes.lanes, left, right), { key: 'lanes', className: 'hair' }),
    group(
      calls.flatMap((call) => {
        const at = y.get(call.to);
        if (at === undefined || call.at < scale.from) return [];
        return [mark(call, scale.x, at, half, (seats.get(call.by) ?? 0) % 2 === 1)];
      }),
      { key: 'calls' },
    ),
    group(axisShapes(lanes, words), { key: 'axis' }),
    ...nowShapes(lanes, now, words),
    group(
      provided.flatMap((one) => silence(one, lanes, y.get(one.view.pid) ?? 0, half, now)),
      { key: 'silence' },
    ),
    group(
      provided.map((one) =>
        head(one, y.get(one.view.pid) ?? 0, calls, options, narrow, width * HEADS - 70),
      ),
      { key: 'heads' },
    ),
    ...failing(scene, provided, calls, lanes, now, words),
    ...(narrow ? [] : [callsLegend(right + 24, width, consumersOf(scene), words)]),
  ];
  const height = Math.max(options.height, bottom + AXIS);
  return { shapes, width, height, until: scale.to, moves: (at) => nowMoves(lanes, at, words) };
}

const isDown = ({ client }: Provided): boolean => client?.liveness === 'crashed';

/** A session that nobody keeps alive any more reaches into what is to come. */
const endOf = (provided: readonly Provided[], now: Micros): Micros =>
  Math.max(
    now,
    ...provided.flatMap((one) =>
      isDown(one) && one.client?.session ? [one.client.session.expiresAt] : [],
    ),
  );

const failed = ({ err }: CallView): boolean => err !== '' && err !== 'OK';

/** One call, when it was made; every second caller's hang below the line, so that none hides another. */
function mark(
  call: CallView,
  x: (time: Micros) => number,
  y: number,
  half: number,
  below: boolean,
): Shape {
  const at = x(call.at);
  return failed(call)
    ? path(`M${round(at - 4)} ${round(y - 4)}l8 8m0 -8l-8 8`, {
        style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 1.6 },
      })
    : path(
        `M${round(at)} ${round(below ? y + half - 1 : y - half)}V${round(below ? y - 1 : y + 1)}`,
        {
          style: {
            fill: 'none',
            stroke: colourOf(call.by),
            strokeWidth: 1.8,
            ...(call.err === '' ? { opacity: 0.5 } : {}),
          },
        },
      );
}

/** How long a dead provider has been silent, and when its session ends: the hatch is the servers' tick. */
function silence(
  one: Provided,
  { scale, left }: TimeLanes,
  lane: number,
  half: number,
  now: Micros,
): Shape[] {
  const session = one.client?.session ?? null;
  if (session === null || !isDown(one)) return [];
  const y = round(lane + half - 1);
  const from = Math.max(left, scale.x(session.touchedAt));
  const sharp = scale.x(Math.min(session.expiresAt, session.touchedAt + session.timeout * 1000));
  const end = scale.x(session.expiresAt);
  const till = Math.min(scale.x(now), end);
  const line = { stroke: 'var(--ink-2)', strokeWidth: 1 };
  return [
    rect(round(from), y, round(Math.max(1, sharp - from)), 4, {
      style: { fill: 'var(--paper)', ...line },
    }),
    rect(round(sharp), y, round(Math.max(0.5, end - sharp)), 4, {
      style: { fill: 'url(#hatch)', ...line },
    }),
    rect(round(from), y, round(Math.max(1, till - from)), 4, { style: { fill: 'var(--ink)' } }),
  ];
}

/** Name and state of a lane, and what has become of the calls to it. */
function head(
  one: Provided,
  y: number,
  calls: readonly CallView[],
  { words, selected }: CallsOptions,
  narrow: boolean,
  room: number,
): Shape {
  const { view, client } = one;
  const own = calls.filter(({ to }) => to === view.pid);
  const last = own.at(-1);
  const told =
    client?.liveness === 'crashed'
      ? words.say('crashed')
      : client?.liveness === 'off'
        ? words.say('off')
        : client?.liveness === 'paused'
          ? words.say('paused')
          : last !== undefined && failed(last)
            ? words.say('fails')
            : words.say('answers');
  const counts = words.say('answeredFailed', { answered: view.answered, failed: view.failed });
  return group(
    [
      ...(selected === view.pid
        ? [rect(narrow ? 2 : 10.5, round(y - 9), 3, 18, { style: { fill: 'var(--ink)' } })]
        : []),
      text(narrow ? 10 : 23, round(y + 5), trimmed(view.name, 40, 15, 'bold'), {
        className: 'm b',
      }),
      ...(narrow
        ? []
        : [
            text(60, round(y + 4.5), trimmed(told, room, 13), {
              className: client?.liveness === 'up' ? 's i2' : 's w-crashed b',
            }),
          ]),
    ],
    {
      key: `lane-${view.pid}`,
      role: 'button',
      label: `${view.name}, ${told}; ${counts}`,
      action: { select: view.pid },
      selected: selected === view.pid,
    },
  );
}

/** A bracket over the calls that fail now, and how long that can go on. */
function failing(
  scene: SceneView,
  provided: readonly Provided[],
  calls: readonly CallView[],
  { scale, right, top }: TimeLanes,
  now: Micros,
  words: RecipesSaying,
): Shape[] {
  const dead = provided.find(isDown);
  if (dead === undefined) return [];
  const vain = calls.filter((call) => call.to === dead.view.pid && failed(call));
  const [first, last] = [vain[0], vain.at(-1)];
  if (first === undefined || last === undefined) return [];
  // Whoever calls it again within that time goes on doing so.
  const goesOn = now - last.at < AGAIN;
  const [x0, x1] = [round(scale.x(first.at)), round(scale.x(goesOn ? now : last.at))];
  const session = dead.client?.session ?? null;
  const asked = scene.root !== '';
  const end = asked ? session && scale.x(session.expiresAt) : right;
  const label = words.say('callsFail', { name: dead.view.name });
  const wide = boldWidth(label, 13);
  const later = asked
    ? words.say('nodeStands', { name: dead.view.name })
    : words.say('untilEdited');
  const line = { fill: 'none', stroke: 'var(--ink)', strokeWidth: 1.5 };
  const y = top - 8;
  const beside = Math.max(x1 + 10, x0 + wide + 12);
  return [
    group(
      [
        path(`M${x0} ${y + 5}V${y}H${Math.max(x0 + 5, x1)}`, { style: line }),
        text(x0, y - 5, label, { className: 's b halo' }),
        ...(end === null || end <= x1
          ? []
          : [
              path(`M${x1} ${y}H${round(end)}v5`, {
                style: { ...line, stroke: 'var(--ink-2)', strokeDasharray: '3 3' },
              }),
              ...(beside + textWidth(later, 13) > right
                ? []
                : [text(beside, y - 5, later, { className: 's i2 halo' })]),
            ]),
      ],
      { key: 'failing' },
    ),
  ];
}
