import type { AnyWorld } from '../../scenarios/protocol.ts';
import type { Intervention } from '../../view/intervention.ts';
import type { Pid } from '../../view/time.ts';
import type { Dice } from './dice.ts';

export interface PaxosFault {
  /** What it is called in the report. */
  readonly name: string;
  readonly what: Intervention;
}

/** Something that can be done to this world now; null when the dice find nothing. */
export function randomPaxosFault(
  dice: Dice,
  world: AnyWorld,
  proposers: readonly Pid[],
  wipes: boolean,
): PaxosFault | null {
  const pids = world.processes.map(({ pid }) => pid);
  const running = world.processes.filter((process) => process.running).map(({ pid }) => pid);
  const down = pids.filter((pid) => !running.includes(pid));
  const paused = world.processes.filter((p) => p.liveness === 'paused').map(({ pid }) => pid);
  const active = running.filter((pid) => !paused.includes(pid));
  const ready = active.filter((pid) => proposers.includes(pid));
  const flights = world.network.flights.values();
  const faulty = world.network.faults.size > 0;
  const several = pids.length > 1;
  const held = flights.filter((flight) => flight.held);
  const weight = (possible: boolean, usual: number): number => (possible ? usual : 0);
  const name = dice.weighted({
    start: weight(down.length > 0, 4),
    kill: weight(running.length > 0, 1),
    powerOff: weight(running.length > 0, 1),
    pause: weight(active.length > 0, 1),
    resume: weight(paused.length > 0, 3),
    wipe: weight(wipes && down.length > 0, 2),
    partition: weight(several, 1),
    cut: weight(several, 1),
    mend: weight(faulty && several, 1),
    heal: weight(faulty, 1.5),
    lossy: weight(several, 1),
    latency: weight(several, 1),
    hold: weight(flights.length > 0, 2),
    release: weight(held.length > 0, 2),
    deliver: weight(flights.length > 0, 2),
    drop: weight(flights.length > 0, 2),
    duplicate: weight(flights.length > 0, 2),
    diskLatency: weight(true, 0.5),
    propose: weight(ready.length > 0, 3),
  });
  return name === null ? null : { name, what: make(name) };

  function make(fault: NonNullable<typeof name>): Intervention {
    const pair = (): [Pid, Pid] => dice.some(pids, 2) as [Pid, Pid];
    switch (fault) {
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
      case 'partition': {
        const one = dice.some(pids, dice.between(1, pids.length - 1));
        const groups = [one, pids.filter((pid) => !one.includes(pid))];
        return { kind: 'partition', groups, oneWay: dice.chance(0.3) };
      }
      case 'cut': {
        const [from, to] = pair();
        return { kind: 'cut', from, to, oneWay: dice.chance(0.5) };
      }
      case 'mend': {
        const [a, b] = pair();
        return { kind: 'mend', a, b };
      }
      case 'heal':
        return { kind: 'heal' };
      case 'lossy':
        return { kind: 'lossy', loss: dice.pick([0, 0.1, 0.4]), duplication: dice.pick([0, 0.3]) };
      case 'latency': {
        const [from, to] = pair();
        const latency = { kind: 'uniform', min: 1000, max: dice.magnitude(2000, 300_000) } as const;
        return { kind: 'latency', from, to, latency: dice.chance(0.3) ? null : latency };
      }
      case 'hold':
      case 'deliver':
      case 'drop':
      case 'duplicate':
        return { kind: fault, message: dice.pick(flights).id };
      case 'release':
        return { kind: 'release', message: dice.pick(held).id };
      case 'diskLatency': {
        const latency = { kind: 'uniform', min: 0, max: dice.magnitude(1000, 100_000) } as const;
        return { kind: 'disk-latency', pid: dice.pick(pids), latency };
      }
      case 'propose': {
        const data = dice.chance(0.3) ? { value: dice.pick(['U', 'V']) } : {};
        return { kind: 'input', pid: dice.pick(ready), name: 'PROPOSE', data };
      }
    }
  }
}

/**
 * Undoes every fault: links whole and as fast as the scenario says, nothing held, nobody paused,
 * and these processes running.
 */
export function paxosRepairs(world: AnyWorld, up: readonly Pid[]): readonly Intervention[] {
  const { network, processes } = world;
  const all: Intervention[] = [{ kind: 'heal' }, { kind: 'lossy', loss: 0, duplication: 0 }];
  for (const [key, { latency }] of network.faults) {
    const [from, to] = [Math.floor(key / 65536), key % 65536];
    if (latency !== null) all.push({ kind: 'latency', from, to, latency: null });
  }
  for (const { id, held } of network.flights.values())
    if (held) all.push({ kind: 'release', message: id });
  for (const { pid, liveness, diskLatency } of processes) {
    if (diskLatency !== null) all.push({ kind: 'disk-latency', pid, latency: null });
    if (liveness === 'paused') all.push({ kind: 'resume', pid });
  }
  const down = up.filter((pid) => !world.process(pid).running);
  if (down.length > 0) all.push({ kind: 'start', pids: down });
  return all;
}
