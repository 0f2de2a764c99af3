import type { ProblemView } from '../view/command.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import type { Pid } from '../view/time.ts';
import type { ProtocolForm } from './form.ts';
import { problem } from './problem.ts';
import { LIMITS } from '../view/limits.ts';

const servers = ['setup', 'servers'] as const;

/** What the members of an ensemble can have wrong together. */
export function checkMembers(
  members: readonly { readonly sid: Pid; readonly observer?: boolean }[],
): readonly ProblemView[] {
  const problems: ProblemView[] = [];
  if (members.length === 0) {
    problems.push(
      problem('scenario-no-servers', servers, 'An ensemble needs at least one server. Add one.'),
    );
  } else if (members.every(({ observer }) => observer === true)) {
    const text = 'Every server is an observer, so nobody may vote. Make one a voter.';
    problems.push(problem('scenario-no-voter', servers, text));
  }
  if (members.length > LIMITS.shownServers) {
    const text = `${members.length} servers are too many; at most ${LIMITS.shownServers} can be shown. Remove some.`;
    const data = { count: members.length, most: LIMITS.shownServers };
    problems.push(problem('scenario-many-servers', servers, text, data));
  }
  members.forEach(({ sid }, index) => {
    if (members.findIndex((other) => other.sid === sid) === index) return;
    const text = `Server ${sid} is there twice. Give one of them another sid.`;
    problems.push(problem('scenario-sid-twice', [...servers, index, 'sid'], text, { sid }));
  });
  return problems;
}

/** What a set-up may name. */
export const namesOf = (
  form: ProtocolForm,
  { setup }: Pick<ScenarioFile, 'setup'>,
): Pick<ProtocolForm, 'invariants' | 'rules'> => form.other?.(setup as never) ?? form;

/** What a set-up names and its protocol has not: rules switched off, invariants watched. */
export function nameProblems(form: ProtocolForm, file: ScenarioFile): readonly ProblemView[] {
  const { setup } = file;
  const { rules, invariants } = namesOf(form, file);
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
