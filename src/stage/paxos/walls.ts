import type { Pid } from '../../view/time.ts';
import { pointOn } from '../curve.ts';
import type { Box, Curve, Point } from '../geometry.ts';
import type { Who } from './who.ts';

type Groups = readonly (readonly Pid[])[];
type Wires = (a: Pid, b: Pid) => readonly Curve[];

const groupIn = (groups: Groups, pid: Pid): number => groups.findIndex((one) => one.includes(pid));

/** Between neighbours of different groups, if each group stands together; else on the links. */
export function rowWalls(
  all: readonly Who[],
  boxes: readonly Box[],
  groups: Groups,
  wires: Wires,
  down: boolean,
): readonly (readonly Point[])[] {
  if (groups.length < 2) return [];
  const borders = all.slice(1).flatMap((one, i) => {
    const before = all[i];
    const apart = before !== undefined && groupIn(groups, before.pid) !== groupIn(groups, one.pid);
    return apart ? [i] : [];
  });
  if (borders.length !== groups.length - 1) return linkWalls(all, groups, wires);
  return borders.flatMap((i) => {
    const a = boxes[i];
    const b = boxes[i + 1];
    if (a === undefined || b === undefined) return [];
    if (down) {
      const y = (a.y + a.height + b.y) / 2;
      return [
        [
          { x: a.x - 40, y },
          { x: a.x + a.width + 40, y },
        ],
      ];
    }
    const x = (a.x + a.width + b.x) / 2;
    return [
      [
        { x, y: Math.max(4, a.y - 96) },
        { x, y: a.y + a.height + 76 },
      ],
    ];
  });
}

/** A short wall across the middle of each link that is cut. */
export function linkWalls(
  all: readonly Who[],
  groups: Groups,
  wires: Wires,
): readonly (readonly Point[])[] {
  if (groups.length < 2) return [];
  return all.flatMap((one, i) =>
    all.slice(i + 1).flatMap((other) => {
      const [wire] = wires(one.pid, other.pid);
      if (wire === undefined || groupIn(groups, one.pid) === groupIn(groups, other.pid)) return [];
      const m = pointOn(wire, 0.5);
      const length = Math.hypot(wire.x1 - wire.x0, wire.y1 - wire.y0) || 1;
      const nx = (-(wire.y1 - wire.y0) / length) * 13;
      const ny = ((wire.x1 - wire.x0) / length) * 13;
      return [
        [
          { x: m.x - nx, y: m.y - ny },
          { x: m.x + nx, y: m.y + ny },
        ],
      ];
    }),
  );
}
