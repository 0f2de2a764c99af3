import { describe, expect, test } from 'vitest';
import { whatChanged } from './changes.ts';
import { ensembleShapes } from './ensemble.ts';
import type { EnsembleOptions } from './ensemble.ts';
import { crowd, cut, ensemble, parted, voting } from './fixtures.ts';
import type { ElectionFrame } from './fixtures.ts';
import { overlaps } from './geometry.ts';
import { ensembleLayout } from './ensemble-layout.ts';
import { everyShape, outline } from './testing/outline.ts';
import { crossing } from './segments.ts';
import type { Shape } from './shape.ts';
import { wallLines } from './walls.ts';
import { englishWords } from './words.ts';

const pids = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

const draw = (frame: ElectionFrame, options: Partial<EnsembleOptions> = {}) =>
  ensembleShapes(
    frame,
    ensembleLayout(
      frame.processes.map((process) => process.pid),
      { width: 620, height: 476 },
    ),
    { words: englishWords, ...options },
  );

const classOf = (shapes: readonly Shape[], key: string): string | undefined =>
  shapes.find((shape) => shape.key === key)?.className;

describe('the place of every server', () => {
  test.each([
    { width: 620, height: 476, most: 11 },
    { width: 976, height: 476, most: 15 },
    { width: 1240, height: 516, most: 15 },
    { width: 390, height: 424, most: 7 },
  ])('labels keep off rings and each other in $width × $height', ({ width, height, most }) => {
    for (let count = 1; count <= most; count++) {
      const { seats, radius } = ensembleLayout(pids(count), { width, height });
      const all = [...seats.values()];
      expect(all).toHaveLength(count);
      all.forEach((seat, i) => {
        const { box } = seat.label;
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.y).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(width);
        expect(box.y + box.height).toBeLessThanOrEqual(height);
        for (const other of all) {
          // The nearest point of the label to the other's centre lies outside of its ring.
          const dx = Math.max(box.x - other.x, 0, other.x - box.x - box.width);
          const dy = Math.max(box.y - other.y, 0, other.y - box.y - box.height);
          expect(Math.hypot(dx, dy), `${count} servers, S${seat.pid}`).toBeGreaterThan(radius);
        }
        for (const other of all.slice(i + 1)) {
          expect(overlaps(box, other.label.box), `${count}: S${seat.pid}, S${other.pid}`).toBe(
            false,
          );
          expect(Math.hypot(seat.x - other.x, seat.y - other.y)).toBeGreaterThan(2 * radius + 8);
        }
      });
    }
  });

  test('depends on who takes part and on the room alone', () => {
    const room = { width: 620, height: 476 };
    expect(ensembleLayout([1, 2, 3], room).seats).toEqual(ensembleLayout([1, 2, 3], room).seats);
  });
});

describe('a server', () => {
  test('tells its state by ring, word and name', () => {
    const frame = ensemble(
      'S1 LEADING | S2 FOLLOWING | S3 OBSERVING | S4 LOOKING | S5 CRASHED | S6 PAUSED | S7 OFF',
    );
    const { servers, labels } = draw(frame);
    expect(servers.map((shape) => `${shape.className}: ${shape.label}`)).toEqual([
      'srv leading: Server 1, LEADING',
      'srv following: Server 2, FOLLOWING',
      'srv observing: Server 3, OBSERVING',
      'srv looking: Server 4, LOOKING',
      'srv crashed: Server 5, CRASHED',
      'srv paused: Server 6, PAUSED',
      'srv off: Server 7, not started',
    ]);
    expect(outline(labels)).toContain('"not started"');
  });

  test('shows its present vote while it looks, and its log with what is not committed', () => {
    const frame = ensemble('S1 LOOKING 2·7→S2 [… 2·6 (2·7)] | S2 FOLLOWING 2·7→S2');
    const { servers, labels } = draw(frame);
    expect(outline(servers)).toBe(
      'Server 1, LOOKING\n  "S1"\n  vote\n    "S2"\nServer 2, FOLLOWING\n  "S2"\n',
    );
    expect(outline(labels)).toContain('"LOOKING"');
    const cells = everyShape(labels).filter((shape) => shape.className?.startsWith('cell'));
    expect(cells.map((shape) => shape.className)).toEqual(['cell solid', 'cell dashed']);
    expect(outline(labels)).toContain('"…"');
  });

  test('shows a question mark for what is asked', () => {
    const { servers, labels } = draw(voting(), {
      veil: [
        { pid: 4, field: 'vote' },
        { pid: 2, field: 'state' },
      ],
    });
    expect(outline(servers)).toContain('Server 2, ?');
    expect(outline(servers)).toContain('Server 4, LOOKING\n  "S4"\n  vote\n    "?"');
    expect(classOf(servers, 'server-2')).toBe('srv following');
    expect(outline(labels)).toContain('label-2\n  "?"\n');
  });

  test('glows once where the last step changed it; without motion it is outlined', () => {
    const changed = { pid: 4, what: 'state' } as const;
    const marks = (reducedMotion: boolean): readonly (string | undefined)[] =>
      everyShape(draw(voting(), { changed, reducedMotion }).servers)
        .map((shape) => shape.className)
        .filter((name) => name === 'glow' || name === 'changed');
    expect(marks(false)).toEqual(['glow']);
    expect(marks(true)).toEqual(['changed']);
  });
});

