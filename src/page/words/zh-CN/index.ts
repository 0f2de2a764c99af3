import type { Words } from '../words.ts';
import { app, gallery } from './app.ts';
import { facts } from './facts.ts';
import { invariants } from './invariants.ts';
import { lab } from './lab.ts';
import { panels } from './panels.ts';
import { problems } from './problems.ts';
import { rules } from './rules.ts';
import { machine, stage } from './stage.ts';
import { terms } from './terms.ts';

export const zhCN: Words = {
  app,
  gallery,
  lab,
  panels,
  stage,
  machine,
  facts,
  rules,
  terms,
  invariants,
  problems,
};
