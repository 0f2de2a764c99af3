import { describe, expect, test } from 'vitest';
import { ensembleLayout } from './ensemble-layout.ts';
import { boldWidth } from './geometry.ts';
import type { Box, Point } from './geometry.ts';
import { spotBeside, waysOf } from './spot-beside.ts';
import { membersLayout } from './zookeeper/members/layout.ts';

const THUMB = { width: 44, height: 44, unseen: { x: 8, y: 10 } };
const ROOM = { width: 390, height: 424 };

const { x: aside, y: above } = THUMB.unseen;

/** Whether what is seen of the button lies over this box. */
const covers = (at: Point, box: Box): boolean =>
  at.x + aside < box.x + box.width &&
  at.x + THUMB.width - aside > box.x &&
  at.y + above < box.y + box.height &&
  at.y + THUMB.height - above > box.y;

describe('a button beside what is selected', () => {
  test('stands at its upper right corner where nothing else is', () => {
    const target = { x: 150, y: 150, width: 90, height: 90 };
    const small = { width: 28, height: 24 };
    expect(spotBeside(target, small, ROOM, { taken: [] })).toEqual({ x: 234, y: 140 });
    // For a finger what is seen stands at the same place.
    expect(spotBeside(target, THUMB, ROOM, { taken: [] })).toEqual({
      x: 234 - aside,
      y: 140 - above,
    });
  });

  test('covers no server’s words and cells on a phone', () => {
    const layout = ensembleLayout([1, 2, 3, 4, 5], ROOM);
    for (const { x, y } of layout.seats.values()) {
      const edge = layout.radius + 8;
      const target = { x: x - edge, y: y - edge, width: 2 * edge, height: 2 * edge };
      const spot = spotBeside(target, THUMB, ROOM, {
        taken: layout.obstacles,
        ways: waysOf(layout),
      });
      for (const { label } of layout.seats.values()) expect(covers(spot, label.box)).toBe(false);
    }
  });

  test.each([3, 5])('lies on no way of a message on a phone, of %i servers', (count) => {
    const sids = Array.from({ length: count }, (_, i) => i + 1);
    const layout = ensembleLayout(sids, ROOM);
    const ways = waysOf(layout);
    expect(ways.length).toBeGreaterThan(0);
    for (const { x, y } of layout.seats.values()) {
      const edge = layout.radius + 8;
      const target = { x: x - edge, y: y - edge, width: 2 * edge, height: 2 * edge };
      const spot = spotBeside(target, THUMB, ROOM, { taken: layout.obstacles, ways });
      expect(ways.filter((way) => covers(spot, { ...way, width: 0, height: 0 }))).toEqual([]);
    }
  });

  test.each([3, 5, 9])('covers no word of an ensemble’s leader, of %i servers', (count) => {
    const servers = Array.from({ length: count }, (_, i) => ({ pid: i + 1, observer: false }));
    const layout = membersLayout({ servers, leader: count, clients: [] }, ROOM);
    const ring = layout.rings.get(count);
    if (ring === undefined) throw new Error('nobody leads');
    const { x, y, radius } = ring;
    const edge = radius + 8;
    const target = { x: x - edge, y: y - edge, width: 2 * edge, height: 2 * edge };
    const taken = layout.obstacles;
    const spot = spotBeside(target, THUMB, ROOM, { taken, ways: waysOf(layout) });
    const half = boldWidth('LEADING', 13) / 2;
    const word = { x: x - half, y: y + radius + 8, width: 2 * half, height: 12 };
    expect(covers(spot, word)).toBe(false);
  });

  test('covers no word, and stands a little off where there is no room at its target', () => {
    const target = { x: 150, y: 150, width: 66, height: 66 };
    const round = [
      { x: 60, y: 120, width: 84, height: 130 },
      { x: 222, y: 120, width: 84, height: 130 },
      { x: 140, y: 222, width: 90, height: 14 },
      { x: 140, y: 120, width: 90, height: 14 },
    ];
    const spot = spotBeside(target, THUMB, ROOM, { taken: [target], texts: round });
    expect(round.filter((text) => covers(spot, text))).toEqual([]);
    expect(covers(spot, { x: 170, y: 170, width: 26, height: 26 })).toBe(false);
  });

  test('stands at its target where room is kept for words that are not there', () => {
    const target = { x: 150, y: 150, width: 50, height: 50 };
    const kept = { x: 130, y: 140, width: 120, height: 100 };
    const texts = [
      { x: 205, y: 150, width: 60, height: 14 },
      { x: 85, y: 150, width: 60, height: 14 },
    ];
    const spot = spotBeside(target, THUMB, ROOM, { taken: [kept], texts });
    const seen = { left: spot.x + aside, top: spot.y + above };
    const right = seen.left + THUMB.width - 2 * aside;
    const bottom = seen.top + THUMB.height - 2 * above;
    const away = Math.max(seen.left - 200, 150 - right, seen.top - 200, 150 - bottom);
    expect(away).toBeLessThanOrEqual(2);
    expect(texts.filter((text) => covers(spot, text))).toEqual([]);
  });

  test('stands between the words of a wide card rather than on its neighbours', () => {
    const card = (y: number): Box => ({ x: 80, y, width: 210, height: 38 });
    const cards = [100, 154, 208].map(card);
    const texts = cards.flatMap(({ x, y }) => [
      { x: x + 10, y: y + 12, width: 22, height: 14 },
      { x: x + 56, y: y + 12, width: 14, height: 14 },
    ]);
    const [, target = card(0)] = cards;
    const spot = spotBeside(target, THUMB, ROOM, { taken: cards, texts });
    expect([...texts, card(100), card(208)].filter((one) => covers(spot, one))).toEqual([]);
  });

  test('keeps off the long labels of what flies past, where it can', () => {
    const target = { x: 20, y: 200, width: 320, height: 50 };
    const ways = Array.from({ length: 12 }, (_, i) => ({ x: 300, y: 100 + i * 8 }));
    const texts = [{ x: 40, y: 215, width: 280, height: 14 }];
    const spot = spotBeside(target, THUMB, ROOM, { taken: [target], texts, ways });
    const label = { x: 246, y: 177, width: 108, height: 22 };
    expect(covers(spot, label)).toBe(false);
  });

  test('does not cover a small thing in the corner of its stage', () => {
    const target = { x: 350, y: 10, width: 36, height: 36 };
    const spot = spotBeside(target, THUMB, ROOM, { taken: [] });
    expect(covers(spot, { x: 364, y: 24, width: 8, height: 8 })).toBe(false);
  });
});
