import { readJson } from '../view/json-text.ts';
import { load } from './load.ts';
import type { Loaded } from './load-as.ts';

/** Reads a scenario file: its text, its bytes, or the value that its JSON stands for. Never throws. */
export function loadText(input: unknown): Loaded {
  if (typeof input !== 'string' && !(input instanceof Uint8Array)) return load(input);
  const read = readJson(input);
  return read.problem === undefined ? load(read.value) : { problems: [read.problem] };
}
