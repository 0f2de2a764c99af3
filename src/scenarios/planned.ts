import type { ScenarioFile } from '../view/scenario.ts';
import type { Micros, Pid } from '../view/time.ts';
import type { AnyWorld, Protocol } from './protocol.ts';

/** A start that the set-up itself brings about at a given time. */
export interface Planned {
  readonly time: Micros;
  readonly pids: readonly Pid[];
}

/** The starts that a set-up asks for, in order of time; equal times are one simultaneous start. */
export function planned(protocol: Protocol, file: ScenarioFile): readonly Planned[] {
  const byTime = new Map<Micros, Pid[]>();
  for (const { atMs, pids } of protocol.starts(file)) {
    const time = Math.round(atMs * 1000);
    byTime.set(time, [...(byTime.get(time) ?? []), ...pids]);
  }
  return [...byTime].sort(([a], [b]) => a - b).map(([time, pids]) => ({ time, pids }));
}

/** What is left of the starts that a set-up asks for. */
export class Plan {
  /** How many of them are past. */
  done = 0;
  private readonly all: readonly Planned[];

  constructor(all: readonly Planned[]) {
    this.all = all;
  }

  clone(): Plan {
    const copy = new Plan(this.all);
    copy.done = this.done;
    return copy;
  }

  /** When the next one is due in which anybody still is to start; null: never. */
  nextTime(world: AnyWorld): Micros | null {
    this.forgetVoid(world);
    return this.all[this.done]?.time ?? null;
  }

  /** Takes the next step that is due by then, a planned one or one of the world's own. */
  advance(world: AnyWorld, limit: Micros): boolean {
    this.forgetVoid(world);
    const plan = this.all[this.done];
    if (plan === undefined || plan.time > limit || plan.time > (world.nextTime() ?? Infinity))
      return world.advance(limit);
    this.done++;
    world.intervene({ kind: 'start', pids: stillToStart(world, plan) }, plan.time);
    return true;
  }

  private forgetVoid(world: AnyWorld): void {
    for (let plan = this.all[this.done]; plan !== undefined; plan = this.all[this.done]) {
      if (stillToStart(world, plan).length > 0) return;
      this.done++;
    }
  }
}

/**
 * Those whose first start is still to come. Whom somebody has started by hand is that one's: nothing
 * that was planned brings it back after a crash. Being a matter of the whole past, it is the same
 * whenever one looks, so that a run and its replay agree.
 */
const stillToStart = (world: AnyWorld, { pids }: Planned): Pid[] =>
  pids.filter((pid) => world.process(pid).life === 0);
