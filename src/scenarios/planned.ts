import type { Intervention } from '../view/intervention.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import type { Micros, Pid } from '../view/time.ts';
import type { AnyWorld, Protocol } from './protocol.ts';

/** Something that the set-up itself brings about at a given time. */
export interface Planned {
  readonly time: Micros;
  readonly what: Intervention;
}

/** The starts that a set-up asks for, in order of time; equal times are one simultaneous start. */
export function planned(protocol: Protocol, file: ScenarioFile): readonly Planned[] {
  const byTime = new Map<Micros, Pid[]>();
  for (const { atMs, pids } of protocol.starts(file)) {
    const time = Math.round(atMs * 1000);
    byTime.set(time, [...(byTime.get(time) ?? []), ...pids]);
  }
  return [...byTime]
    .sort(([a], [b]) => a - b)
    .map(([time, pids]) => ({ time, what: { kind: 'start', pids } }));
}

/** A planned start without those that somebody has started by hand; null when none is left. */
export function stillToDo(world: AnyWorld, what: Intervention): Intervention | null {
  if (what.kind !== 'start') return what;
  const pids = what.pids.filter((pid) => !world.process(pid).running);
  return pids.length === 0 ? null : { kind: 'start', pids };
}
