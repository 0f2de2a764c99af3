import type { Frame, Liveness } from '../../view/frame.ts';
import type { RecipesDetail, RecipeServerView } from '../../view/recipes.ts';
import type { Micros, Pid } from '../../view/time.ts';
import { at, circle, group, path, rect, round } from '../shape.ts';
import type { Drawing, Shape } from '../shape.ts';
import { colourOf, padlock } from './marks.ts';
import { progress } from '../lanes.ts';
import { bareSlip } from '../slips.ts';
import { outsideOf } from './outside-of.ts';
import { serversOf } from './scene-of.ts';
import type { OutsideView } from './scene.ts';

/** A program as three lines below its client, the one that it is at dark. */
const program = (line: number | null, x: number, y: number, half: number): Shape[] => {
  const bar = (i: number): string => `M${round(x - half)} ${round(y + i * 3.4)}h${2 * half}`;
  const style = { fill: 'none', strokeWidth: 1.4 };
  return [
    path([0, 1, 2].map(bar).join(''), { style: { ...style, stroke: 'var(--rule)' } }),
    ...(line === null ? [] : [path(bar(line % 3), { style: { ...style, stroke: 'var(--ink)' } })]),
  ];
};

/** More than these stand in a ring. */
const MOST_IN_ROW = 8;

type Small = Frame<RecipesDetail>;

const livenessOf = ({ processes }: Small, pid: Pid): Liveness =>
  processes.find((one) => one.pid === pid)?.liveness ?? 'off';

/** Crossed, it is dead; with two bars, it is paused. */
const mark = (liveness: Liveness, half: number): string | null => {
  if (liveness === 'crashed')
    return `M${-half} ${-half}l${2 * half} ${2 * half}m0 ${-2 * half}l${-2 * half} ${2 * half}`;
  if (liveness === 'paused')
    return `M${-half * 0.3} ${-half * 0.5}v${half}m${half * 0.6} 0v${-half}`;
  return null;
};

/** A client as a square: filled, it holds; dashed, it is not started; a hollow padlock beside it, it believes to. */
function square(frame: Small, pid: Pid, x: number, y: number, half: number): Shape[] {
  const client = frame.detail.clients.find((one) => one.pid === pid);
  const holds = (client?.holds.length ?? 0) > 0;
  const liveness = livenessOf(frame, pid);
  const down = liveness === 'crashed' || liveness === 'off';
  const filled = holds && !down;
  const marked = mark(liveness, half);
  return [
    rect(round(x - half), round(y - half), 2 * half, 2 * half, {
      rx: 2,
      style: {
        fill: filled ? 'var(--ink)' : 'var(--paper)',
        stroke: down ? 'var(--crashed)' : 'var(--ink)',
        strokeWidth: 1.6,
        ...(liveness === 'off' ? { strokeDasharray: '3 2' } : {}),
      },
    }),
    ...(marked === null
      ? []
      : [
          path(marked, {
            transform: at(x, y),
            style: {
              fill: 'none',
              stroke: down ? 'var(--crashed)' : filled ? 'var(--paper)' : 'var(--ink)',
              strokeWidth: 1.6,
            },
          }),
        ]),
    ...((client?.believes.length ?? 0) > 0
      ? [padlock(x + half + 7, y - half, colourOf(pid), false, 0.62)]
      : []),
  ];
}

/** What clients own and who watches it, in miniature: a row, or a ring of very many. */
export const recipesPicture = (
  frame: Small,
  options: { readonly width?: number; readonly height?: number; readonly now?: Micros } = {},
): Drawing => {
  const width = options.width ?? 240;
  const height = options.height ?? 96;
  const now = options.now ?? frame.time;
  const { clients } = frame.detail;
  const asked = serversOf(frame.detail);
  // Where no server is asked there is no tree either.
  const root: Shape[] =
    asked.length === 0
      ? []
      : [
          rect(round(width / 2 - 3), 3, 6, 6, {
            style: { fill: 'var(--paper)', stroke: 'var(--ink-3)', strokeWidth: 1.2 },
          }),
        ];
  const drawn =
    clients.length > MOST_IN_ROW ? ring(frame, width, height, now) : row(frame, width, height, now);
  return { shapes: [...servers(asked, height), ...root, ...drawn], width, height };
};

/** The servers, at the edge: they keep the tree and know nothing of recipes. */
const servers = (asked: readonly RecipeServerView[], height: number): Shape[] =>
  asked.map(({ role }, i) =>
    circle(6, round(7 + i * (height > 70 ? 10 : 7)), height > 70 ? 3.4 : 2.4, {
      style: {
        fill: role === 'LEADING' ? 'var(--leading)' : 'var(--paper)',
        stroke:
          role === ''
            ? 'var(--crashed)'
            : role === 'LEADING' || role === 'STANDALONE'
              ? 'var(--leading)'
              : 'var(--following)',
        strokeWidth: 1.4,
      },
    }),
  );

/** What stands outside as boxes, in the colour of whoever has written to it last: where there is no tree. */
function outside({ detail }: Small, width: number, y: number): Shape[] {
  const shown = detail.outside.map((view) => outsideOf(view, detail.clients));
  const each = (width - 16) / Math.max(1, shown.length);
  const half = Math.min(30, each / 2 - 4);
  return shown.map((view, i) => {
    const owner = writerOf(view);
    return rect(round(8 + (i + 0.5) * each - half), round(y - 7), round(2 * half), 14, {
      rx: 2,
      style: {
        fill: owner === null ? 'var(--paper)' : colourOf(owner),
        stroke: 'var(--ink-2)',
        strokeWidth: 1.4,
      },
    });
  });
}

