import { facts } from './facts.ts';
import { invariants } from './invariants.ts';
import { rules } from './rules.ts';

/** What the recipe lab says beside the words of every lab. */
export const words = {
  facts: { recipes: facts },
  rules: { recipes: rules },
  invariants,
} as const;
