import { expect, it } from 'vitest';
import { placeOfTip } from './tip.tsx';

const room = { width: 400, height: 300 };
const tip = { width: 120, height: 40 };

it('a tip stands above the middle of what it is of', () => {
  const place = placeOfTip({ left: 180, top: 200, width: 40, height: 20 }, tip, room);
  expect(place).toEqual({ x: 140, y: 154 });
});

it('below where there is no room above', () => {
  const place = placeOfTip({ left: 180, top: 30, width: 40, height: 20 }, tip, room);
  expect(place).toEqual({ x: 140, y: 56 });
});

it('never outside of the window', () => {
  const left = placeOfTip({ left: 0, top: 200, width: 20, height: 20 }, tip, room);
  const right = placeOfTip({ left: 390, top: 200, width: 10, height: 20 }, tip, room);
  expect([left.x, right.x]).toEqual([8, 272]);
});
