/** Which events somebody who watches wants to read, and which of them say the same again. */
import type { Fact, StepRecord, Told } from '../view/fact.ts';

/** By rule: the values that make two events say something different. */
const NOTABLE: ReadonlyMap<string, readonly string[]> = new Map([
  ['started', ['pid']],
  ['stopped', ['pid']],
  ['silent', ['pid']],
  ['log-ends', ['pid']],
  ['looking', ['pid']],
  ['voted', ['leader']],
  ['heard', ['leader', 'state']],
  ['following', ['pid']],
  ['leading', ['pid']],
  ['observing', ['pid']],
  ['learner-came', ['pid']],
  ['synchronizing', ['pid']],
  ['sync-sent', ['how']],
  ['leader-established', ['pid']],
  ['up-to-date', ['pid']],
  ['leader-stops', ['pid']],
  ['learner-stops', ['pid']],
  ['learner-left', ['pid']],
  ['connection-broken', ['pid']],
  ['session-expired', ['pid']],
  ['fsync-slow', ['pid']],
]);

export const isNotable = (record: StepRecord): boolean =>
  !record.routine && record.facts.some(({ rule }) => NOTABLE.has(rule));

/** What a step did that is worth reading, or null. */
export function toldOf(record: StepRecord): Told | null {
  const fact: Fact | undefined = isNotable(record) ? record.facts[0] : undefined;
  if (fact === undefined) return null;
  const by = NOTABLE.get(fact.rule) ?? [];
  const again = [fact.rule, ...by.map((name) => (name === 'pid' ? fact.pid : fact.data[name]))];
  return { fact, again: again.map(String).join(' '), more: 0 };
}
