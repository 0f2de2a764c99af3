import { STEP_ERRORS, VERBS } from '../../../../view/recipe-program.ts';
import type { Verb } from '../../../../view/recipe-program.ts';
import { readSteps, TEMPLATES } from './step-text.ts';

/** What could stand at the caret: it takes the place of the text from `from` on. */
export interface Completions {
  readonly from: number;
  readonly entries: readonly Completion[];
}

export interface Completion {
  /** What is chosen, and what is written. */
  readonly label: string;
  readonly text: string;
}

/** The arguments of each verb; those of one word alone have none. */
const ARGUMENTS: Readonly<Record<Verb, readonly string[]>> = {
  create: ['path', 'data', 'ephemeral', 'sequential', 'into', 'zxid', 'on'],
  delete: ['path', 'version', 'on'],
  setData: ['path', 'data', 'version', 'into', 'zxid', 'on'],
  getData: ['path', 'watch', 'into', 'version', 'zxid', 'number', 'on'],
  exists: ['path', 'watch', 'zxid', 'own', 'yes', 'no', 'on'],
  getChildren: ['path', 'watch', 'into', 'on'],
  sync: ['path', 'on'],
  multi: ['ops', 'into', 'on'],
  close: ['on'],
  connect: [],
  wait: ['for', 'of', 'ms', 'late', 'goto', 'into'],
  work: ['ms'],
  compute: ['add', 'subtract', 'set', 'count', 'clock', 'into'],
  pick: ['from', 'what', 'of', 'into', 'none'],
  if: ['is', 'goto', 'else'],
  goto: [],
  repeat: ['times', 'goto'],
  on: [...STEP_ERRORS, 'Disconnected', 'Expired'],
  believe: ['what', 'node'],
  release: [],
  claim: ['kind', 'of'],
  call: ['to', 'op', 'args', 'timeoutMs', 'into', 'on'],
  end: [],
};

/** Of these arguments the value is a label. */
const LABELS = new Set(['goto', 'else', 'no', 'own', 'yes', 'late', 'none', ...ARGUMENTS.on]);
/** … or the name of a variable that is set. */
const SETS = /"(?:into|zxid|version)"\s*:\s*"([a-zA-Z]\w*)"/gu;
/** Every program has these. */
const GIVEN = ['me', 'guid', 'now'];

const START = /^(\+\s*)?(?:[a-z][\w-]*\s*:\s*)?([a-zA-Z]*)$/u;
const VERB = /^(?:\+\s*)?(?:[a-z][\w-]*\s*:\s*)?([a-zA-Z]+)\b/u;

const plain = (words: Iterable<string>, head: string, mark = ''): readonly Completion[] =>
  [...new Set(words)]
    .filter((word) => word.startsWith(head) && word !== head)
    .map((word) => ({ label: `${mark}${word}`, text: `${mark}${word}` }));

const labelsIn = (text: string): readonly string[] =>
  readSteps(text).steps.flatMap(({ label }) => label ?? []);

const variablesIn = (text: string, values: string): readonly string[] => [
  ...[...text.matchAll(SETS)].flatMap(([, name]) => name ?? []),
  ...[...values.matchAll(/([a-zA-Z]\w*)\s*=/gu)].flatMap(([, name]) => name ?? []),
  ...GIVEN,
];

/**
 * What can be written at the caret of a program: verbs with an example of their arguments, labels that
 * are there to go to, variables that are set somewhere, arguments of the verb, errors.
 * @param values of the program at its beginning, as they are typed
 */
export function completionsAt(text: string, caret: number, values: string): Completions {
  const begin = text.lastIndexOf('\n', caret - 1) + 1;
  const line = text.slice(begin, caret);
  const [, , verbHead] = START.exec(line) ?? [];
  if (verbHead !== undefined) {
    const entries = VERBS.filter((verb) => verb.startsWith(verbHead)).map((verb) => ({
      label: verb,
      text: TEMPLATES[verb],
    }));
    return { from: caret - verbHead.length, entries };
  }
  const [variable] = /\$\w*$/u.exec(line) ?? [];
  if (variable !== undefined) {
    const entries = plain(variablesIn(text, values), variable.slice(1), '$');
    return { from: caret - variable.length, entries };
  }
  const [word = ''] = /[\w-]*$/u.exec(line) ?? [];
  const from = caret - word.length;
  const before = text.slice(begin, from);
  const [, argument] = /"(\w+)"\s*:\s*"$/u.exec(before) ?? [];
  if (/\bgoto\s+$/u.test(before) || (argument !== undefined && LABELS.has(argument)))
    return { from, entries: plain(labelsIn(text), word) };
  if (/[{,]\s*"$/u.test(before)) {
    const inErrors = /"on"\s*:\s*\{[^}]*$/u.test(before);
    const verb = VERB.exec(before)?.[1];
    const known = VERBS.find((one) => one === verb);
    const words = inErrors ? STEP_ERRORS : known === undefined ? [] : ARGUMENTS[known];
    return { from, entries: plain(words, word) };
  }
  return { from, entries: [] };
}
