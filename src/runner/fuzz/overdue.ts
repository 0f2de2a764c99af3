import type { AnyWorld } from '../../scenarios/protocol.ts';
import type { Micros, Pid } from '../../view/time.ts';
import { serverAt } from './zab-scenes.ts';

/** Many times what any stage, disk or link of a random run takes once it is repaired. */
const LONG: Micros = 1_000_000;

/**
 * Whether a request stands in the pipeline that should have been answered long ago. Younger ones do not
 * count: looks at regular times may meet a ping in it at every one of them.
 */
export const hasOverdue = (world: AnyWorld, servers: readonly Pid[]): boolean =>
  servers.some((pid) => {
    const s = serverAt(world, pid);
    if (s === null) return false;
    const { queued, committed } = s.committing;
    const jobs = [...s.prep, ...s.sync, ...s.unflushed, ...queued, ...committed, ...s.final];
    return jobs.some(({ created }) => created < world.time - LONG);
  });
