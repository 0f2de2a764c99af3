import type { Bundle } from '../../words.ts';
import { facts } from './facts.ts';
import { invariants } from './invariants.ts';
import { recipes } from './lab.ts';
import { presets } from './presets.ts';
import { outsideMachine, outsidePanels } from './outside.ts';
import { rules } from './rules.ts';

export const words: Bundle<'recipes'> = {
  recipes,
  facts: { recipes: facts },
  presets: { recipes: presets },
  rules: { recipes: rules },
  invariants,
  machine: outsideMachine,
  panels: { inspector: outsidePanels },
};
