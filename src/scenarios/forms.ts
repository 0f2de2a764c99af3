import type { ProblemView } from '../view/command.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import type { Pid } from '../view/time.ts';
import { counterForm } from './counter/form.ts';
import { electionForm } from './election/form.ts';
import type { ProtocolForm } from './form.ts';
import { paxosForm } from './paxos/form.ts';
import { problem } from './problem.ts';
import { zookeeperForm } from './zookeeper/form.ts';

/** The form of every protocol that a scenario may name as its model: one line for each. */
export const forms = [electionForm, paxosForm, zookeeperForm, counterForm] as const;

const byModel = new Map<string, ProtocolForm>(
  forms.map((form) => [form.model, form as unknown as ProtocolForm]),
);

/** @throws TypeError for a model that there is not */
function formOf({ model }: Pick<ScenarioFile, 'model'>): ProtocolForm {
  const form = byModel.get(model);
  if (form === undefined) throw new TypeError(`no protocol ${model}`);
  return form;
}

/** Everything that a set-up of the right form can still have wrong. */
export const setupProblems = (file: ScenarioFile): readonly ProblemView[] => [
  ...formOf(file).check(file.setup as never),
  ...nameProblems(file),
];

/** Everybody who can be named in the file. */
export const pidsOf = (file: ScenarioFile): readonly Pid[] =>
  formOf(file).pids(file.setup as never);

/** The names of what must hold. */
export const invariantsOf = (file: ScenarioFile): readonly string[] => namesOf(file).invariants;

/** What a set-up may name. */
function namesOf(file: ScenarioFile): Pick<ProtocolForm, 'invariants' | 'rules'> {
  const form = formOf(file);
  return form.other?.(file.setup as never) ?? form;
}

/** What a set-up names and its protocol has not: rules switched off, invariants watched. */
function nameProblems(file: ScenarioFile): readonly ProblemView[] {
  const { setup } = file;
  const { rules, invariants } = namesOf(file);
  const problems: ProblemView[] = [];
  setup.broken?.forEach((name, index) => {
    if (rules.includes(name)) return;
    const text = `There is no rule "${name}" that can be switched off. Remove it, or check how it is spelled.`;
    problems.push(problem('scenario-no-such-rule', ['setup', 'broken', index], text, { name }));
  });
  const watch = 'watch' in setup ? setup.watch : undefined;
  watch?.forEach((name, index) => {
    if (invariants.includes(name)) return;
    const text = `There is no invariant "${name}". Remove it, or check how it is spelled.`;
    const place = ['setup', 'watch', index];
    problems.push(problem('scenario-no-such-invariant', place, text, { name }));
  });
  return problems;
}
