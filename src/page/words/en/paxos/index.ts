import { facts } from './facts.ts';
import { invariants } from './invariants.ts';
import { paxos } from './lab.ts';
import { rules } from './rules.ts';
import { terms } from './terms.ts';

/** What the Paxos lab says beside the words of every lab. */
export const words = {
  paxos,
  facts: { paxos: facts },
  rules: { paxos: rules },
  terms,
  invariants,
} as const;
