/** IC1 and IC2: what must be true of the loyal ones, and when it is promised. */
import type { Micros, Pid } from '../../view/time.ts';
import { endOf } from './config.ts';
import type { Config } from './config.ts';
import type { General } from './general.ts';
import type { ByzantineWorld, GeneralProcess } from './ghost.ts';

/** Loyal, but at fault: down, or started late, or out of step, or something of it did not come. */
export const hasFailed = (world: ByzantineWorld, { pid, s, liveness }: GeneralProcess): boolean => {
  // At the first instant nobody has begun yet.
  if (world.time === 0) return liveness !== 'off' && s === null;
  return s === null || s.outOfStep || isBehind(s, world.time) || world.ghost.blamed.has(pid);
};

/** Something that it should have done by now it has not: it is paused. */
function isBehind({ config, pid, spoken, ended }: General, now: Micros): boolean {
  if (config.two !== null) return false;
  if (pid === config.commander) return spoken === 0 && now > endOf(config, 0);
  return ended < config.lastRound && now > endOf(config, ended + 1);
}

/** Traitors, and the loyal ones that have failed: a crash is a fault, too. */
export const atFault = (config: Config, world: ByzantineWorld): readonly Pid[] =>
  world.processes.flatMap((process) =>
    config.traitors.has(process.pid) || hasFailed(world, process) ? [process.pid] : [],
  );

export interface Verdict {
  readonly ic1: 'open' | 'holds' | 'fails';
  readonly ic2: 'open' | 'holds' | 'fails' | 'idle';
  /** Two that differ, or those that do not obey. */
  readonly broken: readonly Pid[];
  readonly notPromised: 'generals' | 'faults' | 'tie' | null;
}

/** @returns why IC1 and IC2 are not promised with so many at fault; null: they must hold */
export function notPromised(
  { pids, rounds, signed, tie }: Config,
  faults: number,
): Verdict['notPromised'] {
  if (!signed && pids.length <= 3 * rounds && faults > 0) return 'generals';
  if (faults > rounds) return 'faults';
  return signed || tie === 'default' || faults === 0 ? null : 'tie';
}

/** How it stands with the conditions now. Who has failed is judged like a traitor: nothing is asked of it. */
export function verdictOf(config: Config, world: ByzantineWorld): Verdict {
  const faulty = new Set(atFault(config, world));
  const loyal = world.processes.filter(({ pid }) => pid !== config.commander && !faulty.has(pid));
  const promised = notPromised(config, faulty.size);
  const obeys = !faulty.has(config.commander);
  const decided = loyal.flatMap(({ pid, s }) =>
    s === null || s.decided === null ? [] : [{ pid, value: s.decided }],
  );
  if (loyal.length > decided.length)
    return { ic1: 'open', ic2: obeys ? 'open' : 'idle', broken: [], notPromised: promised };
  const [first] = decided;
  const other = decided.find(({ value }) => value !== first?.value);
  const disobeying = decided.filter(({ value }) => value !== config.order).map(({ pid }) => pid);
  const ic1 = first !== undefined && other !== undefined ? 'fails' : 'holds';
  const ic2 = !obeys ? 'idle' : disobeying.length > 0 ? 'fails' : 'holds';
  const differ = first !== undefined && other !== undefined ? [first.pid, other.pid] : [];
  return {
    ic1,
    ic2,
    broken: ic1 === 'fails' ? differ : ic2 === 'fails' ? disobeying : [],
    notPromised: promised,
  };
}
