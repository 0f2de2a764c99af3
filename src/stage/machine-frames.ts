import type { MachineStateView, MachineView } from '../view/inspect.ts';
import { trimmed } from './geometry.ts';
import { edgeWord, lastPart, stateBox, stateColour } from './machine-parts.ts';
import { path, rect, round, text } from './shape.ts';
import type { Shape } from './shape.ts';
import type { StageWords } from './words.ts';

/** A state with the states inside of it. */
export interface Node {
  readonly path: string;
  readonly children: readonly Node[];
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

const LEAF = 24;
const TITLE = 22;
const PAD = 4;
/** Between two states with an arrow and its word, and without. */
const ARROW = 21;
const PLAIN = 6;

/** The states as a tree, in the order of the machine's definition. */
export const treeOf = (states: readonly MachineStateView[], parent: string | null = null): Node[] =>
  states
    .filter((state) => state.parent === parent)
    .map((state) => ({ path: state.path, children: treeOf(states, state.path) }));

const within = (path: string, node: Node): boolean =>
  path === node.path || path.startsWith(`${node.path}.`);

/** The transition from one sibling to another, from anywhere inside of it. */
const between = (view: MachineView, from: Node, to: Node) =>
  view.transitions.find((transition) => within(transition.from, from) && within(transition.to, to));

const gapAfter = (view: MachineView, node: Node, next: Node | undefined): number =>
  next === undefined ? 0 : between(view, node, next) === undefined ? PLAIN : ARROW;

export const frameHeight = (node: Node, view: MachineView): number =>
  node.children.length === 0
    ? LEAF
    : TITLE +
      PAD +
      node.children.reduce(
        (sum, child, i) =>
          sum + frameHeight(child, view) + gapAfter(view, child, node.children[i + 1]),
        0,
      );

/** A state, or a frame with its states under each other and the arrows between neighbours. */
export const frameShapes = (
  node: Node,
  place: Place,
  view: MachineView,
  words: StageWords,
): Shape[] => {
  const lit = within(view.current, node);
  if (node.children.length === 0) {
    return [
      ...stateBox(place.x, place.y, place.width, LEAF, lastPart(node.path), {
        lit,
        path: node.path,
      }),
    ];
  }
  const colour = stateColour(node.path);
  const top = !node.path.includes('.');
  const shapes: Shape[] = [
    rect(round(place.x), round(place.y), round(place.width), frameHeight(node, view), {
      key: node.path,
      rx: 8,
      style: {
        fill: 'none',
        stroke: lit ? (colour === null ? 'var(--ink)' : `var(--${colour})`) : 'var(--ink-3)',
        strokeWidth: lit ? 1.5 : 1,
      },
    }),
    text(
      round(place.x + place.width / 2),
      round(place.y + 15.5),
      trimmed(lastPart(node.path), place.width - 8, 12),
      {
        anchor: 'middle',
        className: `${top ? 'word' : 'xs'} ${lit && colour !== null ? `w-${colour}` : 'i2'}`,
        style: { fontSize: 12 },
      },
    ),
  ];
  let y = place.y + TITLE;
  const tops: number[] = [];
  node.children.forEach((child, i) => {
    tops.push(y);
    shapes.push(
      ...frameShapes(child, { x: place.x + PAD, y, width: place.width - 2 * PAD }, view, words),
    );
    y += frameHeight(child, view);
    const next = node.children[i + 1];
    const edge = next === undefined ? undefined : between(view, child, next);
    if (edge !== undefined) {
      const x = round(place.x + PAD + 14);
      shapes.push(
        path(`M${x} ${round(y)}v${ARROW - 1}M${x - 3.5} ${round(y + ARROW - 7)}l3.5 6l3.5 -6`, {
          className: 'hair2',
        }),
        text(
          x + 8,
          round(y + 14.5),
          trimmed(edgeWord(edge, view.transitions, words), place.width - 2 * PAD - 24, 12),
          { className: 'xs i2' },
        ),
      );
    }
    y += gapAfter(view, child, next);
  });
  return shapes;
};
