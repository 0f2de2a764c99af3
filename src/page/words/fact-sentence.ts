import type { Fact, FactValue } from '../../view/fact.ts';
import type { LooseTranslator } from './use-words.ts';

/** What stands for "nobody" in the sentences' choices: an observer's vote names −1. */
const NONE = 'none';

const text = (value: FactValue): string | number => {
  if (value === null || value === -1) return NONE;
  return typeof value === 'boolean' ? String(value) : value;
};

/** The arguments of a fact's sentence: its data, and `pid`. */
const values = (fact: Fact): Record<string, string | number> => {
  const named: Record<string, string | number> = { pid: fact.pid ?? NONE };
  for (const [name, value] of Object.entries(fact.data)) named[name] = text(value);
  return named;
};

/** One plain sentence saying what happened and why; `t` is the translator of `facts`. */
export const sentence = (fact: Fact, t: LooseTranslator): string => {
  const broken = `broken.${text(fact.data['invariant'] ?? null)}`;
  if (fact.rule === 'invariant-violated' && t.has(broken)) return t(broken, values(fact));
  if (fact.rule !== 'broken' && t.has(fact.rule)) return t(fact.rule, values(fact));
  const data = Object.entries(fact.data).map(([name, value]) => `${name} ${text(value)}`);
  const rest = data.length === 0 ? '' : ` (${data.join(', ')})`;
  const known = { rule: fact.rule.replaceAll('-', ' '), data: rest };
  return fact.pid === null ? t('unknownNobody', known) : t('unknown', { ...known, pid: fact.pid });
};
