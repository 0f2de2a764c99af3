import type { Bundle } from '../../words.ts';
import { facts } from './facts.ts';
import { invariants } from './invariants.ts';
import { rules } from './rules.ts';
import { inspector, machine, terms } from './terms.ts';

export const words: Bundle<'cap'> = {
  facts: { cap: facts },
  rules: { cap: rules },
  invariants,
  terms,
  machine,
  panels: { inspector },
};
