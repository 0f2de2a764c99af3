import type { Bundle } from '../words.ts';
import { facts } from './facts.ts';
import { lab } from './lab.ts';
import { panels } from './panels.ts';
import { machine, stage } from './stage.ts';
import { invariants } from './zab.ts';
import { terms } from './terms.ts';

export const words: Bundle<'labs'> = {
  lab,
  panels,
  stage,
  machine,
  facts,
  terms,

  invariants,
};
