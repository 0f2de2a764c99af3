import type { ProblemView } from '../view/command.ts';
import type { Prediction } from '../view/prediction.ts';
import { problem } from './problem.ts';

/** What can be wrong with the names of a question's options. @param path the question's place */
export function optionProblems(
  { answer, options }: Prediction,
  path: readonly (string | number)[],
): readonly ProblemView[] {
  const ids = options.map(({ id }) => id);
  const twice = ids.flatMap((id, index) => {
    if (ids.indexOf(id) === index) return [];
    const text = `Two options have the id "${id}". Give one of them another.`;
    return [problem('scenario-option-twice', [...path, 'options', index, 'id'], text, { id })];
  });
  if (answer === undefined || ids.includes(answer)) return twice;
  const known = ids.join(', ');
  const text = `There is no option "${answer}"; there are ${known}. Name one of these.`;
  const place = [...path, 'answer'];
  return [...twice, problem('scenario-no-such-option', place, text, { name: answer, known })];
}
