import type { Core } from './core.ts';
import type { Pending } from './pending.ts';

/**
 * A digest of all that can influence the rest of a run, and of all that has happened. What is only
 * bookkeeping stays out: events that mean nothing any more, channels with nothing in them, and who
 * looked at what.
 * Part by part, since states may hold large trees.
 * @param live the pending events that still mean something
 */
export function* fingerprint(
  world: Core,
  nextSeq: number,
  live: readonly Pending[],
): Generator<number, string, undefined> {
  const { network, random } = world;
  const digest = world.digest.clone();
  digest.value([world.time, world.step, nextSeq, random, world.ghost]);
  for (const process of world.processes) {
    const { liveness, life, leaves, s, timers, held, ports } = process;
    const set = timers.map(({ type, time }) => [type, time]);
    yield* digest.parts([liveness, life, leaves, s, set, ports]);
    yield* digest.parts([process.disk, process.diskFreeAt, process.syncs, process.diskLatency]);
    if (held.length > 0) digest.value(timers.filter(({ type }) => held.includes(type)));
    const spawned = process.parts.filter(({ key }) => key !== 0).map(({ key }) => key);
    if (spawned.length > 0) digest.value([spawned, timers.map(({ ref }) => ref)]);
    if (process.cfg !== null) digest.value(process.cfg);
    if (process.dark) digest.value('dark');
    if (process.clock !== 0) digest.value(process.clock);
  }
  digest.value(network.lasting(world.time));
  digest.value(live.toSorted((a, b) => a.seq - b.seq));
  digest.value(world.violations.map(({ invariant, step, text }) => [invariant, step, text]));
  return digest.hex();
}
