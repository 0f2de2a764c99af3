import { describe, expect, test } from 'vitest';
import type { Frame } from '../view/frame.ts';
import { choosing } from './cap/fixtures.ts';
import { capLayout } from './cap/layout.ts';
import { clearSpot } from './clear-spot.ts';
import { pointOn } from './curve.ts';
import { wallsOf } from './drawn-wall.ts';
import { ensembleLayout } from './ensemble-layout.ts';
import { crowd, ensemble, voting } from './fixtures.ts';
import type { Layout } from './layout.ts';
import { paxosLayout } from './paxos/layout.ts';
import { duel } from './paxos/fixtures.ts';
import { everybody, talkOf } from './paxos/who.ts';
import { distanceToSegment } from './segments.ts';
import { isDown } from './states.ts';
import { writing } from './zookeeper/fixtures.ts';
import { zookeeperLayout } from './zookeeper/layout.ts';

const RADIUS = 30;

/** How far the nearest line of a live link, box of a process or label is from a round thing there. */
const room = (frame: Frame, layout: Layout): number => {
  const { x, y } = clearSpot(frame, layout, RADIUS);
  const up = frame.processes.filter((one) => !isDown(one));
  const wires = up.flatMap((one, i) =>
    up.slice(i + 1).flatMap((other) => layout.wires(one.pid, other.pid)),
  );
  const fromWires = wires.flatMap((wire) =>
    Array.from({ length: 101 }, (_, i) => pointOn(wire, i / 100)).map((point) =>
      Math.hypot(point.x - x, point.y - y),
    ),
  );
  const fromBoxes = layout.obstacles.map((box) =>
    Math.hypot(
      Math.max(box.x - x, 0, x - box.x - box.width),
      Math.max(box.y - y, 0, y - box.y - box.height),
    ),
  );
  return Math.min(...fromWires, ...fromBoxes) - RADIUS;
};

const layoutOf = (frame: Frame, width: number, height: number): Layout =>
  ensembleLayout(
    frame.processes.map(({ pid }) => pid),
    { width, height },
  );

describe('a clear spot', () => {
  test.each([
    [620, 476],
    [976, 476],
    [390, 424],
  ])('covers no server, no label and no live link of a stage of %s × %s', (width, height) => {
    for (const frame of [voting(), crowd(3, 4), crowd(7, 12)]) {
      expect(room(frame, layoutOf(frame, width, height))).toBeGreaterThan(0);
    }
  });

  test('covers no word that the layout does not know of', () => {
    const frame = ensemble('S1 LOOKING | S2 LOOKING | S3 LOOKING');
    const layout = layoutOf(frame, 620, 476);
    const word = { x: 270, y: 228, width: 90, height: 14 };
    const away = ({ x, y }: { x: number; y: number }): number =>
      Math.hypot(
        Math.max(word.x - x, 0, x - word.x - 90),
        Math.max(word.y - y, 0, y - word.y - 14),
      );
    expect(away(clearSpot(frame, layout, RADIUS))).toBeLessThan(RADIUS);
    const spot = clearSpot(frame, layout, RADIUS, RADIUS, { texts: [word] });
    expect(away(spot)).toBeGreaterThanOrEqual(RADIUS);
  });

  test('covers no message where its label was placed, beside its lane', () => {
    const frame = ensemble('S1 LOOKING | S2 LOOKING | S3 LOOKING');
    const layout = layoutOf(frame, 390, 424);
    const before = clearSpot(frame, layout, RADIUS);
    const slip = { x: before.x + RADIUS - 8, y: before.y - 13, width: 40, height: 26 };
    const { x, y } = clearSpot(frame, layout, RADIUS, RADIUS, { slips: [slip] });
    const dx = Math.max(slip.x - x, 0, x - slip.x - slip.width);
    const dy = Math.max(slip.y - y, 0, y - slip.y - slip.height);
    expect(Math.hypot(dx, dy)).toBeGreaterThanOrEqual(RADIUS);
  });

  test('is the middle where nothing runs through it', () => {
    const frame = ensemble('S1 LOOKING | S2 LOOKING | S3 LOOKING');
    const layout = layoutOf(frame, 620, 476);
    const { x, y } = clearSpot(frame, layout, RADIUS);
    expect(Math.hypot(x - 310, y - 238)).toBeLessThan(40);
  });

  test.each([
    [390, 424],
    [566, 440],
  ])('does not lie on the wall of a partition, on a stage of %s × %s', (width, height) => {
    const frame = choosing();
    const { servers, clients } = frame.detail;
    const cast = {
      servers: servers.map(({ pid }) => pid),
      clients: clients.map(({ pid, server }) => ({ pid, home: server })),
      word: 'FOLLOWING',
    };
    const layout = capLayout(cast, { width, height });
    const drawn = [
      { x: width * 0.6, y: 10 },
      { x: width * 0.4, y: height - 10 },
    ];
    for (const line of [undefined, drawn]) {
      const [wall = [], ...others] = wallsOf(frame, layout, line).lines;
      expect([wall.length > 1, others.length]).toEqual([true, 0]);
      const { x, y, radius } = clearSpot(frame, layout, 34, 27, { drawn: line });
      const away = wall.slice(1).map((to, i) => distanceToSegment({ x, y }, wall[i] ?? to, to));
      expect(Math.min(...away)).toBeGreaterThan(radius);
    }
  });

  test('covers no card and no arc of a row of acceptors', () => {
    const frame = duel();
    const { detail } = frame;
    const layout = paxosLayout(everybody(detail), talkOf(detail), { width: 976, height: 402 });
    expect(room(frame, layout)).toBeGreaterThan(0);
  });

  test('is smaller between clients and their server, where there is no more room', () => {
    const frame = writing();
    const pids = frame.detail.clients.map(({ pid }) => pid);
    const layout = zookeeperLayout(pids, 1, { width: 628, height: 440 });
    const { x, y, radius } = clearSpot(frame, layout, 34, 27);
    expect(radius).toBe(27);
    for (const box of layout.obstacles) {
      const dx = Math.max(box.x - x, 0, x - box.x - box.width);
      const dy = Math.max(box.y - y, 0, y - box.y - box.height);
      expect(Math.hypot(dx, dy)).toBeGreaterThanOrEqual(radius);
    }
  });
});
