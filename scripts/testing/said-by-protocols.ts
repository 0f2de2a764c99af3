/** What each protocol says, and so must have words: facts, reasons, invariants, rules. For tests alone. */
import { configOf as byzantineConfig } from '../../src/protocols/byzantine/config.ts';
import { invariantsOf as byzantineInvariants } from '../../src/protocols/byzantine/invariants.ts';
import { mutants as byzantineMutants } from '../../src/protocols/byzantine/mutants.ts';
import {
  configOf as counterConfig,
  mutants as counterMutants,
} from '../../src/protocols/counter/config.ts';
import { invariantsOf as counterInvariants } from '../../src/protocols/counter/invariants.ts';
import { invariants as electionInvariants } from '../../src/ensemble/election/invariants.ts';
import { mutants as electionMutants } from '../../src/protocols/election/mutants.ts';
import { invariants as paxosInvariants } from '../../src/protocols/paxos/invariants.ts';
import { mutants as paxosMutants } from '../../src/protocols/paxos/mutants.ts';
import { invariants as zookeeperInvariants } from '../../src/ensemble/invariants.ts';
import { quorumInvariants } from '../../src/ensemble/quorum-invariants.ts';
import { capConfig } from '../../src/protocols/cap/config.ts';
import { capInvariants } from '../../src/protocols/cap/invariants.ts';
import { capMutants } from '../../src/protocols/cap/mutants.ts';
import { recipeInvariants } from '../../src/ensemble/recipes/invariants.ts';
import { recipeMutants } from '../../src/ensemble/recipes/mutants.ts';
import { mutants as zookeeperMutants } from '../../src/zookeeper/mutants.ts';
import { CAP_STORES } from '../../src/view/cap-setup.ts';

const at = (protocol: string, file: string, name: string) => ({
  file: `src/protocols/${protocol}/${file}`,
  name,
});

/** The facts of servers and clients, wherever they are. */
const factsOfServers = [
  { file: 'src/clients/facts.ts', name: 'ClientFacts' },
  { file: 'src/zookeeper/server/facts.ts', name: 'DataFacts' },
  { file: 'src/zookeeper/server/facts.ts', name: 'ServerFacts' },
  { file: 'src/zookeeper/quorum/facts.ts', name: 'QuorumFacts' },
  // Members of an ensemble elect their leader.
  at('election', 'facts.ts', 'ElectionFacts'),
];

/** Of a server that stands alone, and of an ensemble's members, which have most of them too. */
const invariantsOfServers = [
  ...zookeeperInvariants,
  ...quorumInvariants.filter(({ name }) => name.startsWith('Z-')),
].map(({ name }) => ({ name }));

/** Each store promises some of them. */
const invariantsOfStores = [
  ...new Set(
    CAP_STORES.flatMap((store) =>
      capInvariants(capConfig({ store, clients: [], workload: [] })).map(({ name }) => name),
    ),
  ),
].map((name) => ({ name }));

export const protocols = {
  election: {
    facts: [
      at('election', 'facts.ts', 'ElectionFacts'),
      { file: 'src/zookeeper/quorum/facts.ts', name: 'QuorumFacts' },
      { file: 'src/zookeeper/server/facts.ts', name: 'DataFacts' },
    ],
    reasons: [{ file: 'src/ensemble/election/answer.ts', name: 'WhyNotLeader' }],
    invariants: electionInvariants,
    mutants: electionMutants,
  },
  paxos: {
    facts: [at('paxos', 'facts.ts', 'PaxosFacts')],
    reasons: [at('paxos', 'answer.ts', 'WhyNothingChosen')],
    invariants: paxosInvariants,
    mutants: paxosMutants,
  },
  counter: {
    facts: [at('counter', 'facts.ts', 'CounterFacts')],
    // Nobody asks it why it does not lead.
    reasons: [],
    invariants: counterInvariants(counterConfig({ server: { id: 2 }, clients: [{ id: 1 }] })),
    mutants: counterMutants,
  },
  zookeeper: {
    facts: factsOfServers,
    reasons: [{ file: 'src/ensemble/election/answer.ts', name: 'WhyNotLeader' }],
    invariants: invariantsOfServers,
    mutants: zookeeperMutants,
  },
  recipes: {
    facts: [
      ...factsOfServers,
      { file: 'src/clients/facts.ts', name: 'ProgramFacts' },
      at('outside', 'facts.ts', 'OutsideFacts'),
    ],
    reasons: [{ file: 'src/ensemble/election/answer.ts', name: 'WhyNotLeader' }],
    invariants: [...invariantsOfServers, ...recipeInvariants],
    mutants: recipeMutants,
  },
  byzantine: {
    facts: [at('byzantine', 'facts.ts', 'ByzantineFacts')],
    reasons: [],
    invariants: byzantineInvariants(byzantineConfig({ generals: 4 })),
    mutants: byzantineMutants,
  },
  cap: {
    facts: [...factsOfServers, at('cap', 'facts.ts', 'CapFacts')],
    reasons: [{ file: 'src/ensemble/election/answer.ts', name: 'WhyNotLeader' }],
    invariants: [...invariantsOfServers, ...invariantsOfStores],
    mutants: capMutants,
  },
};
