import type { Pid } from '../../view/time.ts';
import { textWidth, trimmed } from '../geometry.ts';
import { at, circle, group, path, rect, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { nodeGlyph } from '../znode/glyphs.ts';
import type { Column, ColumnsLayout } from './columns-layout.ts';
import { colourOf, padlock } from './marks.ts';
import type { ClientView, NodeView } from './scene.ts';
import type { RecipesSaying } from './words.ts';

/** Where a node stands, and how much room its words have to its right; 0: they stand below it. */
export interface NodePlace {
  readonly x: number;
  readonly y: number;
  readonly beside: number;
  readonly below: number;
  /** Room for what is said of it on its left, behind the words of the node before it. */
  readonly left: number;
}

const GLYPH = 1.55;
/** On a node's left its padlock may stand: so far from it. */
const LOCK = 29;
/** From a node to its words, and from those to what stands beside them. */
const WORDS = 22;
const APART = 8;
/** Column width from which words stand beside what they name. */
export const ROOMY = 116;

/** Each node above its owner; what nobody owns stands in a row of its own, spread over all columns. */
export function nodePlaces(
  nodes: readonly NodeView[],
  layout: ColumnsLayout,
): ReadonlyMap<string, NodePlace> {
  const places = new Map<string, Omit<NodePlace, 'left'>>();
  const owned = new Map<Pid, NodeView[]>();
  const free: NodeView[] = [];
  for (const node of nodes) {
    const owner = node.owner;
    if (owner !== null && layout.columns.has(owner)) {
      owned.set(owner, [...(owned.get(owner) ?? []), node]);
    } else free.push(node);
  }
  for (const [pid, own] of owned) {
    const { x, width, from } = layout.columns.get(pid) as Column;
    // What it owns now comes before what it has owned.
    const living = own.filter(({ deletedAt }) => deletedAt === null);
    const shown = (living.length > 0 ? living : own.slice(-1)).slice(-3);
    const each = width / shown.length;
    for (const [i, { path: name }] of shown.entries()) {
      const alone = shown.length === 1;
      places.set(name, {
        x: alone ? x : from + (i + 0.5) * each,
        y: layout.nodes,
        beside: alone && width >= ROOMY ? width - 22 - LOCK - 12 : 0,
        below: each - 2,
      });
    }
  }
  const last = free.filter(({ deletedAt }) => deletedAt === null).slice(-MOST_FREE);
  const wide = layout.width - layout.left - 16;
  const y = owned.size > 0 ? layout.nodes - 26 : layout.nodes;
  const each = wide / Math.max(1, last.length);
  for (const [i, { path: name }] of last.entries()) {
    places.set(name, {
      x: layout.left + (last.length === 1 && owned.size === 0 ? 0.5 : i + 0.5) * each,
      y,
      beside: each >= 90 ? each / 2 - 26 : 0,
      below: each - 2,
    });
  }
  return withLeft(places, nodes);
}

function withLeft(
  places: ReadonlyMap<string, Omit<NodePlace, 'left'>>,
  nodes: readonly NodeView[],
): ReadonlyMap<string, NodePlace> {
  const ends = nodes.flatMap(({ path: name, name: told }) => {
    const place = places.get(name);
    if (place === undefined) return [];
    const { x, y, beside } = place;
    return [{ x, y, end: x + WORDS + Math.min(beside, textWidth(told, 13)) }];
  });
  return new Map(
    [...places].map(([name, place]) => {
      const before = ends.filter(({ x, y }) => y === place.y && x < place.x);
      const from = Math.max(0, ...before.map(({ end }) => end));
      return [name, { ...place, left: place.x - WORDS - from - APART }];
    }),
  );
}

/** So many nodes of nobody's are shown, the newest. */
const MOST_FREE = 14;

/** A node with its name, its data, and what became of it. */
export function nodeShape(
  node: NodeView,
  place: NodePlace,
  holder: ClientView | undefined,
  layout: ColumnsLayout,
  words: RecipesSaying,
): Shape {
  const { x, y, beside, below, left } = place;
  const gone = node.deletedAt !== null;
  const size = beside > 0 ? GLYPH : 1.3;
  const shapes: Shape[] = [
    group(nodeGlyph(node.ephemeral ? 'ephemeral' : 'persistent', node.sequential), {
      transform: `${at(x, y)} scale(${size})`,
      ...(gone ? { style: { opacity: 0.55 } } : {}),
    }),
  ];
  if (gone) {
    shapes.push(
      path(`M${round(x - 15)} ${round(y + 14)}L${round(x + 17)} ${round(y - 15)}`, {
        className: 'strike',
      }),
    );
  }
  const room = beside > 0 ? beside : below;
  const name = trimmed(node.name, room, 13, holder === undefined ? 'plain' : 'bold');
  const style = `s halo${gone ? ' i2' : ''}${holder === undefined ? '' : ' b'}`;
  shapes.push(
    beside > 0
      ? text(round(x + WORDS), round(y + 5), name, { className: style, title: node.path })
      : text(round(x), round(y + 29), name, {
          anchor: 'middle',
          className: style,
          title: node.path,
        }),
  );
  if (node.data !== '' && !gone && beside > 0) {
    shapes.push(
      text(round(x + WORDS), round(y + 21), trimmed(`= ${node.data}`, room, 12), {
        className: 'xs i2 halo',
      }),
    );
  }
  if (node.deletedAt !== null && beside > 0) {
    const lines = [
      words.say('deleted'),
      words.say('at', { time: words.time(node.deletedAt) }),
    ] as const;
    const className = 'xs i2 halo';
    if (left >= Math.max(...lines.map((line) => textWidth(line, 12)))) {
      for (const [i, line] of lines.entries())
        shapes.push(text(round(x - WORDS), round(y + i * 15), line, { anchor: 'end', className }));
    } else shapes.push(text(round(x + WORDS), round(y + 20), lines[0], { className }));
  }
  if (holder !== undefined && !gone) {
    const colour = colourOf(holder.pid);
    const roomy = beside > 0 && !layout.narrow;
    shapes.push(
      padlock(roomy ? x - LOCK : x - 19, y - (roomy ? 2 : 10), colour, true, roomy ? 1.1 : 0.8),
    );
    if (roomy) {
      shapes.push(
        text(round(x - LOCK), round(y + 25), words.say('holds'), {
          anchor: 'middle',
          className: 's b halo',
          style: { fill: colour },
        }),
      );
    }
  }
  return group(shapes, { key: `node-${node.path}` });
}

/** From where somebody watches to what: an arc with an eye on it. */
export function watchArc(
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
  key: string,
  eyed: boolean,
): Shape {
  const left = to.x < from.x;
  const x0 = from.x + (left ? -12 : 12);
  const x1 = to.x + (left ? 13 : -13);
  const [y0, y1] = [from.y - 10, to.y - 10];
  const far = Math.min(30, 18 + Math.abs(x1 - x0) / 26);
  const top = Math.min(y0, y1) - far;
  const middle = { x: (x0 + x1) / 2, y: (y0 + 2 * top + y1) / 4 };
  const s = left ? 1 : -1;
  return group(
    [
      path(
        `M${round(x0)} ${round(y0)}Q${round((x0 + x1) / 2)} ${round(top)} ${round(x1)} ${round(y1)}`,
        {
          style: { fill: 'none', stroke: 'var(--ink-2)', strokeWidth: 1.4 },
        },
      ),
      path(
        `M${round(x1 + 7.5 * s)} ${round(y1 - 6.5)}L${round(x1)} ${round(y1)}L${round(x1 + 9.5 * s)} ${round(y1 + 1)}`,
        { style: { fill: 'none', stroke: 'var(--ink-2)', strokeWidth: 1.4 } },
      ),
      ...(eyed ? [openEye(middle.x, middle.y)] : []),
    ],
    { key },
  );
}

/** An open eye that stands on a line: it hides what runs behind it. */
export const openEye = (x: number, y: number): Shape =>
  group(
    [
      rect(-12, -9, 24, 18, { style: { fill: 'var(--paper)' } }),
      path('M-8 0Q0 -8.5 8 0Q0 8.5 -8 0Z', {
        style: { fill: 'var(--paper)', stroke: 'var(--ink)', strokeWidth: 1.5 },
      }),
      circle(0, 0, 2.6, { style: { fill: 'var(--ink)' } }),
    ],
    { className: 'eye', transform: at(x, y) },
  );
