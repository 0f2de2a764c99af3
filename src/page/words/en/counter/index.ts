import { facts } from './facts.ts';
import { invariants } from './invariants.ts';
import { counter } from './lab.ts';
import { rules } from './rules.ts';
import { terms } from './terms.ts';
import { presets } from './presets.ts';

/** What the lab of callers and a counter says beside the words of every lab. */
export const words = {
  counter,
  facts: { counter: facts },
  presets: { counter: presets },
  rules: { counter: rules },
  terms,
  invariants,
} as const;
