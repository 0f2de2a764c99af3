import { app, gallery } from './app.ts';
import { invariants as counterInvariants } from './counter/invariants.ts';
import { counter } from './counter/lab.ts';
import { rules as counterRules } from './counter/rules.ts';
import { terms as counterTerms } from './counter/terms.ts';
import { facts } from './facts.ts';
import { invariants as electionInvariants } from './election/invariants.ts';
import { rules as electionRules } from './election/rules.ts';
import { lab } from './lab.ts';
import { panels } from './panels.ts';
import { paxos } from './paxos/lab.ts';
import { problems } from './problems.ts';
import { invariants as paxosInvariants } from './paxos/invariants.ts';
import { rules as paxosRules } from './paxos/rules.ts';
import { machine, stage } from './stage.ts';
import { terms as paxosTerms } from './paxos/terms.ts';
import { terms } from './terms.ts';
import { zkcli } from './zkcli.ts';
import { zooCfg } from './zoo-cfg.ts';
import { invariants as zookeeperInvariants } from './zookeeper/invariants.ts';
import { rules as zookeeperRules } from './zookeeper/rules.ts';

/** All English words; the other languages are typed to the same keys. */
export const en = {
  app,
  gallery,
  lab,
  panels,
  paxos,
  counter,
  stage,
  machine,
  facts,
  rules: {
    election: electionRules,
    paxos: paxosRules,
    counter: counterRules,
    zookeeper: zookeeperRules,
  },
  terms: { ...terms, ...paxosTerms, ...counterTerms },
  // Invariants have names of their own in every protocol.
  invariants: {
    ...electionInvariants,
    ...paxosInvariants,
    ...counterInvariants,
    ...zookeeperInvariants,
  },
  problems,
  zkcli,
  zooCfg,
} as const;
