import { expect, it } from 'vitest';
import type { Pid } from '../view/time.ts';
import { crossedLinks } from './cut-line.ts';
import { ensembleLayout } from './ensemble-layout.ts';
import type { Point } from './geometry.ts';

const layout = ensembleLayout([1, 2, 3, 4, 5], { width: 620, height: 480 });
const processes = [1, 2, 3, 4, 5].map((pid) => ({
  pid,
  name: `S${pid}`,
  liveness: 'up' as const,
  state: 'LOOKING',
  dark: false,
  diskless: false,
  machineState: 'looking',
}));
const seat = (pid: Pid): Point => layout.seats.get(pid) ?? { x: 0, y: 0 };
const whole = { from: 0, to: 0, latency: null, loss: 0, duplication: 0 };

const crossed = (line: readonly Point[], links: readonly (readonly [Pid, Pid])[] = []): string =>
  crossedLinks(
    line,
    { processes, links: links.map(([from, to]) => ({ ...whole, from, to, cut: true })) },
    layout,
  )
    .map(({ a, b }) => `${a}–${b}`)
    .join(' ');

const around = (pid: Pid, radius: number): readonly Point[] =>
  Array.from({ length: 33 }, (_, i) => ({
    x: seat(pid).x + radius * Math.cos((i * Math.PI) / 16),
    y: seat(pid).y + radius * Math.sin((i * Math.PI) / 16),
  }));

it('a line across the middle cuts what joins its two sides', () => {
  const { y } = { y: (seat(2).y + seat(3).y) / 2 };
  const below = [
    { x: 0, y },
    { x: 620, y },
  ];
  expect(crossed(below)).toBe('1–3 1–4 2–3 2–4 3–5 4–5');
});

it('a line round a server cuts its links alone', () => {
  expect(crossed(around(1, layout.radius + 14))).toBe('1–2 1–3 1–4 1–5');
});

it('a line that meets no link, or is a point, cuts nothing', () => {
  expect(crossed([{ x: 1, y: 1 }])).toBe('');
  expect(
    crossed([
      { x: 0, y: 1 },
      { x: 620, y: 1 },
    ]),
  ).toBe('');
});

it('what is cut in both directions is not cut again, what is cut in one is', () => {
  const line = around(1, layout.radius + 14);
  expect(
    crossed(line, [
      [1, 2],
      [2, 1],
      [1, 3],
    ]),
  ).toBe('1–3 1–4 1–5');
});

it('says where on the link it crosses', () => {
  const [first] = crossedLinks(around(1, 80), { processes, links: [] }, layout);
  expect(Math.hypot((first?.at.x ?? 0) - seat(1).x, (first?.at.y ?? 0) - seat(1).y)).toBeCloseTo(
    80,
    0,
  );
});

it('cuts the ways that nobody sees, if the layout has any, and tells them from those that are seen', () => {
  const blind = { ...layout, wires: () => [], unseen: (a: Pid, b: Pid) => layout.wires(a, b) };
  const between: readonly Point[] = [
    { x: (seat(1).x + seat(2).x) / 2 - 1, y: -20 },
    { x: (seat(1).x + seat(2).x) / 2 + 1, y: 500 },
  ];
  const found = crossedLinks(between, { processes, links: [] }, blind);
  expect(found.length).toBeGreaterThan(0);
  expect(found.every(({ seen }) => !seen)).toBe(true);
  const drawn = crossedLinks(between, { processes, links: [] }, layout);
  expect(drawn.every(({ seen }) => seen)).toBe(true);
});
