/** What the check of a scenario must know of its protocol. */
import type { ProblemView } from '../view/command.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import { checkCounterSetup } from './check-counter.ts';
import { checkNames } from './check-names.ts';
import { checkPaxosSetup } from './check-paxos.ts';
import { checkSetup } from './check-setup.ts';
import { checkZooKeeperSetup } from './check-zookeeper.ts';
import { invariantNames } from './names.ts';

/** Everything that a set-up of the right form can still have wrong. */
export const setupProblems = (file: ScenarioFile): readonly ProblemView[] => [
  ...formOf(file),
  ...checkNames(file),
];

function formOf(file: ScenarioFile): readonly ProblemView[] {
  switch (file.model) {
    case 'election':
      return checkSetup(file.setup);
    case 'paxos':
      return checkPaxosSetup(file.setup);
    case 'zookeeper':
      return checkZooKeeperSetup(file.setup);
    case 'counter':
      return checkCounterSetup(file.setup);
  }
}

/** Everybody who can be named in the file. */
export function pidsOf(file: ScenarioFile): number[] {
  switch (file.model) {
    case 'election':
      return file.setup.servers.map(({ sid }) => sid);
    case 'paxos':
      return file.setup.processes.map(({ id }) => id);
    case 'zookeeper': {
      const { servers, clients } = file.setup;
      return [...servers.map(({ sid }) => sid), ...clients.map(({ id }) => id)];
    }
    case 'counter':
      return [...file.setup.clients, file.setup.server].map(({ id }) => id);
  }
}

/** The names of what must hold. */
export const invariantsOf = ({ model }: ScenarioFile): readonly string[] => invariantNames[model];
