import type { Box } from '../geometry.ts';
import type { PaxosLayout } from './plan.ts';

/** How far the i-th ring stands off its cards: less between cards that stand close together. */
export function margins(layout: PaxosLayout, i: number): { along: number; across: number } {
  const boxes = [...layout.cards.values()].map(({ box }) => box);
  const [a, b] = boxes;
  const pitch =
    a === undefined || b === undefined
      ? 40
      : layout.down
        ? Math.abs(b.y - a.y) - a.height
        : Math.abs(b.x - a.x) - a.width;
  const close = layout.down ? Math.max(1.5, Math.min(8, pitch / 2 - 1)) : 9;
  return { along: Math.min(close + i * 3, close * 2 + i), across: 9 + i * 5 };
}

export function around(cards: readonly Box[], by: { x: number; y: number }): Box {
  const left = Math.min(...cards.map((box) => box.x)) - by.x;
  const top = Math.min(...cards.map((box) => box.y)) - by.y;
  const right = Math.max(...cards.map((box) => box.x + box.width)) + by.x;
  const bottom = Math.max(...cards.map((box) => box.y + box.height)) + by.y;
  return { x: left, y: top, width: right - left, height: bottom - top };
}