const writerOf = (view: OutsideView): Pid | null => {
  switch (view.kind) {
    case 'storage':
      return view.writer;
    case 'table':
      return view.rows[0]?.owner ?? null;
    case 'redis':
      return view.keys[0]?.owner ?? null;
    case 'provider':
      return null;
  }
};

function row(frame: Small, width: number, height: number, now: Micros): Shape[] {
  const { clients, nodes, root } = frame.detail;
  const half = height > 70 ? 8 : 5;
  const each = (width - 16) / clients.length;
  const xs = new Map(clients.map(({ pid }, i) => [pid, 8 + (i + 0.5) * each]));
  const [top, low] = [height * 0.34, height * 0.7];
  const below = nodes.filter(({ path: name }) => name !== root);
  const free = below.filter(({ owner }) => owner === null || !xs.has(owner)).slice(0, 6);
  const xOf = (name: string, owner: Pid | null): number | undefined => {
    const own = owner === null ? undefined : xs.get(owner);
    if (own !== undefined) return own;
    const i = free.findIndex((one) => one.path === name);
    return i < 0 ? undefined : 8 + ((i + 0.5) * (width - 16)) / free.length;
  };
  const shapes: Shape[] = [];
  for (const { path: name, owner, watchers, deletedAt } of below) {
    const x = xOf(name, owner);
    if (x === undefined) continue;
    const gone = deletedAt !== null;
    const holder = clients.find(({ pid, holds }) => pid === owner && holds.length > 0);
    if (owner !== null && xs.has(owner)) {
      shapes.push(
        path(`M${round(x)} ${round(top + 5)}V${round(low - half)}`, {
          style: {
            fill: 'none',
            stroke: 'var(--ink-3)',
            strokeWidth: holder === undefined || gone ? 1 : 2,
            ...(gone ? { strokeDasharray: '1 3' } : {}),
          },
        }),
      );
    }
    if (gone) {
      shapes.push(
        path(`M${round(x - 5)} ${round(top + 5)}l10 -10`, {
          style: { fill: 'none', stroke: 'var(--ink-3)', strokeWidth: 1.4 },
        }),
      );
      continue;
    }
    for (const { pid } of watchers) {
      const from = xs.get(pid);
      if (from === undefined) continue;
      shapes.push(
        path(
          `M${round(from)} ${round(top - 5)}Q${round((from + x) / 2)} ${round(top - 20)} ${round(x + Math.sign(from - x) * 4)} ${round(top - 5)}`,
          { style: { fill: 'none', stroke: 'var(--line)', strokeWidth: 1.1 } },
        ),
      );
    }
    shapes.push(
      circle(round(x), round(top), 4.5, {
        style: {
          fill: 'var(--paper)',
          stroke: 'var(--ink)',
          strokeWidth: 1.4,
          strokeDasharray: '2.4 1.6',
        },
      }),
      ...(holder === undefined ? [] : [padlock(x - 11, top, colourOf(holder.pid), true, 0.6)]),
    );
  }
  if (serversOf(frame.detail).length === 0) shapes.push(...outside(frame, width, top));
  for (const { pid, line } of clients) {
    const x = xs.get(pid) ?? 0;
    shapes.push(...square(frame, pid, x, low, half), ...program(line, x, low + half + 4, half));
  }
  return [
    ...shapes,
    ...flights(frame, now, (pid, f) => {
      const x = xs.get(pid);
      return x === undefined ? null : { x: x + 6, y: low - half - f * (low - top - half) };
    }),
  ];
}

function ring(frame: Small, width: number, height: number, now: Micros): Shape[] {
  const { clients } = frame.detail;
  const [cx, cy] = [width / 2, height / 2];
  const [rx, ry] = [Math.min(width / 2 - 10, height), height / 2 - 7];
  const places = new Map(
    clients.map(({ pid }, i): [Pid, { x: number; y: number }] => {
      const angle = (i / clients.length) * 2 * Math.PI - Math.PI / 2;
      return [pid, { x: cx + rx * Math.cos(angle), y: cy + ry * Math.sin(angle) }];
    }),
  );
  return [
    circle(cx, cy, 5, {
      style: {
        fill: 'var(--paper)',
        stroke: 'var(--ink)',
        strokeWidth: 1.4,
        strokeDasharray: '2.4 1.6',
      },
    }),
    ...clients.flatMap(({ pid }) => {
      const { x, y } = places.get(pid) ?? { x: 0, y: 0 };
      return square(frame, pid, x, y, clients.length > 30 ? 2 : 3.5);
    }),
    ...flights(frame, now, (pid, f) => {
      const to = places.get(pid);
      return to === undefined ? null : { x: to.x + f * (cx - to.x), y: to.y + f * (cy - to.y) };
    }),
  ];
}

/** Messages between clients and servers; `place`: how far from the client, 0 to 1. */
const flights = (
  frame: Small,
  now: Micros,
  place: (pid: Pid, f: number) => { readonly x: number; readonly y: number } | null,
): Shape[] =>
  frame.messages.flatMap((message): Shape[] => {
    if (message.routine || message.status !== 'flying') return [];
    const f = progress(message, now);
    const up = place(message.from, f);
    const spot = up ?? place(message.to, 1 - f);
    return spot === null
      ? []
      : [
          group(bareSlip(message.shape, message.claim, false), {
            transform: `${at(spot.x, spot.y)} scale(0.6)`,
          }),
        ];
  });
