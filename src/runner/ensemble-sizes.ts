import { draw } from '../kernel/latency.ts';
import { Random } from '../kernel/random.ts';
import { linkLatency } from '../kernel/traffic.ts';
import { quorumOf } from '../protocols/election/majority.ts';
import type { AnyWorld } from '../scenarios/protocol.ts';
import type { EnsembleSize } from '../view/exhibit.ts';
import type { Micros, Pid } from '../view/time.ts';

/** Writes sampled for each size; odd, so that one of them is the median. */
const SAMPLES = 999;

/**
 * What ensembles of 1 to `most` voters need and cost: a quorum is more than half
 * [QuorumMaj.containsQuorum]; a write is proposed to, acknowledged by and committed at each of the
 * others [ZAB, phase 3]; and its wait is sampled with the latencies that this run's links and disks
 * have now. Servers beyond the run's own have the latency of every link. Cuts do not count.
 *
 * @param seed the sampling's own: the run's chance is not touched
 */
export function ensembleSizes(
  world: AnyWorld,
  seed: number,
  most: number,
): readonly EnsembleSize[] {
  const known = [...world.model.pids].toSorted((a, b) => a - b);
  const beyond = (known.at(-1) ?? 0) + 1;
  const pids = Array.from({ length: most }, (_, at) => known[at] ?? beyond + at);
  return pids.map((_, at) => {
    const voters = pids.slice(0, at + 1);
    const servers = voters.length;
    const quorum = quorumOf(servers);
    const waits = sampled(world, voters, quorum, new Random(seed));
    const share = (part: number): Micros => waits[Math.floor(part * (SAMPLES - 1))] ?? 0;
    return {
      servers,
      quorum,
      survives: servers - quorum,
      messages: 3 * (servers - 1),
      wait: { low: share(0.1), median: share(0.5), high: share(0.9) },
    };
  });
}

/** How long a quorum's answers take, for each of the samples, the shortest first. */
function sampled(
  world: AnyWorld,
  voters: readonly Pid[],
  quorum: number,
  random: Random,
): readonly Micros[] {
  const leader = voters.at(-1) as Pid;
  const way = (from: Pid, to: Pid, count: number): Micros =>
    from === to ? 0 : draw(linkLatency(world, from, to), random, count);
  const disks = voters.map((pid) => diskLatency(world, pid));
  const waits = Array.from({ length: SAMPLES }, (_, count) => {
    // The leader logs the write itself while its proposals travel, and its own answer counts.
    const answers = voters.map(
      (pid, at) =>
        way(leader, pid, count) +
        draw(disks[at] ?? world.model.diskLatency, random, count) +
        way(pid, leader, count),
    );
    return answers.toSorted((a, b) => a - b)[quorum - 1] ?? 0;
  });
  return waits.toSorted((a, b) => a - b);
}

const diskLatency = (world: AnyWorld, pid: Pid) =>
  (world.model.pids.includes(pid) ? world.process(pid).diskLatency : null) ??
  world.model.diskLatency;
