import type { Bundle } from '../../words.ts';
import { facts } from './facts.ts';
import { invariants } from './invariants.ts';
import { cap } from './lab.ts';
import { presets } from './presets.ts';
import { rules } from './rules.ts';
import { inspector, machine, terms } from './terms.ts';

export const words: Bundle<'cap'> = {
  cap,
  facts: { cap: facts },
  presets: { cap: presets },
  rules: { cap: rules },
  invariants,
  terms,
  machine,
  panels: { inspector },
};
