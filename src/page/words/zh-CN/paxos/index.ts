import type { Bundle } from '../../words.ts';
import { facts } from './facts.ts';
import { invariants } from './invariants.ts';
import { paxos } from './lab.ts';
import { rules } from './rules.ts';
import { terms } from './terms.ts';
import { presets } from './presets.ts';

export const words: Bundle<'paxos'> = {
  paxos,
  facts: { paxos: facts },
  presets: { paxos: presets },
  rules: { paxos: rules },
  terms,
  invariants,
};
