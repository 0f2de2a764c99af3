import type { StepRecord } from '../../view/fact.ts';

/**
 * What each step follows from directly: the step before it at the same process, the step that sent
 * its message, and the causes that its facts name.
 */
const causes = (records: readonly StepRecord[]): ReadonlyMap<number, readonly number[]> => {
  const latest = new Map<number, number>();
  const found = new Map<number, readonly number[]>();
  for (const record of records) {
    const from = new Set<number>();
    if (record.message !== null) from.add(record.message.sentStep);
    for (const fact of record.facts) if (fact.cause !== null) from.add(fact.cause);
    if (record.pid !== null) {
      const before = latest.get(record.pid);
      if (before !== undefined) from.add(before);
      latest.set(record.pid, record.step);
    }
    from.delete(record.step);
    found.set(record.step, [...from]);
  }
  return found;
};

const reach = (start: number, next: (step: number) => readonly number[]): ReadonlySet<number> => {
  const seen = new Set([start]);
  const open = [start];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    for (const other of next(step)) {
      if (seen.has(other)) continue;
      seen.add(other);
      open.push(other);
    }
  }
  return seen;
};

/** The steps that step `step` depends on (Lamport's happened-before), itself included. */
export const causalPast = (records: readonly StepRecord[], step: number): ReadonlySet<number> => {
  const from = causes(records);
  return reach(step, (at) => from.get(at) ?? []);
};

/** The steps that depend on step `step`, itself included. */
export const causalFuture = (records: readonly StepRecord[], step: number): ReadonlySet<number> => {
  const effects = new Map<number, number[]>();
  for (const [effect, from] of causes(records)) {
    for (const cause of from) {
      const list = effects.get(cause);
      if (list === undefined) effects.set(cause, [effect]);
      else list.push(effect);
    }
  }
  return reach(step, (at) => effects.get(at) ?? []);
};
