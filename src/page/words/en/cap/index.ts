import { facts } from './facts.ts';
import { invariants } from './invariants.ts';
import { cap } from './lab.ts';
import { presets } from './presets.ts';
import { rules } from './rules.ts';
import { inspector, machine, terms } from './terms.ts';

/** What the CAP lab says beside the words of every lab. */
export const words = {
  cap,
  facts: { cap: facts },
  presets: { cap: presets },
  rules: { cap: rules },
  invariants,
  terms,
  machine,
  panels: { inspector },
} as const;
