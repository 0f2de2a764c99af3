import type { ProblemView } from '../../view/command.ts';
import { LIMITS } from '../../view/limits.ts';
import { fitting } from '../../view/plain-text.ts';
import type { LooseTranslator } from './use-words.ts';

/** A problem in the reader's language: where, what, how to mend it. `t` translates `problems`. */
export const problemText = (problem: ProblemView, t: LooseTranslator): string => {
  const text = t.has(problem.code) ? t(problem.code, withChanges(problem, t)) : problem.text;
  const whole = problem.where === '' ? text : t('where', { where: problem.where, text });
  return fitting(whole, LIMITS.shownPath + LIMITS.shownMessage);
};

/** What has changed since a link was made is said by sentences of its own. */
function withChanges({ code, data }: ProblemView, t: LooseTranslator): ProblemView['data'] {
  if (code !== 'digest-since') return data;
  const numbers = String(data['changes']).split(',');
  return { ...data, changes: numbers.map((number) => t(`changes.${number}`)).join('; ') };
}
