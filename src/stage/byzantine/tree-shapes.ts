/** The tree of relays as a drawing: the votes of each majority in a row, winners thick, the outvoted dotted. */
import type { ByzantineDetail, GeneralView } from '../../view/byzantine.ts';
import { textWidth, trimmed } from '../geometry.ts';
import { group, path, rect, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { HIDDEN } from '../veil.ts';
import { valueChip } from './shield.ts';
import { NOT_YET, tallyOf, treeOf, unfolded, votesOf } from './tree.ts';
import type { TreeNode, Vote } from './tree.ts';
import { defaultOf, nameOf, pathText, saidText, valueColour } from './who.ts';
import type { ByzantineSaying } from './words.ts';

export interface TreeOptions {
  readonly words: ByzantineSaying;
  /** From where to where it may reach. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  /** The path down to which it is unfolded. */
  readonly open: string;
  /** What it has decided is asked about. */
  readonly hidden: boolean;
}

/** Heights: of the root, of a chip below it, and from row to row, where few or many rows are shown. */
const ROOT = 36;
const CHIPS = [30, 28, 24];
const PITCHES = [89, 86, 74];
/** From a chip to where its branches begin, below its name and its mark. */
const BELOW = 30;
/** A chip is at most so wide, and its column at least so. */
const WIDEST = 38;
const NARROWEST = 22;
/** In a column so wide stand what was said, and along which path. */
const ROOMY = 84;

export interface DrawnTree {
  readonly shapes: readonly Shape[];
  /** Where it ends below. */
  readonly bottom: number;
}

/** What a lieutenant holds, from its decision down to what was heard. */
export function treeShapes(
  detail: ByzantineDetail,
  general: GeneralView,
  options: TreeOptions,
): DrawnTree {
  const { words, left, right, top, hidden } = options;
  const root = treeOf(detail, general);
  if (root === null) return { shapes: [], bottom: top };
  const middle = (left + right) / 2;
  const decided = general.decided;
  const shapes: Shape[] = [];
  const rows = unfolded(root, options.open);
  const few = Math.min(rows.length, PITCHES.length) - 1;
  const pitch = PITCHES[few] ?? 74;
  const chip = CHIPS[few] ?? 24;
  let from = { x: middle, y: top + ROOT };
  let y = top + Math.min(pitch, ROOT + 44);
  rows.forEach((node, depth) => {
    const votes = votesOf(node, detail.values.length - 1);
    const next = rows[depth + 1] ?? null;
    const drawn = rowShapes(detail, node, votes, {
      ...options,
      y,
      chip,
      from,
      next,
      last: next === null,
    });
    shapes.push(...drawn.shapes);
    from = drawn.from;
    y += pitch;
  });
  shapes.push(
    ...(decided === null || hidden
      ? [
          rect(middle - 24, top, 48, ROOT, {
            rx: 3,
            style: {
              fill: 'var(--paper)',
              stroke: 'var(--ink-3)',
              strokeWidth: 1.4,
              strokeDasharray: '3 3',
            },
          }),
          text(middle, top + 25, hidden ? HIDDEN : '…', { anchor: 'middle', className: 'l b i2' }),
        ]
      : [
          valueChip(middle, top + ROOT / 2, decided, valueColour(detail, decided), {
            width: Math.max(48, round(textWidth(decided, 22) + 16)),
            height: ROOT,
            size: 22,
          }),
        ]),
    text(middle - 38, top + 24, words.say('panel.obeys', { name: general.name }), {
      anchor: 'end',
      className: 'm b',
    }),
    text(
      middle + 38,
      top + 24,
      hidden ? '' : howText(detail, general, root, words, right - middle - 38),
      { className: 's i2' },
    ),
  );
  const votes = (rows.at(-1)?.branches.length ?? 0) + 1;
  const paths = rows.length === 1 && (right - left) / votes >= ROOMY;
  return { shapes, bottom: y - pitch + chip + (paths ? 42 : 30) };
}

/** `majority, 2 to 1`, `a tie, 1 each`; where there is no room for it, `2 to 1`, `a tie`. */
export function howText(
  detail: ByzantineDetail,
  general: GeneralView,
  root: TreeNode | null,
  { say }: ByzantineSaying,
  width: number,
): string {
  const { how, decided } = general;
  if (how === null || decided === null) return '';
  switch (how) {
    case 'majority':
    case 'tie': {
      if (root === null) return say('panel.tieTo');
      const { most, rest } = tallyOf(votesOf(root, detail.values.indexOf(defaultOf(detail))));
      const whole =
        how === 'tie' ? say('panel.tie', { votes: most }) : say('panel.majority', { most, rest });
      if (textWidth(whole, 13) <= width) return whole;
      return how === 'tie' ? say('panel.tieTo') : say('panel.majorityShort', { most, rest });
    }
    case 'told':
    case 'own':
      return say('panel.told');
    case 'one':
      return say('panel.one', { order: decided });
    case 'several':
      return say('panel.several');
    case 'none':
      return say('panel.none');
  }
}

interface Row extends TreeOptions {
  readonly y: number;
  /** Height of its chips. */
  readonly chip: number;
  /** Where the branches begin. */
  readonly from: { readonly x: number; readonly y: number };
  /** The branch that is unfolded below this row. */
  readonly next: TreeNode | null;
  readonly last: boolean;
}

function rowShapes(
  detail: ByzantineDetail,
  node: TreeNode,
  votes: readonly Vote[],
  row: Row,
): { shapes: readonly Shape[]; from: { x: number; y: number } } {
  const { left, right, y, from } = row;
  const each = (right - left) / votes.length;
  const width = Math.max(NARROWEST, Math.min(WIDEST, each - 6));
  const won = node.worth;
  const fork = y - Math.min(16, (y - from.y) * 0.55);
  const branches: Shape[] = [];
  const chips: Shape[] = [];
  let below = from;
  votes.forEach((vote, i) => {
    const x = round(left + (i + 0.5) * each);
    const wins = vote.worth >= 0 && vote.worth === won && !row.hidden;
    const lost = vote.worth >= 0 && won >= 0 && !wins && !row.hidden;
    const colour = vote.worth < 0 ? 'var(--line)' : claim(detail, vote.worth);
    branches.push(
      path(`M${round(from.x)} ${round(from.y)}V${round(fork)}H${x}V${round(y)}`, {
        style: {
          fill: 'none',
          stroke: wins || lost ? colour : 'var(--line)',
          strokeWidth: wins ? 3 : 1.4,
          ...(lost ? { strokeDasharray: '2 4' } : {}),
        },
      }),
    );
    if (row.next !== null && vote.node === row.next) below = { x, y: y + row.chip + BELOW };
    chips.push(voteShape(detail, node, vote, { ...row, x, width, each }));
  });
  // What wins lies over what does not.
  branches.sort((a, b) => Number(a.style?.strokeWidth ?? 0) - Number(b.style?.strokeWidth ?? 0));
  return {
    shapes: [group(branches, { key: `branches-${node.key}` }), ...chips],
    from: below,
  };
}

const claim = (detail: ByzantineDetail, place: number): string =>
  valueColour(detail, detail.values[place] ?? '');

function voteShape(
  detail: ByzantineDetail,
  node: TreeNode,
  vote: Vote,
  row: Row & { readonly x: number; readonly width: number; readonly each: number },
): Shape {
  const { x, y, chip, width, each, words } = row;
  const { say } = words;
  const whose = vote.node?.path ?? node.path;
  const value = detail.values[vote.worth] ?? (vote.worth === NOT_YET ? '…' : '–');
  const known = vote.worth >= 0;
  const path2 = pathText(detail, whose);
  const folds = (vote.node?.branches.length ?? 0) > 0;
  const isOpen = row.next !== null && vote.node === row.next;
  const who = nameOf(detail, whose.at(-1) ?? 0);
  const said = saidText(detail, whose, '', say).trim();
  const roomy = row.last && each >= ROOMY;
  const caption = roomy ? said : trimmed(vote.node === null ? `${who}!` : who, each, 12);
  const children: Shape[] = [
    known
      ? valueChip(x, y + chip / 2, value, claim(detail, vote.worth), {
          width: round(width),
          height: chip,
          size: width > 30 ? 18 : 14,
        })
      : rect(round(x - width / 2), y, round(width), chip, {
          rx: 3,
          style: {
            fill: 'var(--paper)',
            stroke: 'var(--ink-3)',
            strokeWidth: 1.2,
            strokeDasharray: '3 3',
          },
        }),
    text(x, y + chip + 14, vote.node === null && !roomy ? who : caption, {
      anchor: 'middle',
      className: roomy ? 's b' : 'xs b',
    }),
    ...(roomy
      ? [
          text(x, y + chip + 33, say('panel.path', { path: path2 }), {
            anchor: 'middle',
            className: 'xs i2',
          }),
        ]
      : []),
    ...(folds
      ? [
          path(isOpen ? 'M-4 2L0 -2L4 2' : 'M-4 -2L0 2L4 -2', {
            className: 'fold',
            transform: `translate(${x} ${y + chip + (roomy ? 42 : 23)})`,
          }),
        ]
      : []),
  ];
  const name = `${saidText(detail, whose, known ? value : '…', say)}`;
  return group(children, {
    key: `vote-${vote.key}`,
    className: 'vote',
    title: `${name} (${path2})`,
    ...(folds
      ? {
          role: 'button' as const,
          label: say(isOpen ? 'panel.fold' : 'panel.unfold', { path: path2, value }),
          action: { choice: isOpen ? '' : (vote.node?.key ?? '') },
          selected: isOpen,
        }
      : {}),
  });
}
