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

/** What is left of the starts that a set-up asks for, and of what else it does. */
export class Plan {
  /** How many of the starts are past. */
  done = 0;
  private readonly all: readonly Planned[];
  private readonly protocol: Protocol;

  constructor(all: readonly Planned[], protocol: Protocol) {
    this.all = all;
    this.protocol = protocol;
  }

  clone(): Plan {
    const copy = new Plan(this.all, this.protocol);
    copy.done = this.done;
    return copy;
  }

  /** When the next one is due in which anybody still is to start, or something else is done; null: never. */
  nextTime(world: AnyWorld): Micros | null {
    this.forgetVoid(world);
    const start = this.all[this.done]?.time ?? null;
    const deed = this.protocol.coming?.(world) ?? null;
    if (deed === null) return start;
    const time = Math.max(deed.time, world.time);
    return start === null ? time : Math.min(start, time);
  }

  /** Takes the next step that is due by then, a planned one or one of the world's own. */
  advance(world: AnyWorld, limit: Micros): boolean {
    const due = this.nextTime(world);
    if (due === null || due > limit || due > (world.nextTime() ?? Infinity))
      return world.advance(limit);
    const start = this.all[this.done];
    if (start !== undefined && start.time <= due) {
      this.done++;
      world.intervene({ kind: 'start', pids: stillToStart(world, start) }, start.time);
      return true;
    }
    const deed = this.protocol.coming?.(world);
    if (deed) world.intervene(deed.what, due);
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
