/** How a process ends: what its disk keeps, and what its peers are told. */
import type { Intervention } from '../view/intervention.ts';
import { dropProcess } from './connections.ts';
import type { Core, Sync } from './core.ts';
import { DISK } from './pending.ts';
import type { Pending } from './pending.ts';
import { vanish } from './power.ts';
import type { Process } from './process.ts';
import type { Pid } from '../view/time.ts';

type Ending = Extract<Intervention, { kind: 'kill' | 'stop' | 'crash' | 'power-off' }>;

export function end(world: Core, what: Ending): void {
  const { pid } = what;
  const process = world.process(pid);
  if (what.kind === 'power-off') {
    vanish(world, pid);
    if (what.torn === true) tear(world, process);
    process.stop('crashed');
    process.dark = true;
    world.recorder?.fact(pid, 'power-lost', { keeps: keptBy(world, pid, 'synced') });
    return;
  }
  const inOrder = what.kind === 'stop' || (what.kind === 'crash' && what.inOrder);
  const unsynced = what.kind === 'crash' ? 'lost' : 'kept';
  if (unsynced === 'kept') finishWrites(world, process);
  dropProcess(world, pid);
  process.stop(inOrder ? 'off' : 'crashed');
  world.recorder?.fact(pid, inOrder ? 'stopped' : 'crashed', {
    keeps: keptBy(world, pid, unsynced === 'kept' ? 'written' : 'synced'),
    // Over datagrams there is no connection that would break.
    told: world.model.nature !== 'datagram',
  });
}

/** What of a process outlives it: all that it has written, what was synced, or nothing. */
export const keptBy = <W extends 'written' | 'synced'>(
  { model }: Core,
  pid: Pid,
  what: W,
): W | 'nothing' => (model.diskless?.has(pid) === true ? 'nothing' : what);

/** The operating system brings to the disk what the process had handed to it, whoever lives. */
function finishWrites(world: Core, process: Process<unknown, unknown>): void {
  const newest = writeUnderWay(world, process, (seq, other) => seq > other);
  if (newest !== null) process.disk = newest.disk;
}

/** … or only a part of the first of it, when the power goes. */
function tear(world: Core, process: Process<unknown, unknown>): void {
  const first = writeUnderWay(world, process, (seq, other) => seq < other);
  const { model } = world;
  if (first === null || model.torn === undefined) return;
  process.disk = model.torn(process.disk, first.disk);
  world.recorder?.fact(process.pid, 'write-torn', {});
}

/** @param before whether of two numbers of writes the first is the one that is wanted */
function writeUnderWay(
  world: Core,
  process: Process<unknown, unknown>,
  before: (seq: number, other: number) => boolean,
): Sync | null {
  let wanted: Pending | null = null;
  for (const event of world.pending()) {
    const { kind, pid, life, seq } = event;
    if (kind !== DISK || pid !== process.pid || life !== process.life) continue;
    if (wanted === null || before(seq, wanted.seq)) wanted = event;
  }
  return wanted === null ? null : (wanted.data as Sync);
}

/**
 * The deed as digests have it: a run of version 1 keeps the digest that it had, and with it its links.
 */
export function digested(what: Intervention): unknown {
  if (what.kind !== 'crash') return what;
  return { kind: what.inOrder ? 'stop' : 'kill', pid: what.pid };
}
