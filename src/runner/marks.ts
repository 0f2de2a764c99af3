import type { Protocol } from '../scenarios/protocol.ts';
import type { StepRecord } from '../view/fact.ts';
import type { Mark } from '../view/frame.ts';
import type { Micros } from '../view/time.ts';

/** Stretches shorter than this (µs) are not worth a mark. */
const QUIET: Micros = 1_000_000;

/** Facts of the kernel that deserve a mark in every protocol. */
const kernelMarks: ReadonlySet<string> = new Set([
  'started',
  'crashed',
  'stopped',
  'configured',
  'start-failed',
  'paused',
  'resumed',
  'disk-lost',
  'cut',
  'mended',
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

/** The marks that a step puts on the timeline. @param busyUntil end of the last busy step */
export function marksOf(record: StepRecord, busyUntil: Micros, protocol: Protocol): Mark[] {
  const marks: Mark[] = [];
  const { step, time } = record;
  if (!record.routine && time - busyUntil >= QUIET) {
    marks.push({ position: step, time, kind: 'quiet', pid: null, duration: time - busyUntil });
  }
  for (const { rule, pid } of record.facts) {
    if (!kernelMarks.has(rule) && !protocol.interesting.has(rule)) continue;
    marks.push({ position: step + 1, time, kind: rule, pid, duration: 0 });
  }
  return marks;
}

/** Whether somebody who watches would want to stop here. */
export const isInteresting = (record: StepRecord, protocol: Protocol): boolean =>
  record.facts.some(({ rule }) => kernelMarks.has(rule) || protocol.interesting.has(rule));
