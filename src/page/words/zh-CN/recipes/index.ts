import type { Bundle } from '../../words.ts';
import { facts } from './facts.ts';
import { invariants } from './invariants.ts';
import { rules } from './rules.ts';

export const words: Bundle<'recipes'> = {
  facts: { recipes: facts },
  rules: { recipes: rules },
  invariants,
};
