import type { Condition } from '../../../view/condition.ts';
import type { Pid } from '../../../view/time.ts';
import type { Preset } from '../../../view/preset.ts';
import { buildScenario } from './set-up/draft.ts';
import type { PresetId } from './set-up/presets.ts';
import { presets } from './set-up/presets.ts';
import { fiveServers } from './initial.ts';

const looking = (pid: Pid): Condition => ({ state: { pid, is: 'LOOKING' } });
const votes = (pid: Pid, leader: Pid): Condition => ({ vote: { pid, leader } });
const reaches = (pid: Pid, atLeast: string): Condition => ({ zxid: { pid, atLeast } });
const wait = (...all: readonly Condition[]) => ({ kind: 'wait', until: { all } }) as const;
const write = (ops: number) =>
  ({ kind: 'input', pid: 5, name: 'CLIENT_WRITE', data: { ops } }) as const;

const all = [1, 2, 3, 4, 5];
/** Those that the leader's last transaction does not reach in time. */
const behind = [3, 4];
/** Longer than the others' answers take, µs. */
const LATE = 60_000;

/**
 * S5 leads, and has committed 1·9 with S1 and S2 when it crashes: two votes stand against two, and
 * three decide.
 */
const leaderCrashes: Preset = {
  id: 'leader-crashes',
  // A run in which the votes stand like that.
  from: { ...fiveServers, seed: 14 },
  way: [
    wait(...all.map((serving): Condition => ({ serving }))),
    write(8),
    wait(...all.map((pid) => reaches(pid, '1·8'))),
    ...behind.map(
      (to) => ({ kind: 'latency', from: 5, to, latency: { kind: 'fixed', us: LATE } }) as const,
    ),
    write(1),
    wait(reaches(5, '1·9')),
    { kind: 'kill', pid: 5 },
    ...behind.map((to) => ({ kind: 'latency', from: 5, to, latency: null }) as const),
    wait(...[1, 2, 3, 4].map(looking), votes(1, 1), votes(3, 1), votes(2, 2), votes(4, 2)),
  ],
  selected: 5,
};

/** A set-up of the dialog, opened where this holds. */
const setUp = (id: PresetId, ...until: readonly Condition[]): Preset => {
  return { id, from: buildScenario(presets[id]()).scenario, way: [wait(...until)] };
};

/** What the election lab offers to begin with. */
export const electionPresets: readonly [Preset, ...(readonly Preset[])] = [
  leaderCrashes,
  // Three of five run; two have heard of each other.
  setUp('one-by-one', ...[1, 2, 3].map(looking), votes(1, 3)),
  setUp('after-a-crash', ...[1, 2, 4].map(looking), votes(4, 2)),
  setUp('epoch-first', ...[1, 2, 3].map(looking), votes(2, 1)),
  setUp('split-in-halves', votes(1, 2)),
  setUp('observers', ...[1, 2, 3].map(looking), votes(1, 3)),
];
