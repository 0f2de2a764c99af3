import { expect, it } from 'vitest';
import type { Frame } from '../view/frame.ts';
import type { Link } from '../view/intervention.ts';
import type { Pid } from '../view/time.ts';
import { changeTo, endOf, partedBy, wallsOf, withEndAt } from './drawn-wall.ts';
import { ensembleLayout } from './ensemble-layout.ts';
import { ensemble } from './fixtures.ts';
import type { Point } from './geometry.ts';

const layout = ensembleLayout([1, 2, 3, 4, 5], { width: 620, height: 480 });
const whole = ensemble('S1 LOOKING | S2 LOOKING | S3 LOOKING | S4 LOOKING | S5 LOOKING');
const seat = (pid: Pid): Point => layout.seats.get(pid) ?? { x: 0, y: 0 };

const link = (from: Pid, to: Pid) => ({
  from,
  to,
  cut: true,
  latency: null,
  loss: 0,
  duplication: 0,
});
const bothWays = ({ a, b }: Link) => [link(a, b), link(b, a)];

/** A frame in which these groups are parted. */
const parted = (...groups: readonly (readonly Pid[])[]): Frame => ({
  ...whole,
  partition: groups,
  links: groups.flatMap((one, i) =>
    groups
      .slice(i + 1)
      .flatMap((other) => one.flatMap((a) => other.flatMap((b) => bothWays({ a, b })))),
  ),
});

const named = (links: readonly Link[]): string => links.map(({ a, b }) => `${a}–${b}`).join(' ');

/** From the left edge to the right one, between the two upper pairs. */
const across = [
  { x: 0, y: (seat(2).y + seat(3).y) / 2 },
  { x: 620, y: (seat(2).y + seat(3).y) / 2 },
];

it('a wall between two groups parts all that is cut and nothing else, and has two ends to hold', () => {
  const frame = parted([1, 2, 5], [3, 4]);
  const { lines, held } = wallsOf(frame, layout);
  expect(lines).toHaveLength(1);
  expect(held).not.toBeNull();
  expect(named(partedBy(held ?? [], frame, layout))).toBe('1–3 1–4 2–3 2–4 3–5 4–5');
});

it('nothing can be held where nothing is cut, where there are three groups, or where walls are short ones', () => {
  expect(wallsOf(whole, layout)).toEqual({ lines: [], held: null });
  expect(wallsOf(parted([1], [2, 3], [4, 5]), layout).held).toBeNull();
  // Every second one: no line parts them.
  expect(wallsOf(parted([1, 3], [2, 4, 5]), layout).held).toBeNull();
});

it('the wall is the line that was drawn, as long as just what it crosses is cut', () => {
  const wavy = across.flatMap((point, i) =>
    i === 0 ? [point, { x: 300, y: point.y + 9 }] : [point],
  );
  expect(wallsOf(parted([1, 2, 5], [3, 4]), layout, wavy).held).toEqual(wavy);
  const other = wallsOf(parted([1], [2, 3, 4, 5]), layout, wavy);
  expect(other.held).not.toEqual(wavy);
  expect(other.lines).toHaveLength(1);
});

it('a line that cuts links and parts nobody is no wall, but can still be held', () => {
  const short = [
    { x: (seat(1).x + seat(2).x) / 2 - 9, y: (seat(1).y + seat(2).y) / 2 - 12 },
    { x: (seat(1).x + seat(2).x) / 2 + 9, y: (seat(1).y + seat(2).y) / 2 + 12 },
  ];
  const cut = partedBy(short, whole, layout);
  expect(cut.length).toBeGreaterThan(0);
  const frame = { ...whole, links: cut.flatMap(bothWays) };
  expect(wallsOf(frame, layout, short)).toEqual({ lines: [], held: short });
  expect(wallsOf(frame, layout)).toEqual({ lines: [], held: null });
});

it('what is asked again is not made again: a stage asks at each event', () => {
  const frame = parted([1, 2, 5], [3, 4]);
  const first = wallsOf(frame, layout);
  const later: Frame = { ...frame, position: 99 };
  expect(wallsOf(later, layout)).toBe(first);
  expect(wallsOf(parted([1, 2, 5], [3, 4]), layout)).not.toBe(first);
});

it('an end that is moved takes the wall along like a rope; the other end stays', () => {
  const line = [0, 10, 20, 30, 40].map((x) => ({ x, y: 0 }));
  expect(withEndAt(line, 'last', { x: 40, y: 8 }).map(({ y }) => y)).toEqual([0, 2, 4, 6, 8]);
  expect(withEndAt(line, 'first', { x: 0, y: 8 }).map(({ y }) => y)).toEqual([8, 6, 4, 2, 0]);
  expect(endOf(withEndAt(line, 'first', { x: -5, y: 1 }), 'first')).toEqual({ x: -5, y: 1 });
});

it('what lies under the moved wall is cut, and what no longer does is mended', () => {
  const frame = parted([1, 2, 5], [3, 4]);
  const { held } = wallsOf(frame, layout);
  const wall = held ?? [];
  expect(changeTo(wall, frame, layout)).toEqual({ cut: [], mend: [] });
  // The end between two servers goes to the other side of one of them.
  const right = endOf(wall, 'first').x > endOf(wall, 'last').x ? 'first' : 'last';
  const beyond = { x: seat(2).x + 70, y: seat(2).y - 70 };
  const { cut, mend } = changeTo(withEndAt(wall, right, beyond), frame, layout);
  expect(cut.length + mend.length).toBeGreaterThan(0);
  const now = new Set(frame.links.map(({ from, to }) => `${from}–${to}`));
  expect(cut.every(({ a, b }) => !now.has(`${a}–${b}`))).toBe(true);
  expect(mend.every(({ a, b }) => now.has(`${a}–${b}`))).toBe(true);
  // A wall that crosses nothing any more has mended everything.
  const away = [
    { x: 1, y: 1 },
    { x: 619, y: 1 },
  ];
  expect(named(changeTo(away, frame, layout).mend)).toBe('1–3 1–4 2–3 2–4 3–5 4–5');
});

it('a link that is cut one way alone is cut the other way, too, where the wall stands', () => {
  const frame = { ...whole, links: [link(1, 3)] };
  expect(named(changeTo(across, frame, layout).cut)).toContain('1–3');
});
