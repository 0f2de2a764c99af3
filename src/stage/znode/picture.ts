import type { TreeRow } from '../../view/zookeeper-ask.ts';
import type { Point, Size } from '../geometry.ts';
import { at, group, path, round } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { eye, GLYPH, nodeGlyph } from './glyphs.ts';

/** The server's own nodes say nothing of this run. */
const isOwn = ({ path: of }: TreeRow): boolean => of.startsWith('/zookeeper');

/**
 * The tree in miniature: the root above, children below their parent, each over the middle of what
 * is below it. Without words; an eye where somebody watches.
 */
export const treePicture = (all: readonly TreeRow[], { width, height }: Size): readonly Shape[] => {
  const rows = all.filter((row) => !isOwn(row));
  const places = placed(rows, { width, height });
  const parents: Point[] = [];
  const lines: Shape[] = [];
  const nodes = rows.map((row, index): Shape => {
    const place = places[index] ?? { x: 0, y: 0 };
    const parent = parents[row.depth - 1];
    parents[row.depth] = place;
    if (parent !== undefined) {
      const middle = round((parent.y + place.y) / 2);
      lines.push(
        path(
          `M${round(parent.x)} ${round(parent.y)}V${middle}H${round(place.x)}V${round(place.y)}`,
          {
            className: 'hair2 nf',
          },
        ),
      );
    }
    const { kind, sequential, watchers } = row;
    const watched = watchers.length > 0 ? [eye(0, GLYPH + 9, 'data')] : [];
    return group([...nodeGlyph(kind, sequential), ...watched], {
      transform: `${at(place.x, place.y)} scale(0.8)`,
    });
  });
  return [...lines, ...nodes];
};

/** Where each row's node stands. */
function placed(rows: readonly TreeRow[], { width, height }: Size): readonly Point[] {
  const deepest = Math.max(1, ...rows.map(({ depth }) => depth));
  const isLeaf = (index: number): boolean =>
    (rows[index + 1]?.depth ?? 0) <= (rows[index]?.depth ?? 0);
  const leaves = rows.filter((_, index) => isLeaf(index)).length;
  const step = Math.min(26, (width - 2 * GLYPH) / Math.max(1, leaves - 1));
  const left = width / 2 - (step * (leaves - 1)) / 2;
  const down = Math.min(34, (height - 4 * GLYPH) / deepest);
  const places: Point[] = Array.from({ length: rows.length });
  /** For each depth, the children of the node that is being placed. */
  const below: number[][] = [];
  let leaf = leaves;
  for (let index = rows.length - 1; index >= 0; index--) {
    const { depth = 0 } = rows[index] ?? {};
    const children = below[depth + 1] ?? [];
    const x = isLeaf(index)
      ? left + --leaf * step
      : ((children[0] ?? 0) + (children.at(-1) ?? 0)) / 2;
    below[depth + 1] = [];
    (below[depth] ??= []).push(x);
    places[index] = { x, y: 2 * GLYPH + depth * down };
  }
  return places;
}
