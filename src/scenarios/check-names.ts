import type { ProblemView } from '../view/command.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import { invariantNames, ruleNames } from './names.ts';
import { problem } from './problem.ts';

/** What a set-up names and its protocol has not: rules switched off, invariants watched. */
export function checkNames({ model, setup }: ScenarioFile): readonly ProblemView[] {
  const problems: ProblemView[] = [];
  setup.broken?.forEach((name, index) => {
    if (ruleNames[model].includes(name)) return;
    const text = `There is no rule "${name}" that can be switched off. Remove it, or check how it is spelled.`;
    problems.push(problem('scenario-no-such-rule', ['setup', 'broken', index], text, { name }));
  });
  const watch = 'watch' in setup ? setup.watch : undefined;
  watch?.forEach((name, index) => {
    if (invariantNames[model].includes(name)) return;
    const text = `There is no invariant "${name}". Remove it, or check how it is spelled.`;
    const place = ['setup', 'watch', index];
    problems.push(problem('scenario-no-such-invariant', place, text, { name }));
  });
  return problems;
}
