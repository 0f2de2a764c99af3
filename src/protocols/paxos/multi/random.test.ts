/** Multi-Paxos under random schedules: what is on the acceptors' disks decides what is chosen. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MultiSetup } from './model.ts';
import { applied } from './replica.ts';
import { attempt, deedsOf, makeWorld, PIDS, setup } from './testing/schedules.ts';
import type { Deed, MultiWorld } from './testing/schedules.ts';

const QUORUM = 2;

/** Every vote that was ever on a disk: who voted for which value in which slot and ballot. */
class Votes {
  private readonly voters = new Map<string, Set<number>>();
  private readonly values = new Map<string, string>();
  readonly chosen = new Map<number, string>();

  /** @throws Error when what is there now must not be */
  look(world: MultiWorld): void {
    for (const pid of setup.acceptors) {
      for (const { slot, ballot, value } of world.process(pid).disk.acceptor.votes) {
        const at = `${slot}/${ballot}`;
        must(this.values, at, value, 'two values in one slot and ballot');
        const voters = this.voters.get(at) ?? new Set();
        this.voters.set(at, voters.add(pid));
        if (voters.size >= QUORUM) must(this.chosen, slot, value, 'two values chosen in one slot');
      }
    }
    for (const { s } of world.processes) {
      for (const { slot, value } of s?.chosen ?? [])
        if (this.chosen.get(slot) !== value) throw new Error(`${value} is not chosen in ${slot}`);
    }
    const [broken] = world.violations;
    if (broken !== undefined) throw new Error(broken.text);
  }
}

/** Notes it once, and refuses anything else in its place. */
function must<K>(known: Map<K, string>, key: K, value: string, otherwise: string): void {
  if ((known.get(key) ?? value) !== value)
    throw new Error(`${otherwise}: ${known.get(key)} and ${value} at ${String(key)}`);
  known.set(key, value);
}

function play(
  seed: number,
  deeds: readonly Deed[],
  change: Partial<MultiSetup> = {},
): { world: MultiWorld; votes: Votes } {
  const world = makeWorld(seed, change);
  const votes = new Votes();
  attempt(world, { kind: 'start', pids: PIDS });
  for (const deed of deeds) {
    for (const what of deedsOf(deed, world)) attempt(world, what);
    for (let left = deed[0]; left > 0 && world.advance(); left--) votes.look(world);
    votes.look(world);
  }
  return { world, votes };
}

/**
 * Everything whole and up again, one leads and has a command: it is chosen and applied.
 * @throws Error when it is not
 */
function progress(world: MultiWorld, votes: Votes): void {
  attempt(world, { kind: 'heal' });
  attempt(world, { kind: 'lossy', loss: 0, duplication: 0 });
  for (const { id, held } of world.network.flights.values())
    if (held) attempt(world, { kind: 'release', message: id });
  for (const { pid, running } of world.processes)
    if (!running) attempt(world, { kind: 'start', pids: [pid] });
  const run = (): void => {
    while (world.advance()) votes.look(world);
  };
  // Who is refused learns of a higher ballot; who leads after that is refused no more.
  for (let tries = 0; tries < 20; tries++) {
    run();
    attempt(world, { kind: 'input', pid: 1, name: 'LEAD', data: {} });
    attempt(world, { kind: 'input', pid: 1, name: 'COMMAND', data: { value: 'last' } });
    run();
    const { s } = world.process(1);
    if (s !== null && applied(s).includes('last')) return;
  }
  throw new Error('nothing is chosen although all is well');
}

const deed = fc.tuple(fc.nat(20), fc.nat(16), fc.nat(11), fc.nat(23));

describe('Multi-Paxos under random schedules', () => {
  it('chooses one value a slot, believes nothing else, and goes on when all is well', () => {
    let chosen = 0;
    fc.assert(
      fc.property(
        fc.nat(),
        // Small numbers are not likelier here: they mean nothing easier.
        fc.noBias(fc.array(deed, { minLength: 20, maxLength: 60, size: 'max' })),
        (seed, deeds) => {
          const { world, votes } = play(seed, deeds);
          chosen += votes.chosen.size;
          progress(world, votes);
        },
      ),
      { numRuns: 300, seed: 1 },
    );
    // Schedules in which nothing happens prove nothing.
    expect(chosen).toBeGreaterThan(150);
  });

  it('find requeue-last in a median of 50 schedules or fewer', () => {
    const some = fc.array(deed, { minLength: 20, maxLength: 60, size: 'max' });
    const schedules = fc.sample(fc.noBias(fc.tuple(fc.nat(), some)), { numRuns: 600, seed: 3 });
    const needed: number[] = [];
    let since = 0;
    for (const [seed, deeds] of schedules) {
      since++;
      if (!overtakes(seed, deeds)) continue;
      needed.push(since);
      since = 0;
    }
    needed.sort((a, b) => a - b);
    expect(needed.length).toBeGreaterThan(5);
    expect(needed[Math.floor(needed.length / 2)]).toBeLessThanOrEqual(50);
  });
});

/** Whether a schedule shows a command that overtakes another one; without the mutant none does. */
function overtakes(seed: number, deeds: readonly Deed[]): boolean {
  try {
    play(seed, deeds, { broken: ['requeue-last'] });
    return false;
  } catch (error) {
    if (error instanceof Error && error.message.includes('was given to its leader first'))
      return true;
    throw error;
  }
}
