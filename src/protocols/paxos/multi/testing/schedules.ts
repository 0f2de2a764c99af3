/** What is done to a group of Multi-Paxos by chance, as numbers from which it can be done again. */
import { InterventionRefused } from '../../../../kernel/refusal.ts';
import { World } from '../../../../kernel/world.ts';
import type { Intervention } from '../../../../view/intervention.ts';
import { multiModel } from '../model.ts';
import type { MultiSetup } from '../model.ts';

/** Three replicas of which two may lead, and a leader that is no replica. */
export const setup: MultiSetup = {
  acceptors: [1, 2, 3],
  leaders: [1, 2, 4],
  latency: { kind: 'uniform', min: 1000, max: 30_000 },
};
export const PIDS = [1, 2, 3, 4];
const LEADERS = [1, 2, 4];

/** Much room, little, or hardly any; in a run with room for one command the primaries keep their order. */
const WINDOWS = [Infinity, 2, 1, 1] as const;

export const modelOf = (seed: number, change: Partial<MultiSetup> = {}) => {
  const window = WINDOWS[seed % WINDOWS.length] ?? 1;
  return multiModel({ ...setup, window, primaryOrder: window === 1, ...change });
};

export const makeWorld = (seed: number, change: Partial<MultiSetup> = {}) =>
  new World(modelOf(seed, change), seed);
export type MultiWorld = ReturnType<typeof makeWorld>;

/** A deed after so many events; numbers, so that a failing schedule can be made smaller. */
export type Deed = readonly [steps: number, kind: number, a: number, b: number];

export function deedsOf([, kind, a, b]: Deed, world: MultiWorld): readonly Intervention[] {
  const pid = PIDS[a % 4] ?? 1;
  const other = PIDS[b % 4] ?? 1;
  const leader = LEADERS[a % 3] ?? 1;
  const flights = world.network.flights.values();
  const message = flights[b % Math.max(1, flights.length)]?.id ?? -1;
  const lead: Intervention = { kind: 'input', pid: leader, name: 'LEAD', data: {} };
  const command = (one: number, nth = 0): Intervention => {
    const data = { value: `${one}/${world.step}.${nth}` };
    return { kind: 'input', pid: one, name: 'COMMAND', data };
  };
  // A new leader that has work before it knows what the old one has left.
  if (kind % 16 === 0) return [lead, command(leader), command(leader, 1), command(leader, 2)];
  const all: readonly Intervention[] = [
    lead,
    ...LEADERS.map((one) => command(one)),
    { kind: 'heal' },
    { kind: 'lossy', loss: 0, duplication: (b % 3) / 3 },
    { kind: a % 3 === 0 ? 'power-off' : 'kill', pid },
    { kind: 'start', pids: [pid] },
    { kind: 'start', pids: [pid] },
    { kind: 'drop', message },
    { kind: 'duplicate', message },
    { kind: 'hold', message },
    { kind: 'release', message },
    { kind: 'lossy', loss: 0.2, duplication: 0.2 },
    { kind: 'cut', from: pid, to: other, oneWay: a % 2 === 0 },
    { kind: 'heal' },
    { kind: 'disk-latency', pid, latency: { kind: 'uniform', min: 0, max: 1000 * (b % 40) } },
  ];
  return [all[kind % all.length] ?? { kind: 'heal' }];
}

/** @param at virtual time, if no event comes before. @returns whether it could be done */
export function attempt(world: MultiWorld, what: Intervention, at?: number): boolean {
  try {
    world.intervene(what, at);
    return true;
  } catch (error) {
    if (!(error instanceof InterventionRefused)) throw error;
    return false;
  }
}
