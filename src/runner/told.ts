import type { Protocol } from '../scenarios/protocol.ts';
import type { Fact, StepRecord, Told } from '../view/fact.ts';
import { kernelMarks } from './marks.ts';

/** Facts that outrank whatever else a step brought about. */
const FIRST = 'invariant-violated';

type Rules = Pick<ReadonlySet<string>, 'has'>;

const again = (fact: Fact, by: readonly string[]): string =>
  [fact.rule, ...by.map((name) => String(name === 'pid' ? fact.pid : fact.data[name]))].join(' ');

function ruleTold({ facts }: StepRecord, rules: readonly Rules[]): string | undefined {
  const isNotable = ({ rule }: Fact): boolean => rules.some((some) => some.has(rule));
  return facts.some(({ rule }) => rule === FIRST) ? FIRST : facts.findLast(isNotable)?.rule;
}

/**
 * What a step did that is worth reading, or null. Of several facts of one step the last follows from
 * the others.
 * @param withStages for somebody who stops at each stage, those are worth it too
 */
export function toldOf(
  record: StepRecord | null,
  protocol: Protocol,
  withStages = false,
): Told | null {
  if (record === null || record.routine) return null;
  const { notable, stages } = protocol;
  const told = ruleTold(record, [notable, kernelMarks, ...(withStages ? [stages] : [])]);
  const [fact, ...others] = record.facts.filter(({ rule }) => rule === told);
  if (fact === undefined) return null;
  const by = notable.get(fact.rule) ?? ['pid'];
  return { fact, again: again(fact, by), more: others.length };
}

/** Whether a request has passed one of its stages with this step. */
export const isStage = (record: StepRecord | null, { stages }: Protocol): boolean =>
  record !== null && record.facts.some(({ rule }) => stages.has(rule));
