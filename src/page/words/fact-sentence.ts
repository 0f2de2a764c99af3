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

/** A session's number: which server gave it, and its count; what stands between is the clock. */
const SESSION = /^(0x[\da-f])[\da-f]{7,}([\da-f]{4})$/u;

/** As a sentence has it: `0x1…0003`. Where sessions are looked at, the whole number stands. */
export const shortSession = (session: string): string => session.replace(SESSION, '$1…$2');

/** What a timer is for, in words; its type where there are none. */
export const timerText = (type: string, { model, t }: Pick<Tale, 'model' | 't'>): string => {
  const key = `${model}.timer.${type}`;
  return t.has(key) ? t(key) : type;
};

/**
 * The arguments of a fact's sentence: its data and `pid`, each number as a process's name too, and
 * each timer by what it is for.
 */
const values = (fact: Fact, tale: Tale): Record<string, string | number> => {
  const { name } = tale;
  const all: Record<string, string | number> = {};
  for (const [key, value] of [...Object.entries(fact.data), ['pid', fact.pid] as const]) {
    const said = text(value);
    all[key] = said;
    if (typeof value === 'number' || value === null)
      all[`${key}Name`] = typeof said === 'number' ? name(said) : NONE;
  }
  const { timer, session } = fact.data;
  if (typeof session === 'string') all['session'] = shortSession(session);
  if (typeof timer === 'string') all['timerName'] = timerText(timer, tale);
  return all;
};

/** Groups of words beside the sentences. */
const GROUPS: readonly string[] = ['broken', 'more', 'timer', 'at'];

/** Whether there are words for this rule; others are spelled out. */
export const hasSentence = ({ rule }: Fact, { model, t }: Tale): boolean =>
  !GROUPS.includes(rule) && t.has(`${model}.${rule}`);

/** One plain sentence saying what happened and why. */
export const sentence = (fact: Fact, tale: Tale): string => {
  const { model, name, t } = tale;
  const broken = `${model}.broken.${text(fact.data['invariant'] ?? null)}`;
  if (fact.rule === 'invariant-violated' && t.has(broken)) return t(broken, values(fact, tale));
  if (hasSentence(fact, tale)) {
    const own = t(`${model}.${fact.rule}`, values(fact, tale));
    // What is told and not simulated names who tells it.
    return t.has(`${model}.at`) ? `${own}${t(`${model}.at`, values(fact, tale))}` : own;
  }
  const data = Object.entries(fact.data).map(([key, value]) => `${key} ${text(value)}`);
  const rest = data.length === 0 ? '' : ` (${data.join(', ')})`;
  const known = { rule: fact.rule.replaceAll('-', ' '), data: rest };
  return fact.pid === null
    ? t('unknownNobody', known)
    : t('unknown', { ...known, pidName: name(fact.pid) });
};

/** How many others did the same: "4 more votes for 5." Empty for none. */
export const moreOf = (fact: Fact, count: number, tale: Tale): string => {
  const { model, t } = tale;
  if (count === 0) return '';
  const own = `${model}.more.${fact.rule}`;
  return t.has(own) ? t(own, { ...values(fact, tale), count }) : t('more', { count });
};
