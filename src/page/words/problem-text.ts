import type { ProblemView } from '../../view/command.ts';
import type { LooseTranslator } from './use-words.ts';

/** A problem in the reader's language: where, what, how to mend it. `t` translates `problems`. */
export const problemText = (problem: ProblemView, t: LooseTranslator): string => {
  const text = t.has(problem.code) ? t(problem.code, problem.data) : problem.text;
  return problem.where === '' ? text : t('where', { where: problem.where, text });
};
