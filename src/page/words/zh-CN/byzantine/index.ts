import type { Bundle } from '../../words.ts';
import { facts } from './facts.ts';
import { invariants } from './invariants.ts';
import { machine } from './machine.ts';
import { rules } from './rules.ts';
import { terms } from './terms.ts';

export const words: Bundle<'byzantine'> = {
  facts: { byzantine: facts },
  rules: { byzantine: rules },
  invariants,
  terms,
  machine,
};
