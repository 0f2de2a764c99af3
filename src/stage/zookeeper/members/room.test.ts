import { describe, expect, test } from 'vitest';
import { lengthOf } from '../../curve.ts';
import { overlaps } from '../../geometry.ts';
import { laneOf } from '../../lanes.ts';
import { drawn, layoutOf } from '../../testing/members-drawn.ts';
import { collisions } from '../../testing/collisions.ts';
import { textBoxes } from '../../text-boxes.ts';
import { crowded } from './fixtures.ts';

const sizes = [
  ['usual', { width: 628, height: 432 }],
  ['wide', { width: 976, height: 432 }],
  ['low', { width: 628, height: 400 }],
  ['narrow', { width: 470, height: 436 }],
  ['phone', { width: 390, height: 430 }],
] as const;
const counts = [
  [1, 0],
  [2, 0],
  [3, 0],
  [3, 1],
  [5, 0],
  [5, 2],
  [7, 0],
  [7, 2],
  [9, 0],
] as const;

describe.each(sizes)('in a %s room', (_, size) => {
  test.each(counts)(
    '%i voters and %i observers are legible: no two words touch',
    (voters, observers) => {
      const clients = size.width < 500 ? 2 : 4;
      const frame = crowded(voters, observers, clients);
      const shapes = drawn(frame, {}, size);
      expect(collisions(shapes)).toEqual([]);
      const outside = textBoxes(shapes).filter(
        (box) =>
          box.x < 0 ||
          box.y < 0 ||
          box.x + box.width > size.width + 1 ||
          box.y + box.height > size.height,
      );
      expect(outside).toEqual([]);
      const { rings, clients: guests } = layoutOf(frame, size);
      // What is said of servers keeps off the squares of clients.
      const said = shapes.filter(({ key }) => key === 'labels' || key === 'commit-point');
      const covered = textBoxes(said).filter((box) =>
        [...guests.values()].some((place) => overlaps(box, place.box)),
      );
      expect(covered).toEqual([]);
      const boxes = [...rings.values()].map(({ x, y, radius }) => ({
        x: x - radius,
        y: y - radius,
        width: 2 * radius,
        height: 2 * radius,
      }));
      // A finger finds each of them.
      for (const { width } of boxes) expect(width).toBeGreaterThanOrEqual(24);
      boxes.forEach((one, i) => {
        for (const other of boxes.slice(i + 1)) expect(overlaps(one, other)).toBe(false);
      });
    },
  );

  test('the phase of a leader is whole, however long its word is', () => {
    const frame = crowded(3, 0, 2);
    const servers = frame.detail.servers.map((server) => ({
      ...server,
      member: server.member && { ...server.member, phase: 'SYNCHRONIZATION' as const },
    }));
    const shapes = drawn({ ...frame, detail: { ...frame.detail, servers } }, {}, size);
    const phases = textBoxes(shapes).filter(({ text }) => text === 'SYNCHRONIZATION');
    expect(phases).not.toEqual([]);
    expect(Math.min(...phases.map(({ x }) => x))).toBeGreaterThanOrEqual(0);
    expect(Math.max(...phases.map(({ x, width }) => x + width))).toBeLessThanOrEqual(size.width);
  });

  test.each(counts)(
    '%i voters and %i observers have pipes that show what is in them',
    (voters, observers) => {
      if (voters + observers < 2) return;
      const layout = layoutOf(crowded(voters, observers, 3), size);
      for (const pid of layout.rings.keys()) {
        if (pid === layout.leader) continue;
        const lane = laneOf(layout, { from: layout.leader ?? 0, to: pid, shape: 'proposal' });
        expect(lane === null ? 0 : lengthOf(lane)).toBeGreaterThan(30);
      }
    },
  );
});
