import { facts } from './facts.ts';
import { invariants } from './invariants.ts';
import { rules } from './rules.ts';
import { presets } from './presets.ts';

/** What the lab of elections says beside the words of every lab. */
export const words = {
  facts: { election: facts },
  presets: { election: presets },
  rules: { election: rules },
  invariants,
} as const;
