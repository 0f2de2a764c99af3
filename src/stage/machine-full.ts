import type { MachineStateView, MachineTransitionView, MachineView } from '../view/inspect.ts';
import { frameHeight, frameShapes, treeOf } from './machine-frames.ts';
import type { Node } from './machine-frames.ts';
import { trimmed } from './geometry.ts';
import { edgeWord, topLevel } from './machine-parts.ts';
import { path, round, text } from './shape.ts';
import type { Drawing, Shape } from './shape.ts';
import type { StageWords } from './words.ts';

interface Options {
  readonly words: StageWords;
  readonly width: number;
}

/** A top-level state with its place in the grid. */
interface Cell {
  readonly node: Node;
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly width: number;
  y: number;
  readonly height: number;
}

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly words: readonly string[];
}

const COLUMN_GAP = 8;
const LANE = 6;
const TRACK = 8;

/**
 * The whole machine: top-level states in rows by their distance from the initial one, two to a row,
 * compound ones as frames. Arrows between them run in the gaps between rows and in the gutters
 * beside them, each on a track of its own, so that nothing covers a state.
 */
export const fullMachine = (view: MachineView, options: Options): Drawing => {
  const nodes = treeOf(view.states);
  const edges = topEdges(view.transitions, options.words);
  const rows = rowsOf(nodes, edges, view.states);
  const rowOf = new Map(rows.flatMap((row, i) => row.map((node) => [node.path, i] as const)));
  const plan = edges.map((edge) => route(edge, rowOf, rows));
  const left = 4 + LANE * plan.filter((one) => one.gutter === 'left').length;
  const right = 4 + LANE * plan.filter((one) => one.gutter === 'right').length;
  const cells = place(rows, left, options.width - left - right, view);
  const tracks = rows.map(
    (_, i) => plan.flatMap((one) => one.gaps).filter((gap) => gap === i).length,
  );
  // Rows stand below each other; each gap has room for its tracks and for the words of arrows.
  const tops: number[] = [];
  const bottoms: number[] = [];
  let y = 2;
  rows.forEach((_, i) => {
    const own = cells.filter((cell) => cell.row === i);
    for (const cell of own) cell.y = y;
    tops.push(y);
    y += Math.max(...own.map((cell) => cell.height));
    bottoms.push(y);
    y += (tracks[i] ?? 0) === 0 ? 12 : 30 + TRACK * (tracks[i] ?? 0);
  });
  const height = round((bottoms.at(-1) ?? 0) + ((tracks.at(-1) ?? 0) === 0 ? 3 : 30));
  const byPath = new Map(cells.map((cell) => [cell.node.path, cell]));
  const shapes: Shape[] = [
    ...edgeShapes(plan, byPath, bottoms, options.width),
    ...cells.flatMap((cell) => frameShapes(cell.node, cell, view, options.words)),
  ];
  return { shapes, width: options.width, height };
};

/** Transitions between different top-level states, one for each pair. */
function topEdges(transitions: readonly MachineTransitionView[], words: StageWords): Edge[] {
  const found = new Map<string, { from: string; to: string; words: string[] }>();
  for (const transition of transitions) {
    const from = topLevel(transition.from);
    const to = topLevel(transition.to);
    if (from === to) continue;
    const word = edgeWord(transition, transitions, words);
    const edge = found.get(`${from}>${to}`);
    if (edge === undefined) found.set(`${from}>${to}`, { from, to, words: [word] });
    else if (!edge.words.includes(word)) edge.words.push(word);
  }
  return [...found.values()];
}

/** Rows of at most two states, by the fewest transitions from the initial state. */
function rowsOf(
  nodes: readonly Node[],
  edges: readonly Edge[],
  states: readonly MachineStateView[],
): readonly (readonly Node[])[] {
  const initial = states.find((state) => state.initial)?.path ?? nodes[0]?.path ?? '';
  const depth = new Map([[topLevel(initial), 0]]);
  for (let grown = true; grown;) {
    grown = false;
    for (const { from, to } of edges) {
      const at = depth.get(from);
      if (at === undefined || depth.has(to)) continue;
      depth.set(to, at + 1);
      grown = true;
    }
  }
  const layers: Node[][] = [];
  for (const node of nodes) (layers[depth.get(node.path) ?? 0] ??= []).push(node);
  const rows: Node[][] = [];
  for (const layer of layers) {
    for (let i = 0; i < (layer?.length ?? 0); i += 2) rows.push(layer?.slice(i, i + 2) ?? []);
  }
  return rows;
}

