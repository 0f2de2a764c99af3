import type { Fact, FactValue } from '../../view/fact.ts';
import type { Pid } from '../../view/time.ts';
import type { LooseTranslator } from './use-words.ts';

/** What stands for "nobody" in the sentences' choices: an observer's vote names −1. */
const NONE = 'none';

/** What a sentence needs to know of the run that it tells of. */
export interface Tale {
  /** The protocol, whose words they are. */
  readonly model: string;
  /** The name of a process: `S3`, `A1`. */
  readonly name: (pid: Pid) => string;
  /** Translates `facts`. */
  readonly t: LooseTranslator;
}

const text = (value: FactValue): string | number => {
  if (value === null || value === -1) return NONE;
  return typeof value === 'boolean' ? String(value) : value;
};

/** The arguments of a fact's sentence: its data and `pid`, each number as a process's name too. */
const values = (fact: Fact, name: Tale['name']): Record<string, string | number> => {
  const all: Record<string, string | number> = {};
  for (const [key, value] of [...Object.entries(fact.data), ['pid', fact.pid] as const]) {
    const said = text(value);
    all[key] = said;
    if (typeof value === 'number' || value === null)
      all[`${key}Name`] = typeof said === 'number' ? name(said) : NONE;
  }
  return all;
};

/** Whether there are words for this rule; others are spelled out. */
export const hasSentence = ({ rule }: Fact, { model, t }: Tale): boolean =>
  rule !== 'broken' && t.has(`${model}.${rule}`);

/** One plain sentence saying what happened and why. */
export const sentence = (fact: Fact, tale: Tale): string => {
  const { model, name, t } = tale;
  const broken = `${model}.broken.${text(fact.data['invariant'] ?? null)}`;
  if (fact.rule === 'invariant-violated' && t.has(broken)) return t(broken, values(fact, name));
  if (hasSentence(fact, tale)) return t(`${model}.${fact.rule}`, values(fact, name));
  const data = Object.entries(fact.data).map(([key, value]) => `${key} ${text(value)}`);
  const rest = data.length === 0 ? '' : ` (${data.join(', ')})`;
  const known = { rule: fact.rule.replaceAll('-', ' '), data: rest };
  return fact.pid === null
    ? t('unknownNobody', known)
    : t('unknown', { ...known, pidName: name(fact.pid) });
};
