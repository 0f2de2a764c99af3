import { facts } from './facts.ts';
import { invariants } from './invariants.ts';
import { rules } from './rules.ts';
import { inspector, machine, terms } from './terms.ts';

/** What the CAP lab says beside the words of every lab. */
export const words = {
  facts: { cap: facts },
  rules: { cap: rules },
  invariants,
  terms,
  machine,
  panels: { inspector },
} as const;
