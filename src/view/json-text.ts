/** The door for JSON from outside: of any size and depth it answers soon, by a value or a problem. */
import type { ProblemView } from './command.ts';
import { scanJson } from './json-scan.ts';
import { LIMITS } from './limits.ts';
import { shortened } from './plain-text.ts';
import { firstBadByte, textOfUtf8 } from './utf8-text.ts';

export type JsonRead =
  | { readonly value: unknown; readonly problem?: never }
  | { readonly problem: ProblemView; readonly value?: never };

const DETAIL = 160;

/** Reads a document: its bytes, or its text. A byte-order mark before it means nothing. */
export function readJson(
  input: string | Uint8Array,
  most: number = LIMITS.scenarioBytes,
): JsonRead {
  if (input.length > most) return { problem: tooLarge(input.length, most) };
  if (typeof input !== 'string') {
    const bad = firstBadByte(input);
    if (bad !== null) return { problem: notUtf8(bad) };
  }
  const text = typeof input === 'string' ? input : textOfUtf8(input);
  return valueOf(text.startsWith('\ufeff') ? text.slice(1) : text);
}

function valueOf(text: string): JsonRead {
  const { deep, many, twice } = scanJson(text, LIMITS.jsonDepth, LIMITS.listItems);
  if (deep !== null) return { problem: tooDeep(deep) };
  // Before they are read: whoever copies or sends an object pays for each of its keys.
  if (many !== null) return { problem: tooMany(many) };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problem: notJson(error instanceof Error ? error.message : String(error)) };
  }
  return twice === null ? { value } : { problem: keyTwice(twice.where, twice.key) };
}

export function tooLarge(bytes: number, most: number): ProblemView {
  const [size, limit] = [megabytes(bytes), megabytes(most)];
  return {
    code: 'scenario-large',
    where: '',
    data: { size, limit },
    text: `The file has ${size} MB; at most ${limit} MB are read. A scenario has some kilobytes: choose another file.`,
  };
}

const megabytes = (bytes: number): string =>
  String(Math.max(0.1, Math.ceil(bytes / 100_000) / 10)).replace(/\.0$/u, '');

export const tooDeep = (where: string): ProblemView => ({
  code: 'scenario-deep',
  where: shortened(where, LIMITS.shownPath),
  data: { deepest: LIMITS.jsonDepth },
  text: `The file is nested deeper than ${LIMITS.jsonDepth} levels. Flatten it.`,
});

const tooMany = (where: string): ProblemView => ({
  code: 'scenario-many-keys',
  where: shortened(where, LIMITS.shownPath),
  data: { most: LIMITS.listItems },
  text: `More than ${LIMITS.listItems} fields stand here; none of ours has as many. Remove those that mean nothing.`,
});

function notJson(message: string): ProblemView {
  const detail = shortened(message, DETAIL);
  const text = `The file is not JSON: ${detail}. Mend it there.`;
  return { code: 'scenario-not-json', where: '', data: { detail }, text };
}

function keyTwice(where: string, name: string): ProblemView {
  const key = shortened(name, LIMITS.shownText);
  return {
    code: 'scenario-key-twice',
    where: shortened(where, LIMITS.shownPath),
    data: { key },
    text: `"${key}" is there twice, so that one of them would be lost. Remove one.`,
  };
}

function notUtf8(offset: number): ProblemView {
  const text = `The file is not UTF-8: what begins at byte ${offset} is no character. Save it as UTF-8.`;
  return { code: 'scenario-not-utf8', where: '', data: { offset }, text };
}
