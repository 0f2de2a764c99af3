import { facts } from './facts.ts';
import { invariants } from './invariants.ts';
import { machine } from './machine.ts';
import { rules } from './rules.ts';
import { terms } from './terms.ts';

/** What the lab of the generals says beside the words of every lab. */
export const words = {
  facts: { byzantine: facts },
  rules: { byzantine: rules },
  invariants,
  terms,
  machine,
} as const;
