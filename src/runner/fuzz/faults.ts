import { FIN } from '../../kernel/flight.ts';
import type { AnyWorld } from '../../scenarios/protocol.ts';
import type { Intervention } from '../../view/intervention.ts';
import type { Micros, Pid } from '../../view/time.ts';
import type { Dice } from './dice.ts';

export interface FaultWishes {
  /** Lose disks too. No protocol with a quorum survives that, so it is asked for by name. */
  readonly wipes: boolean;
  /** Disks stall, writes are torn and clocks jump, too: of those whose disk is a log. */
  readonly disks?: true;
  /** Only start servers and write. */
  readonly calm: boolean;
  /** What a client wants, of one of the processes that run. */
  readonly write: (dice: Dice, active: readonly Pid[]) => Intervention;
}

/** A client's write at a server, as the election's stand-in for data takes it. */
export const clientWrite: FaultWishes['write'] = (dice, active) => ({
  kind: 'input',
  pid: dice.pick(active),
  name: 'CLIENT_WRITE',
  data: { ops: dice.magnitude(1, 20) },
});

/** What a fault is called in the report. */
export type FaultName =
  | 'start'
  | 'kill'
  | 'powerOff'
  | 'pause'
  | 'resume'
  | 'wipe'
  | 'partition'
  | 'partitionOneWay'
  | 'cut'
  | 'cutOneWay'
  | 'mend'
  | 'heal'
  | 'reset'
  | 'hold'
  | 'release'
  | 'latency'
  | 'diskLatency'
  | 'diskStall'
  | 'tornWrite'
  | 'clock'
  | 'write';

export interface Fault {
  readonly name: FaultName;
  readonly what: Intervention;
}

/** Something that can be done to this world now; null when the dice find nothing. */
export function randomFault(dice: Dice, world: AnyWorld, wishes: FaultWishes): Fault | null {
  const pids = world.processes.map(({ pid }) => pid);
  const running = world.processes.filter((process) => process.running).map(({ pid }) => pid);
  const down = pids.filter((pid) => !running.includes(pid));
  const paused = world.processes.filter((p) => p.liveness === 'paused').map(({ pid }) => pid);
  const active = running.filter((pid) => !paused.includes(pid));
  const flights = world.network.flights.values().filter(({ message }) => message !== FIN);
  const held = flights.filter((flight) => flight.held);
  const flying = flights.filter((flight) => !flight.held);
  const stormy = !wishes.calm;
  const several = stormy && pids.length > 1;
  const faulty = world.network.faults.size > 0;
  const weight = (possible: boolean, usual: number): number => (possible ? usual : 0);
  const name = dice.weighted<FaultName>({
    start: weight(down.length > 0, 4),
    kill: weight(stormy && running.length > 0, 1),
    powerOff: weight(stormy && running.length > 0, 1),
    pause: weight(stormy && active.length > 0, 1),
    resume: weight(paused.length > 0, 3),
    wipe: weight(wishes.wipes && down.length > 0, 1),
    partition: weight(several, 1),
    partitionOneWay: weight(several, 0.5),
    cut: weight(several, 1),
    cutOneWay: weight(several, 1),
    mend: weight(faulty, 1),
    heal: weight(faulty, 1.5),
    reset: weight(several, 1),
    hold: weight(stormy && flying.length > 0, 1),
    release: weight(held.length > 0, 2),
    latency: weight(several, 0.7),
    diskLatency: weight(stormy, 0.5),
    diskStall: weight(stormy && wishes.disks === true, 0.5),
    tornWrite: weight(stormy && wishes.disks === true && running.length > 0, 1),
    clock: weight(wishes.disks === true, 0.5),
    write: weight(active.length > 0, 3),
  });
  if (name === null) return null;
  const pair = (): [Pid, Pid] => dice.some(pids, 2) as [Pid, Pid];
  return { name, what: make() };

  function make(): Intervention {
    switch (name as FaultName) {
      case 'start':
        return { kind: 'start', pids: dice.some(down, dice.between(1, down.length)) };
      case 'kill':
        return { kind: 'kill', pid: dice.pick(running) };
      case 'powerOff':
        return { kind: 'power-off', pid: dice.pick(running) };
      case 'pause':
        return { kind: 'pause', pid: dice.pick(active) };
      case 'resume':
        return { kind: 'resume', pid: dice.pick(paused) };
      case 'wipe':
        return { kind: 'wipe', pid: dice.pick(down) };
      case 'partition':
        return { kind: 'partition', groups: groups(dice, pids), oneWay: false };
      case 'partitionOneWay':
        return { kind: 'partition', groups: groups(dice, pids), oneWay: true };
      case 'cut':
      case 'cutOneWay': {
        const [from, to] = pair();
        return { kind: 'cut', from, to, oneWay: name === 'cutOneWay' };
      }
      case 'mend': {
        const [a, b] = pair();
        return { kind: 'mend', a, b };
      }
      case 'heal':
        return { kind: 'heal' };
      case 'reset': {
        const [a, b] = pair();
        return { kind: 'reset', a, b };
      }
      case 'hold':
        return { kind: 'hold', message: dice.pick(flying).id };
      case 'release':
        return { kind: 'release', message: dice.pick(held).id };
      case 'latency': {
        const [from, to] = pair();
        return { kind: 'latency', from, to, latency: slow(dice, 500_000) };
      }
      case 'diskLatency':
        return { kind: 'disk-latency', pid: dice.pick(pids), latency: slow(dice, 1_000_000) };
      case 'diskStall': {
        const us = dice.magnitude(1_000_001, 8_000_000);
        return { kind: 'disk-latency', pid: dice.pick(pids), latency: { kind: 'fixed', us } };
      }
      case 'tornWrite':
        return { kind: 'power-off', pid: dice.pick(running), torn: true };
      case 'clock': {
        const byMs = dice.magnitude(1, 100_000_000) * (dice.chance(0.5) ? 1 : -1);
        return { kind: 'set-clock', pid: dice.pick(pids), byMs };
      }
      case 'write':
        return wishes.write(dice, active);
    }
  }
}

