import { FIN } from '../../kernel/flight.ts';
import type { AnyWorld } from '../../scenarios/protocol.ts';
import type { Intervention, Latency } from '../../view/intervention.ts';
import type { Pid } from '../../view/time.ts';
import type { Dice } from './dice.ts';

type Kind = Intervention['kind'];

/** What a process is asked by hand. */
export type Asked = Pick<Extract<Intervention, { kind: 'input' }>, 'name' | 'data'>;

/** How often each kind of deed is tried; `crash` because old files say it. */
const WEIGHTS: Readonly<Record<Kind, number>> = {
  start: 8,
  kill: 1,
  'kill-all': 0.3,
  'power-off': 1,
  stop: 0.5,
  crash: 0.5,
  configure: 0.5,
  pause: 1,
  resume: 4,
  wipe: 0.5,
  cut: 1,
  mend: 1,
  'cut-links': 0.7,
  'mend-links': 0.7,
  partition: 0.7,
  heal: 1,
  reset: 1,
  hold: 2,
  release: 2,
  deliver: 2,
  drop: 1,
  duplicate: 1,
  'fire-timer': 1,
  'hold-timer': 1,
  'release-timer': 1,
  latency: 1,
  lossy: 0.7,
  'disk-latency': 1,
  'set-clock': 0.5,
  input: 8,
};

/**
 * Anything that a person can do, to anybody, sensible at this moment or not: whoever tries it finds
 * out whether it is refused. Null: there is nothing of the kind.
 * @param asked something that this process may be asked by hand
 */
export function anyDeed(
  dice: Dice,
  world: AnyWorld,
  asked: (pid: Pid) => Asked,
): Intervention | null {
  const kind = dice.weighted(WEIGHTS) ?? 'heal';
  const { backstage } = world.model;
  // Nobody does anything to those who play the network's whims.
  const all = world.processes.filter(({ pid }) => backstage?.has(pid) !== true);
  const pids = all.map(({ pid }) => pid);
  const up = all.filter(({ running }) => running).map(({ pid }) => pid);
  const down = all.filter(({ running }) => !running).map(({ pid }) => pid);
  const paused = all.filter(({ liveness }) => liveness === 'paused').map(({ pid }) => pid);
  const pid = dice.pick(pids);
  /** Mostly one of whom it makes sense. */
  const apt = (some: readonly Pid[]): Pid =>
    some.length > 0 && dice.chance(0.9) ? dice.pick(some) : pid;
  const [a = pid, b = pid] = dice.some(pids, 2);
  const links = [{ a, b }];
  const flights = world.network.flights.values().filter(({ message }) => message !== FIN);
  switch (kind) {
    case 'start':
      return dice.chance(0.2)
        ? { kind, pids: dice.some(pids, dice.between(1, 2)) }
        : { kind, pids: down.length > 1 && dice.chance(0.3) ? down : [apt(down)] };
    case 'kill-all':
      return { kind, pids: dice.chance(0.8) && up.length > 0 ? up : [pid] };
    case 'power-off':
      return dice.chance(0.3) ? { kind, pid, torn: true } : { kind, pid };
    case 'set-clock':
      return { kind, pid, byMs: dice.between(-100_000, 100_000) };
    case 'kill':
    case 'stop':
    case 'pause':
      return { kind, pid };
    case 'resume':
      return { kind, pid: apt(paused) };
    case 'wipe':
      return { kind, pid: apt(down) };
    case 'crash':
      return { kind, pid, inOrder: dice.chance(0.3) };
    case 'configure':
      return { kind, pid, text: dice.pick(CFGS) };
    case 'cut':
      return { kind, from: a, to: b, oneWay: dice.chance(0.5) };
    case 'mend':
    case 'reset':
      return { kind, a, b };
    case 'cut-links':
    case 'mend-links':
      return { kind, links };
    case 'partition':
      return { kind, groups: [[a], pids.filter((one) => one !== a)], oneWay: dice.chance(0.3) };
    case 'heal':
      return { kind };
    case 'hold':
    case 'release':
    case 'deliver':
    case 'drop':
    case 'duplicate':
      return flights.length === 0 ? null : { kind, message: dice.pick(flights).id };
    case 'fire-timer':
    case 'hold-timer':
    case 'release-timer': {
      const timers = world.process(pid).timers.map(({ type }) => type);
      return timers.length === 0 ? null : { kind, pid, timer: dice.pick(timers) };
    }
    case 'latency':
      return dice.chance(0.3)
        ? { kind, latency: someLatency(dice) }
        : { kind, from: a, to: b, latency: someLatency(dice) };
    case 'lossy':
      return { kind, from: a, loss: dice.pick([0, 0.2]), duplication: dice.pick([0, 0.2]) };
    case 'disk-latency':
      return { kind, pid, latency: someLatency(dice) };
    case 'input':
      return { kind, pid, ...asked(pid) };
  }
}

const someLatency = (dice: Dice): Latency | null =>
  dice.pick<Latency | null>([
    null,
    { kind: 'fixed', us: dice.magnitude(1, 200_000) },
    { kind: 'uniform', min: 100, max: dice.magnitude(200, 300_000) },
    { kind: 'normal', mean: 5000, deviation: 4000, min: 10 },
    { kind: 'listed', us: [10, dice.magnitude(10, 100_000), 700] },
  ]);

const CFGS = [
  'tickTime=2000\ndataDir=/d\nclientPort=2181\n',
  'tickTime=200\ndataDir=/d\nclientPort=2181\nforceSync=no\n',
  'dataDir=/d\nclientPort=2182\nsnapCount=3\n',
  'tickTime=x\n',
];
