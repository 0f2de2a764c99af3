import { SCENARIO_VERSION } from '../../view/scenario.ts';
import type { Scenario } from '../../view/scenario.ts';
import type { Dice } from './dice.ts';

/**
 * An ensemble that has voted when its freshest server starts, and whose leader still lacks a quorum,
 * because some voters are slow to follow it: the latecomer joins by what it is answered, and only
 * discovery refuses it. Random starts and links hardly ever come to this.
 * @returns null when there are too few servers for it
 */
export function freshLatecomer(
  dice: Dice,
  seed: number,
  wishes: { readonly servers?: number; readonly broken?: string },
): Scenario<'election'> | null {
  const size = wishes.servers ?? dice.pick([3, 3, 3, 4, 5]);
  if (size < 3) return null;
  const sids = Array.from({ length: size }, (_, index) => index + 1);
  const fresh = dice.pick(sids);
  const others = sids.filter((sid) => sid !== fresh);
  // Equals: the largest sid wins.
  const leader = Math.max(...others);
  // With the leader and the latecomer they are a quorum.
  const quick = dice.some(
    others.filter((sid) => sid !== leader),
    Math.floor(size / 2) - 1,
  );
  const slow = others.filter((sid) => sid !== leader && !quick.includes(sid));
  const us = dice.pick([2000, 5000, 10_000]);
  const epoch = dice.between(1, 3);
  const end = dice.between(1, 12);
  const more = dice.between(1, 4);
  return {
    format: 'zooscope-scenario',
    version: SCENARIO_VERSION,
    model: 'election',
    title: `fuzz ${seed}`,
    seed,
    setup: {
      profile: 'golden',
      tickTimeMs: dice.pick([500, 1000, 2000]),
      initLimit: dice.between(5, 10),
      syncLimit: dice.between(2, 5),
      servers: sids.map((sid) => ({
        sid,
        acceptedEpoch: epoch,
        currentEpoch: epoch,
        log: `${epoch}·1-${epoch}·${(sid === fresh ? end + more : end) + 1}`,
        startMs: sid === fresh ? 200 + Math.round((us / 1000) * dice.pick([1.5, 2.5, 4])) : 0,
      })),
      ...(wishes.broken === undefined ? {} : { broken: [wishes.broken] }),
    },
    latency: { kind: 'fixed', us },
    links: slow.map((from) => ({
      from,
      to: leader,
      // Its votes come in time, and what follows them does not.
      latency: {
        kind: 'listed',
        us: [
          ...Array.from({ length: dice.pick([2, 2, 3]) }, () => us),
          dice.magnitude(100_000, 5_000_000),
        ],
      },
    })),
    diskLatency: dice.pick([
      { kind: 'fixed', us: 0 },
      { kind: 'uniform', min: 1000, max: 4000 },
    ]),
  };
}
