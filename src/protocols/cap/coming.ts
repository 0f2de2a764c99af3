/** What the set-up itself does next: it cuts and heals, and has clients ask what the workload says. */
import type { Intervention } from '../../view/intervention.ts';
import type { Micros, Pid } from '../../view/time.ts';
import { lineOf } from './config.ts';
import type { CapConfig, PlannedRequest } from './config.ts';
import type { CapGhost } from './ghost.ts';

export interface Coming {
  readonly time: Micros;
  readonly what: Intervention;
}

/** When a request of the workload is due; null: what it waits for is not over. */
export function dueOf({ requests }: CapGhost, { at, after }: PlannedRequest): Micros | null {
  if (after === null) return at;
  const end = requests.find(({ planned }) => planned === after)?.returned;
  return end ? end.at + at : null;
}

const inputs = new WeakMap<PlannedRequest, Intervention>();

/** The same object each time. */
function inputOf(request: PlannedRequest): Intervention {
  const known = inputs.get(request);
  if (known !== undefined) return known;
  const data = { text: lineOf(request) };
  const made: Intervention = { kind: 'input', pid: request.client, name: 'LINE', data };
  inputs.set(request, made);
  return made;
}

/** @param runs whether a client runs; one that does not is asked when it does */
export function comingOf(
  config: CapConfig,
  ghost: CapGhost,
  runs: (pid: Pid) => boolean,
): Coming | null {
  let next: Coming | null = config.deeds[ghost.deeds] ?? null;
  for (const request of config.workload) {
    if (ghost.asked.has(request.number)) continue;
    const time = dueOf(ghost, request);
    if (time === null || (next !== null && next.time <= time) || !runs(request.client)) continue;
    next = { time, what: inputOf(request) };
  }
  return next;
}