const slow = (dice: Dice, most: number) =>
  dice.chance(0.3)
    ? null
    : ({ kind: 'uniform', min: 1000, max: dice.magnitude(2000, most) } as const);

/** Two groups, both with somebody in them. */
function groups(dice: Dice, pids: readonly Pid[]): Pid[][] {
  const one = dice.some(pids, dice.between(1, pids.length - 1));
  return [one, pids.filter((pid) => !one.includes(pid))];
}

/**
 * Undoes every fault: links whole and as fast as the scenario says, nothing held, nobody paused,
 * and these processes running.
 */
export function repairs(world: AnyWorld, up: readonly Pid[]): readonly Intervention[] {
  const all: Intervention[] = [{ kind: 'heal' }, { kind: 'latency', latency: null }];
  const { faults } = world.network;
  for (const [key, { latency }] of faults) {
    if (latency === null) continue;
    all.push({ kind: 'latency', from: Math.floor(key / 65536), to: key % 65536, latency: null });
  }
  const held = new Set<string>();
  for (const { id, held: isHeld, from, to, nature, connection } of world.network.flights.values()) {
    const lane = `${nature} ${connection} ${from} ${to}`;
    // A release frees all that waits in the same lane.
    if (!isHeld || held.has(lane)) continue;
    held.add(lane);
    all.push({ kind: 'release', message: id });
  }
  const down = up.filter((pid) => !world.process(pid).running);
  for (const { pid, liveness, diskLatency } of world.processes) {
    if (diskLatency !== null) all.push({ kind: 'disk-latency', pid, latency: null });
    if (liveness === 'paused') all.push({ kind: 'resume', pid });
  }
  if (down.length > 0) all.push({ kind: 'start', pids: down });
  return all;
}

/** How long a disk is still busy with what it was given while it stalled, µs. */
export const backlogOf = (world: AnyWorld): Micros =>
  Math.max(0, ...world.model.pids.map((pid) => world.process(pid).diskFreeAt - world.time));
