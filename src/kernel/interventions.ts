/** What a person (or a scenario, or a search) does to a running world. */
import type { FactValue } from '../view/fact.ts';
import type { Intervention, Link } from '../view/intervention.ts';
import type { Pid } from '../view/time.ts';
import { handle } from './by-hand.ts';
import { end, keptBy } from './endings.ts';
import { comeBack } from './power.ts';
import { tellLink } from './connections.ts';
import type { Core } from './core.ts';
import { cut, linkKeys, mend, partition, reset } from './links.ts';
import { linkKey } from './model.ts';
import { INPUT, START } from './pending.ts';
import { handleTimer } from './timers-by-hand.ts';

/** Changes the world as a person wants it; `refusal.ts` has admitted it before. */
export function apply(world: Core, what: Intervention): void {
  const { network } = world;
  switch (what.kind) {
    case 'start':
      start(world, what.pids);
      return;
    case 'kill':
    case 'stop':
    case 'crash':
    case 'power-off':
      end(world, what);
      return;
    case 'kill-all':
      killAll(world, what.pids);
      return;
    case 'configure': {
      const process = world.process(what.pid);
      process.cfg = what.text;
      explain(world, what.pid, 'configured', { running: process.running });
      return;
    }
    case 'pause':
      world.process(what.pid).liveness = 'paused';
      explain(world, what.pid, 'paused');
      return;
    case 'resume':
      resume(world, what.pid);
      explain(world, what.pid, 'resumed');
      return;
    case 'wipe':
      world.process(what.pid).disk = world.model.blankDisk(what.pid);
      explain(world, what.pid, 'disk-lost');
      return;
    case 'cut':
      cut(world, what.from, what.to);
      if (!what.oneWay) cut(world, what.to, what.from);
      explain(world, null, 'cut', { from: what.from, to: what.to, oneWay: what.oneWay });
      return;
    case 'mend':
      mend(world, what.a, what.b);
      explain(world, null, 'mended', { a: what.a, b: what.b });
      return;
    case 'cut-links':
      for (const { a, b } of what.links) {
        cut(world, a, b);
        cut(world, b, a);
      }
      explain(world, null, 'links-cut', linksFact(world, what.links));
      return;
    case 'mend-links':
      for (const { a, b } of what.links) mend(world, a, b);
      explain(world, null, 'links-mended', linksFact(world, what.links));
      return;
    case 'partition': {
      partition(world, what.groups, what.oneWay);
      const groups = what.groups
        .map((group) => group.map((pid) => world.model.nameOf(pid)).join(', '))
        .join(' | ');
      explain(world, null, 'partitioned', { groups, oneWay: what.oneWay });
      return;
    }
    case 'heal':
      for (const a of world.model.pids) {
        for (const b of world.model.pids) if (a < b) mend(world, a, b);
      }
      explain(world, null, 'healed');
      return;
    case 'reset':
      reset(world, what.a, what.b);
      explain(world, null, 'reset', { a: what.a, b: what.b });
      return;
    case 'latency': {
      const { from, to, latency } = what;
      if (from === undefined && to === undefined) network.latency = latency;
      else for (const key of linkKeys(world, from, to)) network.setFault(key, { latency });
      explain(world, null, 'latency-set', { from: from ?? null, to: to ?? null });
      return;
    }
    case 'lossy': {
      const { loss, duplication } = what;
      for (const key of linkKeys(world, what.from, what.to)) {
        network.setFault(key, { loss, duplication });
      }
      explain(world, null, 'lossy', { loss, duplication });
      return;
    }
    case 'disk-latency':
      world.process(what.pid).diskLatency = what.latency;
      explain(world, what.pid, 'disk-latency');
      return;
    case 'set-clock':
      world.process(what.pid).clock += what.byMs;
      explain(world, what.pid, 'clock-set', { ms: Math.abs(what.byMs), back: what.byMs < 0 });
      return;
    case 'input': {
      const { life } = world.process(what.pid);
      world.schedule(world.time, INPUT, what.pid, 0, what.name, what.data, life);
      explain(world, what.pid, 'input', { ...what.data, name: what.name });
      return;
    }
    case 'hold':
    case 'release':
    case 'deliver':
    case 'drop':
    case 'duplicate':
      handle(world, what.kind, what.message);
      return;
    case 'fire-timer':
    case 'hold-timer':
    case 'release-timer':
      handleTimer(world, what.kind, what.pid, what.timer);
      return;
  }
}

const linksFact = ({ model }: Core, links: readonly Link[]): Record<string, FactValue> => ({
  count: links.length,
  links: links.map(({ a, b }) => `${model.nameOf(a)}–${model.nameOf(b)}`).join(', '),
});

function explain(
  world: Core,
  pid: Pid | null,
  rule: string,
  data: Record<string, FactValue> = {},
): void {
  world.recorder?.fact(pid, rule, data);
}

/** Nobody outlives the others long enough to be told of it. */
function killAll(world: Core, wanted: readonly Pid[]): void {
  const pids = [...new Set(wanted)];
  for (const pid of pids) end(world, { kind: 'kill', pid });
  const names = pids.map((pid) => world.model.nameOf(pid)).join(', ');
  const told = world.model.nature !== 'datagram';
  explain(world, null, 'crashed-together', { names, count: pids.length, told });
}

/** Those whose file of settings they can read. The others end at once, and say why. */
function startable(world: Core, wanted: readonly Pid[]): readonly Pid[] {
  return [...new Set(wanted)].filter((pid) => {
    const { cfg } = world.process(pid);
    const fault = cfg === null ? null : (world.model.configuration?.fault(cfg, pid) ?? null);
    if (fault !== null) explain(world, pid, 'start-failed', { ...fault });
    return fault === null;
  });
}

function start(world: Core, wanted: readonly Pid[]): void {
  const { model, network } = world;
  const pids = startable(world, wanted);
  const wereUp = model.pids.filter((pid) => world.process(pid).running);
  const states = pids.map((pid) => {
    const { disk, cfg } = world.process(pid);
    return model.boot(pid, disk, cfg);
  });
  pids.forEach((pid, index) => {
    const process = world.process(pid);
    if (process.dark) comeBack(world, pid);
    process.start(states[index]);
    world.schedule(world.time, START, pid, 0, 'START', null, process.life);
    if (model.backstage?.has(pid) !== true)
      explain(world, pid, 'started', { keeps: keptBy(world, pid, 'written') });
  });
  if (model.nature !== 'fifo') return;
  for (const pid of pids) {
    for (const peer of wereUp)
      if (!network.isCut(linkKey(peer, pid))) tellLink(world, peer, 'LINK_UP', pid);
  }
}

/** What came during the pause is handled now, in the order in which it came. */
function resume(world: Core, pid: Pid): void {
  const process = world.process(pid);
  process.liveness = 'up';
  for (const event of process.takeBacklog()) world.reschedule(event);
}
