import { boldWidth, textWidth } from '../geometry.ts';
import { path, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { MARK_CLASS, askedText, markOf, outcomeText } from './marks.ts';
import type { MarkKind } from './marks.ts';
import type { Placed } from './placed.ts';
import type { CapSaying } from './words.ts';

/** Marks so near to one another share their words, if the same became of them. */
const NEAR = 44;
const SIZE = 12;
const GAP = 8;

/** Requests of one lane that stand side by side and came to the same. */
export type Cluster = readonly Placed[];

const kindOf = ({ request, hidden }: Placed): MarkKind => (hidden ? 'hidden' : markOf(request));

export function clustersOf(own: readonly Placed[]): readonly Cluster[] {
  const clusters: Placed[][] = [];
  for (const one of own.toSorted((a, b) => a.x - b.x)) {
    const last = clusters.at(-1);
    const before = last?.at(-1);
    if (
      last !== undefined &&
      before !== undefined &&
      one.x - before.x < NEAR &&
      kindOf(one) === kindOf(before)
    ) {
      last.push(one);
    } else clusters.push([one]);
  }
  return clusters;
}

interface LabelRoom {
  readonly words: CapSaying;
  /** Whether there is room for what was asked, and for what came of it. */
  readonly above: boolean;
  readonly below: boolean;
  readonly left: number;
  readonly right: number;
  /** Where the present is: no word stands across it. */
  readonly now: number;
  /** From where to where it is said how long a fold is: what came of a request stands beside that. */
  readonly folds: readonly (readonly [number, number])[];
}

interface Label {
  readonly x: number;
  readonly width: number;
  readonly content: string;
  readonly className: string;
  /** The same in fewer words, where there is no room for all. */
  readonly short: Pick<Label, 'x' | 'width' | 'content'>;
}

/** Labels from left to right: one that would lie over another moves aside a little, or is left out. */
function apart(
  labels: readonly Label[],
  { left, right, now, folds = [] }: Pick<LabelRoom, 'left' | 'right' | 'now'> & Partial<LabelRoom>,
): readonly (Label & { readonly at: number })[] {
  const placed: (Label & { at: number })[] = [];
  for (const whole of labels) {
    const one = [whole, whole.short].find((form) => fitsAt(form, placed.at(-1)) !== null);
    const at = one === undefined ? null : fitsAt(one, placed.at(-1));
    if (one === undefined || at === null) continue;
    placed.push({ ...whole, ...one, at });
  }
  return placed;

  /** Where so wide a label can stand behind the last one; null: nowhere near its mark. */
  function fitsAt(one: Pick<Label, 'x' | 'width'>, before: (typeof placed)[number] | undefined) {
    const half = one.width / 2;
    const inside = Math.min(Math.max(one.x, left + half), right - half);
    const wish = Math.abs(inside - now) < half ? asideOf(now, one.x, half) : inside;
    const least = before === undefined ? -Infinity : before.at + before.width / 2 + GAP;
    const at = Math.max(wish, least + half);
    const folded = folds.some(([from, to]) => at + half > from && at - half < to);
    const astray = at - wish > 26 || at + half > right || folded;
    return astray || (at !== wish && Math.abs(at - now) < half) ? null : at;
  }
}

/** Beside the present, on the side of its mark: what has just ended is behind it. */
const asideOf = (now: number, x: number, half: number): number =>
  x <= now + 1 ? now - half - 5 : now + half + 5;

/** What was asked above the marks, and what came of it below. */
export function labelShapes(
  clusters: readonly Cluster[],
  { words, above, below, folds, ...room }: LabelRoom,
): readonly Shape[] {
  const asked: Label[] = [];
  const ended: Label[] = [];
  const brackets: Shape[] = [];
  for (const cluster of clusters) {
    const [first, last] = [cluster[0], cluster.at(-1)];
    if (first === undefined || last === undefined) continue;
    const { y } = first;
    const content = cluster
      .map(({ request, hidden }) => askedText(request, words, hidden))
      .join(', ');
    const few =
      cluster.length > 1
        ? words.say('several', { count: cluster.length })
        : askedText(first.request, words, first.hidden);
    const middle = (first.x + last.x) / 2;
    asked.push({
      x: middle,
      width: boldWidth(content, SIZE),
      content,
      className: 'xs b halo',
      short: {
        x: middle,
        width: boldWidth(few, SIZE),
        content: few,
      },
    });
    if (cluster.length > 1 && above) {
      brackets.push(
        path(`M${first.x - 8} ${round(y - 8)}v-3H${last.x + 8}v3`, { className: 'hair2' }),
      );
    }
    const kind = kindOf(last);
    const outcome = kind === 'hidden' ? '?' : outcomeText(last.request, words);
    const brief = kind === 'error' ? words.say('outcome.error') : outcome;
    ended.push({
      x: middle,
      width: textWidth(outcome, SIZE),
      content: outcome,
      className: `xs halo ${MARK_CLASS[kind]}`,
      short: { x: middle, width: textWidth(brief, SIZE), content: brief },
    });
  }
  const y = clusters[0]?.[0]?.y ?? 0;
  const shapes = (
    labels: readonly Label[],
    dy: number,
    key: string,
    besides: Partial<LabelRoom> = {},
  ): Shape[] =>
    apart(labels, { ...room, ...besides }).map(({ at, content, className }, i) =>
      text(round(at), round(y + dy), content, {
        key: `${key}-${i}`,
        anchor: 'middle',
        className,
      }),
    );
  return [
    ...brackets,
    ...(above ? shapes(asked, -13, 'asked') : []),
    ...(below ? shapes(ended, 19, 'ended', { folds }) : []),
  ];
}