function place(
  rows: readonly (readonly Node[])[],
  left: number,
  inner: number,
  view: MachineView,
): Cell[] {
  return rows.flatMap((row, i) => {
    const width = row.length === 1 ? inner : (inner - COLUMN_GAP) / 2;
    return row.map((node, column): Cell => ({
      node,
      row: i,
      column,
      x: left + column * (width + COLUMN_GAP),
      width,
      y: 0,
      height: frameHeight(node, view),
    }));
  });
}

interface Route {
  readonly edge: Edge;
  /** Rows below which it has a track. */
  readonly gaps: readonly number[];
  readonly gutter: 'left' | 'right' | null;
  readonly kind: 'next' | 'skip' | 'back';
}

function route(
  edge: Edge,
  rowOf: ReadonlyMap<string, number>,
  rows: readonly (readonly Node[])[],
): Route {
  const from = rowOf.get(edge.from) ?? 0;
  const to = rowOf.get(edge.to) ?? 0;
  if (to === from + 1) return { edge, gaps: [from], gutter: null, kind: 'next' };
  if (to > from) return { edge, gaps: [from, to - 1], gutter: 'left', kind: 'skip' };
  const row = rows[from] ?? [];
  const first = row.length > 1 && row[0]?.path === edge.from;
  return { edge, gaps: [to], gutter: first ? 'left' : 'right', kind: 'back' };
}

function edgeShapes(
  plan: readonly Route[],
  cells: ReadonlyMap<string, Cell>,
  bottoms: readonly number[],
  width: number,
): Shape[] {
  const used = new Map<string, number>();
  const next = (what: string): number => {
    const at = used.get(what) ?? 0;
    used.set(what, at + 1);
    return at;
  };
  const track = (gap: number): number => (bottoms[gap] ?? 0) + 9 + TRACK * next(`gap ${gap}`);
  const lane = (side: 'left' | 'right'): number => {
    const at = 3 + LANE * next(side);
    return side === 'left' ? at : width - at;
  };
  // Arrows come in at the left, where their words have room, and leave at the right.
  const port = (cell: Cell, side: 'top' | 'bottom'): number => {
    const off = 14 + 14 * next(`${cell.node.path} ${side}`);
    return round(side === 'top' ? cell.x + off : cell.x + cell.width - off);
  };
  return plan.flatMap(({ edge, gaps, gutter, kind }) => {
    const from = cells.get(edge.from);
    const to = cells.get(edge.to);
    const [gap, second] = gaps;
    if (from === undefined || to === undefined || gap === undefined) return [];
    const title = edge.words.join(', ');
    if (kind === 'back') {
      const y = round(from.y + 12 + 6 * next(`${edge.from} side`));
      const x = lane(gutter ?? 'right');
      const t = track(gap);
      const end = port(to, 'bottom');
      const side = gutter === 'left' ? from.x : from.x + from.width;
      return [
        path(`M${round(side)} ${y}H${x}V${t}H${end}V${to.y + to.height + 1}`, {
          key: `${edge.from}>${edge.to}`,
          className: 'hair2',
          title,
          style: { strokeDasharray: '3 3' },
        }),
        path(`M${end - 3.5} ${to.y + to.height + 6}l3.5 -6l3.5 6`, { className: 'hair2' }),
      ];
    }
    const start = port(from, 'bottom');
    const end = port(to, 'top');
    const t = track(gap);
    const way =
      kind === 'next' ? `V${t}H${end}` : `V${t}H${lane('left')}V${track(second ?? gap)}H${end}`;
    return [
      path(`M${start} ${from.y + from.height}${way}V${to.y - 1}`, {
        key: `${edge.from}>${edge.to}`,
        className: 'hair2',
        title,
      }),
      path(`M${end - 3.5} ${to.y - 6}l3.5 6l3.5 -6`, { className: 'hair2' }),
      text(end + 7, to.y - 5, trimmed(edge.words[0] ?? '', to.x + to.width - end - 8, 12), {
        className: 'xs i2',
        title,
      }),
    ];
  });
}
