import type { Intervention } from '../../../view/intervention.ts';
import type { Pid } from '../../../view/time.ts';

export const GROUPS = ['A', 'B', 'C'] as const;
export type GroupName = (typeof GROUPS)[number];

/** Which group each process is in. */
export type Sides = ReadonlyMap<Pid, GroupName>;

/** A way to cut the network that a lab offers by name. */
export interface CutPreset {
  readonly label: string;
  /** Null when it makes no sense now; then `impossible` says why. */
  readonly sides: Sides | null;
  readonly impossible: string;
}

/** The smaller part of the voters, by ascending sid, against everybody else. */
export const minority = (pids: readonly Pid[], voters: readonly Pid[]): Sides => {
  const few = voters.toSorted((a, b) => a - b).slice(0, Math.floor((voters.length - 1) / 2));
  return new Map(pids.map((pid) => [pid, few.includes(pid) ? 'A' : 'B']));
};

export const isolated = (pids: readonly Pid[], alone: Pid): Sides =>
  new Map(pids.map((pid) => [pid, pid === alone ? 'A' : 'B']));

/** The sides that the network has now; everybody in A when it is whole. */
export const sidesNow = (pids: readonly Pid[], partition: readonly (readonly Pid[])[]): Sides =>
  new Map(
    pids.map((pid) => {
      const index = partition.findIndex((group) => group.includes(pid));
      return [pid, GROUPS[Math.min(Math.max(index, 0), GROUPS.length - 1)] ?? 'A'];
    }),
  );

/** The groups that have members, A first. */
export const groupsOf = (sides: Sides): Pid[][] =>
  GROUPS.map((group) => [...sides].filter(([, of]) => of === group).map(([pid]) => pid)).filter(
    (group) => group.length > 0,
  );

/** What to do to the network; null when nothing would be cut. */
export const partitionOf = (sides: Sides, oneWay: boolean): Intervention | null => {
  const groups = groupsOf(sides);
  return groups.length < 2 ? null : { kind: 'partition', groups, oneWay };
};
