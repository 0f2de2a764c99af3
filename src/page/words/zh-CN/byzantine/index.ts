import type { Bundle } from '../../words.ts';
import { facts } from './facts.ts';
import { invariants } from './invariants.ts';
import { byzantine, messageKinds } from './lab.ts';
import { machine } from './machine.ts';
import { presets } from './presets.ts';
import { rules } from './rules.ts';
import { terms } from './terms.ts';

export const words: Bundle<'byzantine'> = {
  byzantine,
  facts: { byzantine: facts },
  presets: { byzantine: presets },
  rules: { byzantine: rules },
  invariants,
  terms,
  machine,
  panels: { messages: { kind: messageKinds } },
};
