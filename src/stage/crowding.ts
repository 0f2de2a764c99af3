import type { Layout } from './layout.ts';

/** Words and cells are never covered, so that a ring or a card costs less than a label is worth. */
const OBSTACLE_COST = 48;

/** What is larger than the drawing is cut, and cannot be read: for each unit of it. */
const CUT_COST = 8;

/** The middle of a label that would leave the drawing at an edge: as near to there as it is whole. */
export const inside = (middle: number, extent: number, most: number): number =>
  extent + 2 > most ? most / 2 : Math.max(extent / 2 + 1, Math.min(middle, most - extent / 2 - 1));

/** Cost of covering rings and cards, or of not fitting into the drawing; stops above `enough`. */
export function crowding(
  x: number,
  y: number,
  width: number,
  height: number,
  room: Pick<Layout, 'obstacles' | 'width' | 'height'>,
  enough: number,
): number {
  const left = x - width / 2;
  const top = y - height / 2;
  let cost = 0;
  const beside = Math.max(1 - left, left + width - room.width + 1);
  const beyond = Math.max(1 - top, top + height - room.height + 1);
  for (const out of [beside, beyond]) if (out > 0) cost += OBSTACLE_COST + CUT_COST * out;
  for (const box of room.obstacles) {
    const w = Math.min(left + width, box.x + box.width) - Math.max(left, box.x);
    if (w <= 0) continue;
    const h = Math.min(top + height, box.y + box.height) - Math.max(top, box.y);
    if (h <= 0) continue;
    cost += 10 + Math.min(OBSTACLE_COST, (w * h) / 8);
    if (cost >= enough) return cost;
  }
  return cost;
}
