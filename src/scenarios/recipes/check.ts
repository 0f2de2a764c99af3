import type { ProblemView } from '../../view/command.ts';
import { LIMITS } from '../../view/limits.ts';
import type { RecipesSetup } from '../../view/recipes-setup.ts';
import type { ZooKeeperSetup } from '../../view/zookeeper-setup.ts';
import { problem } from '../problem.ts';
import { checkZooKeeperSetup } from '../zookeeper/check.ts';
import { checkCalls } from './check-calls.ts';
import { checkOutside } from './check-outside.ts';
import { checkProgram } from './check-program.ts';
import { builtInNames } from './program-names.ts';

/** Everything that a set-up of the right form can still have wrong. */
export const checkRecipesSetup = (setup: RecipesSetup): readonly ProblemView[] => [
  // Its servers and its tree are those of every ensemble.
  ...checkZooKeeperSetup(serversOf(setup)),
  ...checkPrograms(setup),
  ...checkCalls(setup),
  ...checkClients(setup),
  ...checkOutside(setup),
];

const serversOf = ({ servers, ensemble, cfg, tree }: RecipesSetup): ZooKeeperSetup => ({
  servers,
  clients: [],
  ...(ensemble !== undefined && { ensemble }),
  ...(cfg !== undefined && { cfg }),
  ...(tree !== undefined && { tree }),
});

/** Of a set-up many runs may be made: what is said of its programs is kept. */
const saidOf = new WeakMap<object, readonly ProblemView[]>();

function checkPrograms({ programs = {}, clients }: RecipesSetup): readonly ProblemView[] {
  const path = ['setup', 'programs'];
  const count = Object.keys(programs).length;
  if (count > LIMITS.recipePrograms) {
    const most = LIMITS.recipePrograms;
    const text = `${count} programs are too many; at most ${most} are kept. Remove some.`;
    return [problem('scenario-many-programs', path, text, { count, most })];
  }
  return Object.entries(programs).flatMap(([name, program]) => {
    const known = saidOf.get(program);
    if (known !== undefined) return known;
    const values = clients
      .filter((client) => client.program === name)
      .flatMap((client) => Object.keys(client.values ?? {}));
    const said = checkProgram(program, [...path, name], values);
    saidOf.set(program, said);
    return said;
  });
}

function checkClients({ clients, servers, programs = {} }: RecipesSetup): ProblemView[] {
  const path = ['setup', 'clients'];
  const problems: ProblemView[] = [];
  if (clients.length > LIMITS.recipeClients) {
    const data = { count: clients.length, most: LIMITS.recipeClients };
    const text = `${data.count} clients are too many; at most ${data.most} can be shown. Remove some.`;
    problems.push(problem('scenario-many-clients', path, text, data));
  }
  const names = clients.map((client, index) => client.name ?? `C${index + 1}`);
  clients.forEach(({ id, program, servers: named = [] }, index) => {
    const name = names[index] ?? '';
    const isServer = servers.some(({ sid }) => sid === id);
    if (isServer || clients.findIndex((other) => other.id === id) !== index) {
      const text = `Client ${id} is there twice. Give one of them another id.`;
      problems.push(problem('scenario-sid-twice', [...path, index, 'id'], text, { sid: id }));
    }
    if (names.indexOf(name) !== index) {
      const text = `Two clients are called ${name}. Give one of them another name.`;
      problems.push(problem('scenario-name-twice', [...path, index, 'name'], text, { name }));
    }
    const unknown = named.findIndex((one) => servers.every(({ sid }) => sid !== one));
    if (unknown >= 0) {
      const sid = named[unknown] ?? 0;
      const known = servers.map((each) => each.sid).join(', ');
      const text = `There is no server ${sid}; there are ${known}. Name one of these, or add it to setup.servers.`;
      const place = [...path, index, 'servers', unknown];
      problems.push(problem('scenario-no-such-server', place, text, { sid, known }));
    }
    if (Object.hasOwn(programs, program) || builtInNames.includes(program)) return;
    const known = [...Object.keys(programs), ...builtInNames].join(', ');
    const text = `There is no program "${program}"; there are ${known}. Name one of these.`;
    const place = [...path, index, 'program'];
    problems.push(problem('scenario-no-such-program', place, text, { name: program, known }));
  });
  return problems;
}
