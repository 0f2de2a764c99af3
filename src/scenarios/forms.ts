import { byzantineForm } from './byzantine/form.ts';
import { capForm } from './cap/form.ts';
import { counterForm } from './counter/form.ts';
import { electionForm } from './election/form.ts';
import { paxosForm } from './paxos/form.ts';
import { recipesForm } from './recipes/form.ts';
import { zookeeperForm } from './zookeeper/form.ts';

/** The form of every protocol that a scenario may name as its model: one line for each. */
export const forms = [
  electionForm,
  paxosForm,
  zookeeperForm,
  counterForm,
  recipesForm,
  byzantineForm,
  capForm,
] as const;
