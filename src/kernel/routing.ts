/** Which machines of a process an event goes to, and how they come to rest together. */
import type { Happening } from './happening.ts';
import type { WorldIo } from './io.ts';
import { EndlessMachine, dispatchIndexed, enter } from './machine/execute.ts';
import type { Scope } from './machine/execute.ts';
import type { Part, Process } from './process.ts';

/** Rounds after which machines that wake each other up count as endless. */
const MOST_ROUNDS = 100;

/**
 * Gives an event to the machines that claim it, in their order. The others look at `always`: what one
 * hands on through the state that they share is taken up within the same step.
 * @param key of the spawned machine whose event it is; that one takes it alone. 0 or nobody's: it goes by port
 */
export function give<S>(
  process: Process<S, unknown>,
  scope: Scope<S>,
  event: Happening,
  io: WorldIo,
  key: number,
): void {
  const { parts } = process;
  const own = key === 0 ? -1 : process.partOf(key);
  const named = event.port !== '' && parts.some((each) => isOfPort(each, event.port));
  for (let at = 0; at < parts.length; at++) {
    const each = parts[at] as Part;
    const claimed = own === -1 ? each.key === 0 && claims(each, event, named) : at === own;
    const index = claimed ? (each.machine.table.eventIndices.get(event.type) ?? -1) : -1;
    take(process, scope, event, io, at, index);
  }
}

const isOfPort = ({ machine: { ports } }: Part, port: string): boolean =>
  ports !== undefined && ports.includes(port);

/** @param named whether some machine claims the event's port */
function claims(each: Part, { port, type }: Happening, named: boolean): boolean {
  if (port === '') return true;
  const { ports, types } = each.machine;
  return isOfPort(each, port) || types?.includes(type) === true || (ports === undefined && !named);
}

/** @returns whether the machine did anything */
function take<S>(
  process: Process<S, unknown>,
  scope: Scope<S>,
  event: Happening,
  io: WorldIo,
  at: number,
  index: number,
): boolean {
  const { machine, key } = process.parts[at] as Part;
  const { table } = machine;
  const leaf = process.leaves[at];
  if (leaf === undefined || (index === -1 && table.always[leaf]?.length === 0)) return false;
  io.key = key;
  const next = dispatchIndexed(table, leaf, scope, event, index);
  if (next === -1) return false;
  process.move(at, next);
  return true;
}

/** Lets the machines look at what changed until none has anything to do. @throws EndlessMachine */
export function settle<S>(
  process: Process<S, unknown>,
  scope: Scope<S>,
  event: Happening,
  io: WorldIo,
): void {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let moved = false;
    for (let at = 0; at < process.parts.length; at++) {
      if (take(process, scope, event, io, at, -1)) moved = true;
    }
    if (part(process, scope, event, io)) moved = true;
    if (!moved) return;
  }
  const { machine } = process.parts[0] as Part;
  throw new EndlessMachine(machine.table, process.leaves[0] ?? 0);
}

/**
 * Ends and enters the spawned machines that the step asked for.
 * @returns whether there were any
 */
export function part<S>(
  process: Process<S, unknown>,
  scope: Scope<S>,
  event: Happening,
  io: WorldIo,
): boolean {
  if (io.wishes.length === 0) return false;
  while (io.wishes.length > 0) {
    const { machine, key } = io.wishes.shift() as WorldIo['wishes'][number];
    process.remove(key);
    if (machine === null) continue;
    io.key = key;
    process.add({ machine, key }, enter(machine.table, scope, event));
  }
  return true;
}
