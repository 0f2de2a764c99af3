/** What must be true of calls and of the counter, whatever the network does. */
import type { Invariant, WorldState } from '../../kernel/model.ts';
import type { Config } from './config.ts';
import { nameIn } from './config.ts';
import type { Call, Disk, Verdict, Member } from './member.ts';
import type { Pid } from '../../view/time.ts';

type World = WorldState<Member, Disk, null>;

const diskOf = (config: Config, world: World): Disk | undefined =>
  world.processes.find(({ pid }) => pid === config.server)?.disk;

const timesOf = (log: readonly Verdict[], caller: Pid, call: Call): number =>
  log.filter(({ client, id, ok }) => ok && client === caller && id === call.id).length;

/** Every call of every caller with how often the disk says that it was carried out. */
function* callsOf(config: Config, world: World): Generator<[string, Call, number]> {
  const log = diskOf(config, world)?.log ?? [];
  for (const { pid, s } of world.processes) {
    for (const [index, call] of (s?.calls ?? []).entries())
      yield [`call ${index + 1} of ${nameIn(config, pid)}`, call, timesOf(log, pid, call)];
  }
}

/** @param config of the group that they are checked in */
export const invariantsOf = (config: Config): readonly Invariant<Member, Disk, null>[] => [
  {
    name: 'C-Success',
    check(world) {
      for (const [which, call, times] of callsOf(config, world)) {
        if (call.outcome === 'success' && times === 0)
          return `${which} counts as done, and the disk does not know it`;
      }
      return null;
    },
  },
  {
    name: 'C-Failure',
    check(world) {
      // Without ids an earlier attempt may have been carried out: then even a refusal proves nothing.
      if (!config.deduplicates) return null;
      for (const [which, call, times] of callsOf(config, world)) {
        if (call.outcome === 'failure' && times > 0)
          return `${which} is said to have failed, and it was carried out`;
      }
      return null;
    },
  },
  {
    name: 'C-Sum',
    check(world) {
      const disk = diskOf(config, world);
      const sum = disk?.log.reduce((total, { amount, ok }) => total + (ok ? amount : 0), 0) ?? 0;
      return disk === undefined || disk.value === sum
        ? null
        : `the counter is ${disk.value}, but its log adds up to ${sum}`;
    },
  },
  {
    name: 'C-Once',
    check(world) {
      if (!config.deduplicates) return null;
      for (const [which, , times] of callsOf(config, world)) {
        if (times > 1) return `${which} was carried out ${times} times`;
      }
      return null;
    },
  },
];
