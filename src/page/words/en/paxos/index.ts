import { facts } from './facts.ts';
import { invariants } from './invariants.ts';
import { paxos } from './lab.ts';
import { rules } from './rules.ts';
import { terms } from './terms.ts';
import { presets } from './presets.ts';

/** What the Paxos lab says beside the words of every lab. */
export const words = {
  paxos,
  facts: { paxos: facts },
  presets: { paxos: presets },
  rules: { paxos: rules },
  terms,
  invariants,
} as const;
