import type { ProblemView } from '../../view/command.ts';
import type { CounterSetup } from '../../view/scenario.ts';
import { MOST_SERVERS } from '../election/check.ts';
import { problem } from '../problem.ts';

/** Everything that a set-up of the right form can still have wrong. */
export function checkCounterSetup({ server, clients }: CounterSetup): ProblemView[] {
  const problems: ProblemView[] = [];
  const all = [...clients, server];
  const placeOf = (index: number): readonly (string | number)[] =>
    index < clients.length ? ['setup', 'clients', index, 'id'] : ['setup', 'server', 'id'];
  if (all.length > MOST_SERVERS) {
    const text = `${all.length} processes are too many; at most ${MOST_SERVERS} can be shown. Remove some.`;
    const data = { count: all.length, most: MOST_SERVERS };
    problems.push(problem('scenario-many-servers', ['setup', 'clients'], text, data));
  }
  all.forEach(({ id }, index) => {
    if (all.findIndex((other) => other.id === id) === index) return;
    const text = `Process ${id} is there twice. Give one of them another id.`;
    problems.push(problem('scenario-sid-twice', placeOf(index), text, { sid: id }));
  });
  return problems;
}
