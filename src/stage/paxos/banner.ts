import type { PaxosDetail } from '../../view/paxos.ts';
import { textWidth } from '../geometry.ts';
import { group, path, rect, round, text } from '../shape.ts';
import type { Drawing, Shape } from '../shape.ts';
import { HIDDEN } from '../veil.ts';

/** What stands over the group, in words. */
export interface BannerWords {
  readonly chosen: string;
  readonly nothing: string;
  readonly possible: string;
  readonly noMore: string;
  readonly impossible: string;
  /** What it has cost so far. */
  readonly counts: string;
}

export interface BannerOptions {
  readonly words: BannerWords;
  readonly width: number;
  /** An open question asks for it. */
  readonly hidden: boolean;
}

const MARGIN = 30;
const HEIGHT = 56;
const BASE = 35;
const GAP = 10;
const BETWEEN = 26;

/** A part of a line: how wide it is, and how it looks from there. */
interface Part {
  readonly width: number;
  readonly draw: (x: number) => Shape;
}

const word = (content: string, size: number, className: string): Part => ({
  width: textWidth(content, size),
  draw: (x) => text(round(x), BASE, content, { className, style: { fontSize: size } }),
});

/** A value has no colour: that says whose ballot it is. Full once it is chosen, hollow while it may be. */
const value = (content: string, is: 'chosen' | 'possible', size: number): Part => {
  const width = textWidth(content, size) + 20;
  return {
    width,
    draw: (x) =>
      group([
        rect(round(x), round(BASE - size - 3), round(width), round(size * 1.5 + 2.5), {
          rx: 3,
          style:
            is === 'chosen'
              ? { fill: 'var(--ink)' }
              : { fill: 'none', stroke: 'var(--ink)', strokeWidth: 1.5 },
        }),
        text(round(x + width / 2), BASE, content, {
          anchor: 'middle',
          style: {
            fontSize: size,
            fontWeight: 650,
            fill: is === 'chosen' ? 'var(--paper)' : 'var(--ink)',
          },
        }),
      ]),
  };
};

const gone = (content: string): Part => {
  const width = textWidth(content, 15);
  return {
    width,
    draw: (x) =>
      group([
        text(round(x), BASE, content, { className: 'm i2' }),
        path(`M${round(x - 1)} ${BASE - 5}H${round(x + width * 0.9)}`, { className: 'strike' }),
      ]),
  };
};

/** What is chosen, what may still be, and what it has cost: over the group in a saved picture. */
export const bannerDrawing = (
  detail: PaxosDetail,
  { words, width, hidden }: BannerOptions,
): Drawing => {
  const { chosen, prospects } = detail;
  const of = (is: 'possible' | 'impossible') => prospects.filter((one) => one.is === is);
  const decided = hidden
    ? [word(HIDDEN, 22, 'b')]
    : chosen.length === 0
      ? [word(words.nothing, 22, 'b')]
      : chosen.map((one) => value(one.value, 'chosen', 22));
  const groups: (readonly Part[])[] = [[word(words.chosen, 15, 'i2'), ...decided]];
  if (!hidden) {
    const possible = of('possible');
    groups.push([
      word(words.possible, 13, ''),
      ...(possible.length === 0
        ? [word(words.noMore, 15, 'i2')]
        : possible.map((one) => value(one.value, 'possible', 15))),
    ]);
    const impossible = of('impossible').map((one) => gone(one.value));
    if (impossible.length > 0) groups.push([word(words.impossible, 15, 'i2'), ...impossible]);
  }
  const shapes: Shape[] = [];
  let x = MARGIN;
  for (const parts of groups) {
    for (const part of parts) {
      shapes.push(part.draw(x));
      x += part.width + GAP;
    }
    x += BETWEEN - GAP;
  }
  // On a narrow stage there is no room for it, as on the page.
  if (x + textWidth(words.counts, 13) <= width - MARGIN) {
    shapes.push(text(width - MARGIN, BASE, words.counts, { anchor: 'end', className: 's i2' }));
  }
  shapes.push(path(`M${MARGIN} ${HEIGHT - 1}H${width - MARGIN}`, { className: 'hair' }));
  return { shapes, width, height: HEIGHT };
};
