import type { Protocol } from '../scenarios/protocol.ts';
import type { StepRecord } from '../view/fact.ts';
import type { Mark } from '../view/frame.ts';
import { longestUnfolded } from '../view/pace.ts';
import type { Micros } from '../view/time.ts';

/** Facts of the kernel that deserve a mark in every protocol. */
export const kernelMarks: ReadonlySet<string> = new Set([
  'started',
  'crashed',
  'crashed-together',
  'power-lost',
  'stopped',
  'configured',
  'start-failed',
  'paused',
  'resumed',
  'disk-lost',
  'write-torn',
  'clock-set',
  'cut',
  'mended',
  'links-cut',
  'links-mended',
  'partitioned',
  'healed',
  'reset',
  'message-held',
  'message-released',
  'message-dropped',
  'message-duplicated',
  'timer-fired',
  'timer-held',
  'timer-released',
  'invariant-violated',
]);

/** The end of the last step that was not routine: where the present quiet stretch began. */
export interface Busy {
  readonly position: number;
  readonly time: Micros;
}

const quiet = { kind: 'quiet', pid: null } as const;

/**
 * The mark of a stretch that a routine step has made long enough, but no step has ended yet.
 * @param pace a typical message's way, µs
 */
export const openStretch = (record: StepRecord, busy: Busy, pace: Micros): Mark | null =>
  record.routine && record.time - busy.time > longestUnfolded(pace)
    ? { ...quiet, ...busy, since: busy.position, duration: 0, open: true }
    : null;

/**
 * The marks that a step puts on the timeline.
 * @param busy end of the last busy step
 * @param pace a typical message's way, µs
 */
export function marksOf(record: StepRecord, busy: Busy, protocol: Protocol, pace: Micros): Mark[] {
  const marks: Mark[] = [];
  const { step, time } = record;
  const duration = time - busy.time;
  // Before anything has happened there is nothing to fold.
  if (!record.routine && busy.position > 0 && duration > longestUnfolded(pace)) {
    marks.push({ ...quiet, position: step, time, duration, since: busy.position });
  }
  for (const { rule, pid } of record.facts) {
    if (!kernelMarks.has(rule) && !protocol.interesting.has(rule)) continue;
    marks.push({ position: step + 1, time, kind: rule, pid, duration: 0, since: step + 1 });
  }
  return marks;
}

/** Whether somebody who watches would want to stop here: there is a mark, or a sentence to read. */
export const isInteresting = (record: StepRecord, { interesting, notable }: Protocol): boolean =>
  record.facts.some(
    ({ rule }) => kernelMarks.has(rule) || interesting.has(rule) || notable.has(rule),
  );
