import type { Bundle } from '../../words.ts';
import { facts } from './facts.ts';
import { invariants } from './invariants.ts';
import { counter } from './lab.ts';
import { rules } from './rules.ts';
import { terms } from './terms.ts';
import { presets } from './presets.ts';

export const words: Bundle<'counter'> = {
  counter,
  facts: { counter: facts },
  presets: { counter: presets },
  rules: { counter: rules },
  terms,
  invariants,
};
