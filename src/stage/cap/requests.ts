import type { CapDetail } from '../../view/cap.ts';
import type { Micros, Pid } from '../../view/time.ts';
import { capAxis } from './axis.ts';
import type { CapAxis } from './axis.ts';
import {
  axisShapes,
  cutShapes,
  foldShapes,
  foldsTold,
  legendShapes,
  nowShape,
} from './requests-frame.ts';
import { laneHead, laneLine } from './requests-lane.ts';
import { clustersOf, labelShapes } from './requests-labels.ts';
import { withUntold } from './placed.ts';
import type { Placed } from './placed.ts';
import { askedText, markAt, markOf, outcomeText } from './marks.ts';
import { at, circle, group, path, rect, round } from '../shape.ts';
import type { Drawing, Shape } from '../shape.ts';
import type { CapSaying } from './words.ts';

export interface RequestsOptions {
  readonly words: CapSaying;
  readonly width: number;
  readonly height: number;
  readonly now: Micros;
  readonly selected: Pid | null;
  /** The requests that cannot be ordered: lit together. */
  readonly lit: readonly number[];
  /** Numbers of requests whose outcome the reader is still to guess. */
  readonly unguessed: ReadonlySet<number>;
  readonly nameOf: (pid: Pid) => string;
  /** From where to where the lanes run; by default as in the other drawings of the dock. */
  readonly lanes?: readonly [number, number];
}

/** As in the other drawings of the dock: 216 of 976 units are left of the lanes. */
const HEADS = 216 / 976;
const ENDS = 836 / 976;
const TOP = 6;
const ROW = { least: 26, most: 59 };
const AXIS = 22;
/** Narrower than this the heads are names alone. */
const NARROW = 620;
/** Rows as high as this have words above and below their marks. */
const WORDS = 43;

/** From where to where the lanes run. */
const lanesRange = (width: number): readonly [number, number] =>
  width < NARROW ? [64, width - 12] : [round(width * HEADS), round(width * ENDS)];

/** A lane for each client, drawn as the state of the server behind it, with its requests as marks. */
export function requestsChart(whole: CapDetail, options: RequestsOptions): Drawing {
  const { words, width, now, unguessed } = options;
  const detail = withUntold(whole, unguessed);
  const narrow = width < NARROW;
  const [left, right] = options.lanes ?? lanesRange(width);
  const axis = capAxis(detail, now, [left, right]);
  const rows = Math.max(1, detail.clients.length);
  const row = Math.max(ROW.least, Math.min(ROW.most, (options.height - TOP - AXIS) / rows));
  const bottom = TOP + rows * row;
  const height = Math.max(options.height, bottom + AXIS);
  const y = new Map(detail.clients.map(({ pid }, i) => [pid, TOP + (i + 0.56) * row]));
  const placed = detail.requests.map((request) => ({
    request,
    x: round(axis.x(axis.placeOf(request))),
    y: y.get(request.client) ?? 0,
    hidden: unguessed.has(request.number),
  }));
  const shapes: Shape[] = [
    ...litShapes(placed, options),
    group(cutShapes(detail, axis, TOP, bottom, words), { key: 'cuts' }),
    group(
      detail.clients.flatMap((client) =>
        laneLine(client, detail, y.get(client.pid) ?? 0, axis, now),
      ),
      { key: 'lines' },
    ),
    group(foldShapes(axis, [...y.values()], bottom, words), { key: 'folds' }),
    ...detail.clients.map((client) => {
      const own = placed.filter(({ request }) => request.client === client.pid);
      const at = y.get(client.pid) ?? 0;
      return group(
        [
          laneHead(client, detail, at, { ...options, narrow, left, tall: row >= WORDS }),
          ...own.flatMap((one) => waitShapes(one, axis, now)),
          ...own.map((one) => markShape(one, options)),
          ...labelShapes(clustersOf(own), {
            words,
            above: row >= 38,
            below: row >= WORDS,
            left,
            now: axis.x(now),
            right: narrow ? width - 4 : right + 20,
            folds: foldsTold(axis, words),
          }),
        ],
        { key: `lane-${client.pid}` },
      );
    }),
    group(axisShapes(axis, bottom, left, right, words), { key: 'axis' }),
    nowShape(axis.x(now), TOP, bottom, now - detail.zero, words),
    ...(narrow ? [] : [group(legendShapes(right + 30, width, height, words), { key: 'legend' })]),
  ];
  return { shapes, width, height };
}

/** From the call to the answer, while it is long enough to be seen. */
function waitShapes(
  { request, x, y, hidden }: Placed,
  axis: CapAxis,
  now: Micros,
): readonly Shape[] {
  const { calledAt, returnedAt, outcome } = request;
  if (calledAt === null || hidden) return [];
  const from = axis.x(calledAt);
  const to = returnedAt === null ? axis.x(now) : x;
  if (to - from < 16) return [];
  const ok = outcome === 'ok';
  const end = returnedAt === null ? to : to - 5;
  return [
    path(`M${round(from)} ${y}H${round(end)}`, {
      key: `wait-${request.number}`,
      className: 'wait',
      style: {
        fill: 'none',
        stroke: ok ? 'var(--leading)' : 'var(--looking)',
        strokeWidth: 4,
        ...(ok ? {} : { strokeDasharray: '8 4' }),
      },
    }),
    circle(round(from), y, 4, {
      style: { fill: ok ? 'var(--leading)' : 'var(--looking)' },
    }),
  ];
}

function markShape({ request, x, y, hidden }: Placed, { words, nameOf }: RequestsOptions): Shape {
  const waits = request.outcome === 'waiting';
  const kind = hidden ? 'hidden' : markOf(request);
  const outcome = hidden ? '?' : outcomeText(request, words);
  const label = words.say('mark', {
    number: request.number,
    name: nameOf(request.client),
    what: askedText(request, words, hidden),
    outcome,
  });
  return group(
    [
      rect(-10, -12, 20, 24, { style: { fill: 'transparent' } }),
      // A lane is not seen through its marks.
      ...(waits || kind === 'to-come'
        ? []
        : [circle(0, 0, 8, { style: { fill: 'var(--paper)' } })]),
      markAt(kind, 0, 0),
    ],
    {
      key: `request-${request.number}`,
      className: 'request',
      role: 'img',
      label,
      title: label,
      transform: at(x, y),
    },
  );
}

/** The requests that cannot be ordered, with one band of light from each to the next. */
function litShapes(placed: readonly Placed[], { lit }: RequestsOptions): readonly Shape[] {
  const points = lit.flatMap(
    (number) => placed.find(({ request }) => request.number === number) ?? [],
  );
  if (points.length === 0) return [];
  const d = `M${points.map(({ x, y }) => `${x} ${round(y)}`).join('L')}`;
  return [
    path(points.length === 1 ? `${d}h0.1` : d, {
      key: 'lit',
      className: 'lit',
      style: {
        fill: 'none',
        stroke: 'var(--new)',
        strokeWidth: 40,
        strokeLinecap: 'round',
        strokeLinejoin: 'round',
      },
    }),
  ];
}
