/** Which machines of a process an event goes to, and how they come to rest together. */
import type { Happening } from './happening.ts';
import type { WorldIo } from './io.ts';
import { EndlessMachine, dispatchIndexed, enter, isRoused } from './machine/execute.ts';
import type { Scope } from './machine/execute.ts';
import type { Part, Process } from './process.ts';
import type { Claims } from './routes.ts';

/** Rounds after which machines that wake each other up count as endless. */
const MOST_ROUNDS = 100;

/**
 * Gives an event to the machines that claim it, in their order. The others look at `always`: what one
 * hands on through the state that they share is taken up within the same step.
 * @param key of the spawned machine whose event it is; that one takes it alone. 0 or nobody's: it goes by port
 * @returns the place of the last machine that did something; -1 if none did
 */
export function give<S>(
  process: Process<S, unknown>,
  scope: Scope<S>,
  event: Happening,
  io: WorldIo,
  key: number,
): number {
  const { parts } = process;
  const own = key === 0 ? -1 : process.partOf(key);
  const claims = own === -1 ? process.routes.of(event.type, event.port) : NONE;
  let moved = -1;
  for (let at = 0; at < parts.length; at++) {
    const index = at === own ? indexIn(parts[at] as Part, event) : (claims[at] ?? -1);
    if (take(process, scope, event, io, at, index)) moved = at;
  }
  return moved;
}

const NONE: Claims = [];

const indexIn = ({ machine }: Part, { type }: Happening): number =>
  machine.table.eventIndices.get(type) ?? -1;

/** @returns whether the machine did anything */
function take<S>(
  process: Process<S, unknown>,
  scope: Scope<S>,
  event: Happening,
  io: WorldIo,
  at: number,
  index: number,
): boolean {
  if (index === -1 && process.hasLooked(at, scope.s)) return false;
  const { machine, key } = process.parts[at] as Part;
  const { table } = machine;
  const leaf = process.leaves[at];
  // Most rest where only an event can move them.
  if (leaf === undefined || (index === -1 && table.always[leaf]?.length === 0)) return false;
  io.key = key;
  const next =
    index === -1 && !isRoused(table, leaf, scope, event)
      ? -1
      : dispatchIndexed(table, leaf, scope, event, index);
  if (next !== -1) process.move(at, next);
  if (table.rests[next === -1 ? leaf : next] === true) process.noteLooked(at, scope.s);
  return next !== -1;
}

/**
 * Lets the machines look at what changed until none has anything to do. Whoever has looked in vain since
 * the last change is not asked again: guards see the state and the event, and both are the same.
 * @param until the place of the machine that did something last; those behind it have looked since
 * @throws EndlessMachine
 */
export function settle<S>(
  process: Process<S, unknown>,
  scope: Scope<S>,
  event: Happening,
  io: WorldIo,
  until: number,
): void {
  let last = until;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let moved = -1;
    for (let at = 0; at < process.parts.length && (at <= last || moved !== -1); at++) {
      if (take(process, scope, event, io, at, -1)) moved = at;
    }
    if (part(process, scope, event, io)) moved = process.parts.length;
    if (moved === -1) return;
    last = moved;
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
