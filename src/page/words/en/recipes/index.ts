import { facts } from './facts.ts';
import { invariants } from './invariants.ts';
import { recipes } from './lab.ts';
import { presets } from './presets.ts';
import { outsideMachine, outsidePanels } from './outside.ts';
import { rules } from './rules.ts';

/** What the recipe lab says beside the words of every lab. */
export const words = {
  recipes,
  facts: { recipes: facts },
  presets: { recipes: presets },
  rules: { recipes: rules },
  invariants,
  machine: outsideMachine,
  panels: { inspector: outsidePanels },
} as const;
