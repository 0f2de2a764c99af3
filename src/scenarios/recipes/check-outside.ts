/** What the processes outside ZooKeeper can have wrong together. */
import type { ProblemView } from '../../view/command.ts';
import type { RecipesSetup } from '../../view/recipes-setup.ts';
import { problem } from '../problem.ts';

export function checkOutside({ outside = [], clients }: RecipesSetup): ProblemView[] {
  const path = ['setup', 'outside'];
  const problems: ProblemView[] = [];
  const callable = clients.flatMap((client, index) =>
    client.answers === undefined ? [] : [client.name ?? `C${index + 1}`],
  );
  outside.forEach(({ id, name, ...rest }, index) => {
    if (outside.findIndex((other) => other.id === id) !== index) {
      const text = `Process ${id} is there twice. Give one of them another id.`;
      problems.push(problem('scenario-sid-twice', [...path, index, 'id'], text, { sid: id }));
    }
    const first = outside.findIndex((other) => other.name === name);
    if (first !== index || callable.includes(name)) {
      const text = `Two processes have the name ${name}. Rename one of them.`;
      problems.push(problem('scenario-name-twice', [...path, index, 'name'], text, { name }));
    }
    if (rest.kind !== 'redis' || rest.replicaOf === undefined) return;
    const stores = outside.filter((other) => other.kind === 'redis' && other.id !== id);
    const master = rest.replicaOf;
    if (stores.some((other) => other.id === master)) return;
    const known = stores.map((other) => other.id).join(', ');
    const text = `There is no store ${master} to copy; there are ${known}. Name one of these.`;
    const place = [...path, index, 'replicaOf'];
    problems.push(problem('scenario-no-such-server', place, text, { sid: master, known }));
  });
  return problems;
}
