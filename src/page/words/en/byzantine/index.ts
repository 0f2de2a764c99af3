import { facts } from './facts.ts';
import { invariants } from './invariants.ts';
import { byzantine, messageKinds } from './lab.ts';
import { machine } from './machine.ts';
import { presets } from './presets.ts';
import { rules } from './rules.ts';
import { terms } from './terms.ts';

/** What the lab of the generals says beside the words of every lab. */
export const words = {
  byzantine,
  facts: { byzantine: facts },
  presets: { byzantine: presets },
  rules: { byzantine: rules },
  invariants,
  terms,
  machine,
  panels: { messages: { kind: messageKinds } },
} as const;
