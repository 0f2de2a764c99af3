import type { Bundle } from '../../words.ts';
import { facts } from './facts.ts';
import { invariants } from './invariants.ts';
import { rules } from './rules.ts';
import { presets } from './presets.ts';

export const words: Bundle<'election'> = {
  facts: { election: facts },
  presets: { election: presets },
  rules: { election: rules },
  invariants,
};
