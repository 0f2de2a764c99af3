import type { StepKind, StepRecord } from '../../../view/fact.ts';
import type { Pid } from '../../../view/time.ts';

export const KINDS = ['deliver', 'timer', 'disk', 'network', 'start', 'intervention'] as const;

/** Of what logs tell. */
export const TOLD_KINDS = ['deliver', 'start', 'told'] as const;

export interface EventFilter {
  readonly kind: StepKind | null;
  readonly pid: Pid | null;
}

const concerns = (record: StepRecord, pid: Pid): boolean =>
  record.pid === pid ||
  record.message?.from === pid ||
  record.message?.to === pid ||
  record.facts.some((fact) => fact.pid === pid);

export const filterRecords = (
  records: readonly StepRecord[],
  filter: EventFilter,
): readonly StepRecord[] =>
  records.filter(
    (record) =>
      (filter.kind === null || record.kind === filter.kind) &&
      (filter.pid === null || concerns(record, filter.pid)),
  );

/** Index of the last record taken at `position`; -1 when none is. */
export const currentIndex = (records: readonly StepRecord[], position: number): number =>
  records.findLastIndex((record) => record.step < position);
