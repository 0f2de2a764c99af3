/**
 * When an intervention makes no sense in the present world. All of it is asked before anything is
 * changed, so a refused intervention leaves no trace.
 */
import type { Intervention } from '../view/intervention.ts';
import type { Pid } from '../view/time.ts';
import type { Core } from './core.ts';
import type { Flight } from './flight.ts';
import type { Process } from './process.ts';

type RefusalCode =
  | 'no-such-process'
  | 'already-running'
  | 'not-running'
  | 'already-paused'
  | 'not-paused'
  | 'still-running'
  | 'no-such-message'
  | 'not-on-this-link'
  | 'not-held'
  | 'no-such-timer'
  | 'timer-held'
  | 'timer-not-held'
  | 'same-process'
  | 'no-configuration';

/** An intervention that makes no sense in the present world; nothing was changed. */
export class InterventionRefused extends Error {
  /** Key of the words for it. */
  readonly code: RefusalCode;
  readonly data: Readonly<Record<string, number | string>>;

  constructor(code: RefusalCode, data: Readonly<Record<string, number | string>>) {
    super(`${code}: ${JSON.stringify(data)}`);
    this.code = code;
    this.data = data;
  }
}

/** @throws InterventionRefused when it cannot be done now */
export function admit(world: Core, what: Intervention): void {
  switch (what.kind) {
    case 'start':
      for (const pid of what.pids) {
        if (known(world, pid).running) throw new InterventionRefused('already-running', { pid });
      }
      return;
    case 'kill-all':
      for (const pid of what.pids) running(world, pid);
      return;
    case 'kill':
    case 'stop':
    case 'crash':
    case 'power-off':
    case 'input':
      running(world, what.pid);
      return;
    case 'pause':
      if (running(world, what.pid).liveness === 'paused') {
        throw new InterventionRefused('already-paused', { pid: what.pid });
      }
      return;
    case 'resume':
      if (known(world, what.pid).liveness !== 'paused') {
        throw new InterventionRefused('not-paused', { pid: what.pid });
      }
      return;
    case 'wipe':
      if (known(world, what.pid).running) {
        throw new InterventionRefused('still-running', { pid: what.pid });
      }
      return;
    case 'disk-latency':
    case 'set-clock':
      known(world, what.pid);
      return;
    case 'configure':
      if (known(world, what.pid) && world.model.configuration?.has(what.pid) !== true) {
        throw new InterventionRefused('no-configuration', { pid: what.pid });
      }
      return;
    case 'cut':
      pair(world, what.from, what.to);
      return;
    case 'mend':
    case 'reset':
      pair(world, what.a, what.b);
      return;
    case 'cut-links':
    case 'mend-links':
      for (const { a, b } of what.links) pair(world, a, b);
      return;
    case 'partition':
      for (const group of what.groups) for (const pid of group) known(world, pid);
      return;
    case 'heal':
      return;
    case 'latency':
      link(world, what.from, what.to);
      return;
    case 'lossy':
      link(world, what.from, what.to);
      if (world.model.nature !== 'datagram') {
        throw new InterventionRefused('not-on-this-link', { what: 'lossy' });
      }
      return;
    case 'hold':
      // What a paused process has in its hands already, of a connection that has ended, stays there.
      if (hasArrivedForGood(world, message(world, what.message)))
        throw new InterventionRefused('no-such-message', { message: what.message });
      return;
    case 'deliver':
      message(world, what.message);
      return;
    case 'release':
      if (!message(world, what.message).held) {
        throw new InterventionRefused('not-held', { message: what.message });
      }
      return;
    case 'drop':
    case 'duplicate':
      if (message(world, what.message).nature !== 'datagram') {
        const data = { message: what.message, what: what.kind };
        throw new InterventionRefused('not-on-this-link', data);
      }
      return;
    case 'fire-timer':
      timer(world, what.pid, what.timer);
      return;
    case 'hold-timer':
      if (timer(world, what.pid, what.timer)) {
        throw new InterventionRefused('timer-held', { pid: what.pid, timer: what.timer });
      }
      return;
    case 'release-timer':
      if (!timer(world, what.pid, what.timer)) {
        throw new InterventionRefused('timer-not-held', { pid: what.pid, timer: what.timer });
      }
      return;
  }
}

function known(world: Core, pid: Pid): Process<unknown, unknown> {
  if (!world.has(pid)) throw new InterventionRefused('no-such-process', { pid });
  return world.process(pid);
}

function running(world: Core, pid: Pid): Process<unknown, unknown> {
  const process = known(world, pid);
  if (!process.running) throw new InterventionRefused('not-running', { pid });
  return process;
}

function pair(world: Core, a: Pid, b: Pid): void {
  known(world, a);
  known(world, b);
  if (a === b) throw new InterventionRefused('same-process', { pid: a });
}

/** One direction of one link, or all those that go out from or come in to a process. */
function link(world: Core, from: Pid | undefined, to: Pid | undefined): void {
  if (from !== undefined && to !== undefined) pair(world, from, to);
  else if (from !== undefined) known(world, from);
  else if (to !== undefined) known(world, to);
}

/** @returns whether it is held */
function timer(world: Core, pid: Pid, type: string): boolean {
  const process = running(world, pid);
  if (process.timer(type) === undefined) {
    throw new InterventionRefused('no-such-timer', { pid, timer: type });
  }
  return process.held.includes(type);
}

const hasArrivedForGood = ({ network }: Core, { nature, connection }: Flight): boolean =>
  nature === 'tcp' && !network.connections.has(connection);

function message(world: Core, id: number): Flight {
  const flight = world.network.flights.get(id);
  if (flight === undefined) throw new InterventionRefused('no-such-message', { message: id });
  return flight;
}