describe('what changed', () => {
  test('is a state before a vote before a log', () => {
    const before = ensemble('S1 LOOKING 1·1→S1 [1·1] | S2 LOOKING 1·1→S2 [1·1]');
    expect(whatChanged(before, before)).toBeNull();
    expect(
      whatChanged(before, ensemble('S1 LOOKING 1·1→S2 [1·1] | S2 LEADING 1·1→S2 [1·1]')),
    ).toEqual({ pid: 2, what: 'state' });
    expect(
      whatChanged(before, ensemble('S1 LOOKING 1·1→S2 [1·1 1·2] | S2 LOOKING 1·1→S2 [1·1]')),
    ).toEqual({ pid: 1, what: 'vote' });
    expect(
      whatChanged(before, ensemble('S1 LOOKING 1·1→S1 [1·1] | S2 LOOKING 1·1→S2 [1·1 (1·2)]')),
    ).toEqual({ pid: 2, what: 'log' });
  });
});

describe('links', () => {
  const names = (frame: ElectionFrame): readonly (string | undefined)[] =>
    draw(frame).links.map((shape) => shape.label ?? shape.key);

  test('are targets whose names stay the same and whose titles tell what is wrong', () => {
    const frame = ensemble('S1 LEADING | S2 FOLLOWING | S3 FOLLOWING', {
      links: [cut(1, 2), cut(2, 1), cut(1, 3)],
    });
    expect(names(frame)).toEqual(['Link 1–2', 'Link 1–3', 'Link 2–3']);
    const titles = draw(frame).links.map(({ title }) => title);
    expect(titles.filter((title) => title !== undefined)).toEqual(['cut', 'one-way']);
    expect(draw(frame).links.map((shape) => shape.action)).toContainEqual({ link: [1, 2] });
  });

  test('to a server that is down are not drawn, but can be chosen', () => {
    const frame = ensemble('S1 LOOKING | S2 CRASHED | S3 LOOKING');
    expect(names(frame)).toEqual(['Link 1–2', 'Link 1–3', 'Link 2–3']);
    const seen = draw(frame).links.map((shape) =>
      JSON.stringify(shape).includes('"className":"link"'),
    );
    expect(seen).toEqual([false, true, false]);
  });

  test.each([
    [
      [1, 2],
      [3, 4, 5],
    ],
    [[3], [1, 2, 4, 5]],
    [
      [1, 3],
      [2, 4, 5],
    ],
    [
      [1, 2, 3, 4, 5, 6],
      [7, 8, 9, 10, 11],
    ],
    [[4], [1, 2, 3, 5, 6, 7]],
  ])('between the groups %j and %j are crossed by a wall, others are not', (a, b) => {
    const frame = { ...crowd(a.length + b.length, 0), ...parted([a, b]) };
    const layout = ensembleLayout(
      frame.processes.map((process) => process.pid),
      { width: 976, height: 476 },
    );
    const walls = wallLines(frame.partition, layout);
    const seats = [...layout.seats.values()];
    const pairs = seats.flatMap((from) =>
      seats.filter((to) => from.pid < to.pid).map((to) => ({ from, to })),
    );
    const told = pairs.map(({ from, to }) => ({
      link: `S${from.pid}–S${to.pid}`,
      apart: a.includes(from.pid) !== a.includes(to.pid),
      crossed: walls.some((wall) => crossing(from, to, wall) !== null),
    }));
    expect(told.filter(({ apart, crossed }) => apart && !crossed)).toEqual([]);
    // Short walls, one a link, may happen to lie on another one.
    const whole = walls.length === 1 ? told : [];
    expect(whole.filter(({ apart, crossed }) => !apart && crossed)).toEqual([]);
  });
});
