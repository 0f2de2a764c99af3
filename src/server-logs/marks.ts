/** What stands on the timeline of told logs. */
import type { Mark } from '../view/frame.ts';
import { longestUnfolded } from '../view/pace.ts';
import type { Micros } from '../view/time.ts';
import type { Event } from './history.ts';

/** Rules that get a mark; the drawings have signs for most of them. */
const MARKED: ReadonlySet<string> = new Set([
  'started',
  'stopped',
  'silent',
  'looking',
  'leader-established',
  'leader-stops',
  'learner-stops',
]);

/** Signs, and the stretches in which nothing but repeating is told. @param pace µs */
export function marksOf(events: readonly Event[], pace: Micros): readonly Mark[] {
  const marks: Mark[] = [];
  let busy = { position: 0, time: 0 };
  for (const { told, record } of events) {
    const { step, time, routine, pid } = record;
    if (routine) continue;
    const duration = time - busy.time;
    if (busy.position > 0 && duration > longestUnfolded(pace)) {
      marks.push({
        kind: 'quiet',
        pid: null,
        position: step,
        time,
        duration,
        since: busy.position,
      });
    }
    const position = step + 1;
    busy = { position, time };
    if (MARKED.has(told.rule)) {
      marks.push({ kind: told.rule, pid, position, time, duration: 0, since: position });
    }
  }
  return marks;
}
