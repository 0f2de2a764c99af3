import type { Mistake, ProblemView } from '../view/command.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import { problem } from './problem.ts';

/** How the run answered a question. */
export interface Answered {
  readonly step: string;
  readonly right: readonly string[];
  readonly mistakes: readonly Mistake[];
}

/**
 * What is wrong with the questions of a file, now that it has been played: one that the run answers
 * otherwise than the file, in no way or in several ways, or that it never came to.
 * @param whole whether the script was meant to be played to its end
 */
export function questionProblems(
  { steps = [] }: ScenarioFile,
  { predictions, stuck }: { predictions: readonly Answered[]; stuck: string | null },
  whole = true,
): readonly ProblemView[] {
  const answers = new Map(predictions.map(({ step, right }) => [step, right]));
  return steps.flatMap(({ id, predict }, index) => {
    if (predict === undefined) return [];
    const path = ['steps', index, 'predict'];
    const right = answers.get(id);
    if (right === undefined) {
      if (!whole) return [];
      const text = `The run never answers this question: step "${stuck ?? id}" does not come to its end.`;
      return [problem('scenario-question-unanswered', path, text, { id: stuck ?? id })];
    }
    const [computed, ...others] = right;
    if (computed === undefined || others.length > 0) {
      const found = right.length === 0 ? 'no option' : `several options (${right.join(', ')})`;
      const text = `When the step is over ${found} would be right. Make it just one.`;
      return [problem('scenario-answers', [...path, 'options'], text, { known: right.join(', ') })];
    }
    if (predict.answer === undefined || predict.answer === computed) return [];
    const text = `The run makes "${computed}" right, not "${predict.answer}". Change the answer, or what the step does.`;
    return [problem('scenario-wrong-answer', [...path, 'answer'], text, { name: computed })];
  });
}
