import type { Pid } from '../../view/time.ts';
import type { TreeRow } from '../../view/zookeeper-ask.ts';
import { trimmed, textWidth } from '../geometry.ts';
import type { Shape } from '../shape.ts';
import { at, group, path, rect, round, text } from '../shape.ts';
import { HIDDEN, veiledNode } from '../veil.ts';
import type { Veil } from '../veil.ts';
import { GLYPH, eye, foldMark, nodeGlyph } from './glyphs.ts';
import { watchesOf } from './watches.ts';
import type { Watch } from './watches.ts';
import type { SayZnode } from './words.ts';

export interface RowOptions {
  readonly say: SayZnode;
  readonly nameOf: (pid: Pid) => string;
  /** Drawing units. */
  readonly width: number;
  readonly height: number;
  /** How far a child stands to the right of its parent. */
  readonly indent: number;
  readonly selected?: boolean;
  /** It was changed by the newest transaction: glows, or has an outline where nothing may move. */
  readonly fresh?: 'glow' | 'outline' | null;
  readonly veil?: Veil;
}

/** Where the root's glyph stands. */
const LEFT = 24;
const RIGHT = 10;
const GAP = 10;
/** Room for an eye. */
const EYE = 17;
/** Eyes that are drawn one by one. */
const MOST_EYES = 2;
/** No preview of the data in less room. */
const LEAST_PREVIEW = 36;

export const glyphX = (depth: number, indent: number): number => LEFT + depth * indent;

/** The indent at which rows of this depth still have room for a name. */
export const indentFor = (deepest: number, width: number): number =>
  Math.max(6, Math.min(22, Math.floor((width * 0.55 - LEFT) / Math.max(1, deepest))));

/** Lines from what stands above to this node, to what follows it, and to its first child. */
const lines = (row: TreeRow, { height, indent }: RowOptions): readonly Shape[] => {
  const middle = height / 2;
  const x = (depth: number): number => glyphX(depth, indent);
  const parts: string[] = [];
  row.followed.slice(0, -1).forEach((goesOn, depth) => {
    if (goesOn) parts.push(`M${x(depth)} 0V${height}`);
  });
  if (row.depth > 0) {
    const from = x(row.depth - 1);
    const to = row.children > 0 ? Math.max(from, x(row.depth) - 19) : x(row.depth) - GLYPH - 2.5;
    parts.push(`M${from} 0V${middle}H${to}`);
    if (row.followed.at(-1) === true) parts.push(`M${from} ${middle}V${height}`);
  }
  if (row.open && row.children > 0) parts.push(`M${x(row.depth)} ${middle + GLYPH + 2}V${height}`);
  return parts.length === 0 ? [] : [path(parts.join(''), { className: 'twig' })];
};

interface Part {
  readonly width: number;
  readonly draw: (right: number) => Shape;
}

const label = (content: string, className: string, size: number): Part => ({
  width: textWidth(content, size),
  draw: (right) => text(round(right), 0, content, { className, anchor: 'end' }),
});

const eyes = (watches: readonly Watch[], nameOf: (pid: Pid) => string): readonly Part[] => {
  const one = (watch: Watch, told: string): Part => {
    const width = EYE + 2 + textWidth(told, 13);
    return {
      width,
      draw: (right) =>
        group([eye(right - width + 8, -5, watch.watched), text(round(right), 0, told, SMALL_END)]),
    };
  };
  const [first] = watches;
  if (first === undefined) return [];
  if (watches.length > MOST_EYES) return [one(first, String(watches.length))];
  return watches.map((watch) => one(watch, nameOf(watch.client)));
};
const SMALL_END = { className: 's', anchor: 'end' } as const;

/** What stands at the right edge, from there inwards. */
const marks = (row: TreeRow, { say, nameOf, veil }: RowOptions): readonly Part[] => {
  const { version, kind, owner, watchers } = row;
  const whose = owner === null ? say('ownerless') : say('of', { owner: nameOf(owner) });
  return [
    ...(veiledNode(veil, row.path, 'version')
      ? [label(HIDDEN, 's b', 14)]
      : version > 0
        ? [label(`v${version}`, 's b', 14)]
        : []),
    ...(kind === 'ephemeral' ? [label(whose, 's i2', 13)] : []),
    ...eyes(watchesOf(watchers), nameOf),
  ];
};

/** ZooKeeper's own nodes step back. */
const isSystem = ({ path: at }: TreeRow): boolean =>
  at === '/zookeeper' || at.startsWith('/zookeeper/');

const shownName = ({ name, path: at }: TreeRow): string => (at === '/' ? '/' : name);

/** One line of a tree: its node with its name, data, version, owner and watches. */
export const rowShapes = (row: TreeRow, options: RowOptions): readonly Shape[] => {
  const { width, height, indent, say, fresh = null } = options;
  const middle = height / 2;
  const base = round(middle + 5);
  const x = glyphX(row.depth, indent);
  const shapes: Shape[] = [];
  if (fresh === 'glow')
    shapes.push(rect(4, 1.5, width - 8, height - 3, { rx: 4, className: 'glow' }));
  if (fresh === 'outline') {
    shapes.push(rect(4, 2.5, width - 8, height - 5, { rx: 4, className: 'changed' }));
  }
  if (options.selected === true) {
    // What has just changed keeps its glow.
    if (fresh !== 'glow') {
      shapes.push(rect(0, 0, width, height, { style: { fill: 'var(--faint)' } }));
    }
    shapes.push(rect(0, 0, 3, height, { style: { fill: 'var(--ink)' } }));
  }
  shapes.push(...lines(row, options));
  if (row.children > 0) {
    shapes.push(
      group([foldMark(row.open)], { className: 'fold-mark', transform: at(x - 14, middle) }),
    );
  }
  shapes.push(group(nodeGlyph(row.kind, row.sequential), { transform: at(x, middle) }));

  let right = width - RIGHT;
  for (const mark of marks(row, options)) {
    shapes.push(group([mark.draw(right)], { transform: at(0, base) }));
    right -= mark.width + GAP;
  }
  const left = x + GLYPH + 9;
  const strong = options.selected === true ? ' b' : '';
  // Bold letters are wider.
  const size = options.selected === true ? 16 : 15;
  const name = trimmed(shownName(row), Math.max(24, right - left), size);
  shapes.push(
    text(round(left), base, name, { className: `m${strong}${isSystem(row) ? ' i2' : ''}` }),
  );
  const after = left + textWidth(name, size) + GAP;
  const more = row.open || row.children === 0 ? null : say('folded', { below: row.descendants });
  if (more !== null) {
    if (after + textWidth(more, 13) <= right) {
      shapes.push(text(round(after), base, more, { className: 's i2' }));
    }
  } else if (row.preview !== null && row.preview !== '' && right - after >= LEAST_PREVIEW) {
    // One line, whatever the data is.
    const data = veiledNode(options.veil, row.path, 'data')
      ? HIDDEN
      : trimmed(`"${row.preview.replaceAll(/\s+/gu, ' ')}"`, right - after, 12.5);
    shapes.push(text(round(after), base, data, { className: 'xs mono i2' }));
  }
  return shapes;
};
