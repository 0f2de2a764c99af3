import { facts } from './facts.ts';
import { lab } from './lab.ts';
import { panels } from './panels.ts';
import { machine, stage } from './stage.ts';
import { invariants } from './zab.ts';
import { terms } from './terms.ts';

/** What every lab says. */
export const words = { lab, panels, stage, machine, facts, terms, invariants } as const;
