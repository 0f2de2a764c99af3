import type { BaseIssue, IssuePathItem } from 'valibot';
import type { ProblemView } from '../view/command.ts';
import { LIMITS } from '../view/limits.ts';
import { fitting, shortened } from '../view/plain-text.ts';

/** `setup.servers[2].sid`: how a place in a file is named. */
export function pathText(path: readonly (string | number)[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    if (!/^[A-Za-z_$][\w$-]*$/u.test(key)) return `${text}[${JSON.stringify(key)}]`;
    return text === '' ? key : `${text}.${key}`;
  }, '');
}

/** @param text may repeat values of `data`, and these what stands before them: only so much of each as can be shown */
export function problem(
  code: string,
  path: readonly (string | number)[],
  text: string,
  data: ProblemView['data'] = {},
): ProblemView {
  const values = Object.entries(data);
  const brief = (said: string): string =>
    fitting(
      values.reduce(
        (cut, [name, value]) =>
          // These say what would be right: a list of names goes as far as a message does.
          name === 'known' || name === 'bound'
            ? cut
            : cut.replaceAll(value as string, (found) => shortened(found, LIMITS.shownPath)),
        said,
      ),
      LIMITS.shownMessage,
    );
  return {
    code,
    where: shortened(pathText(path), LIMITS.shownPath),
    data: Object.fromEntries(
      values.map(([name, value]) => [name, typeof value === 'string' ? brief(value) : value]),
    ),
    text: brief(text),
  };
}

/** A text that is no zxid. */
export const badZxid = (text: string, path: readonly (string | number)[]): ProblemView =>
  problem(
    'scenario-zxid',
    path,
    `"${text}" is not a zxid. Write the epoch and the counter, like 2·7, or 0x200000007.`,
    { text },
  );

/** What the schema refuses, as a problem with its remedy. */
export function problemOfIssue(issue: BaseIssue<unknown>): ProblemView {
  const path = (issue.path ?? []).map((item: IssuePathItem) =>
    typeof item.key === 'number' ? item.key : String(item.key),
  );
  const key = shortened(String(path.at(-1) ?? ''), LIMITS.shownText);
  if (issue.expected === 'never') {
    if (issue.type === 'record')
      return problem('scenario-no-name', path, `"${key}" cannot be a name here. Choose another.`, {
        key,
      });
    const text = `"${key}" means nothing here. Remove it, or check how it is spelled.`;
    return problem('scenario-unknown-key', path, text, { key });
  }
  if (issue.received === 'undefined') {
    const text = `"${key}" is missing. Add it.`;
    return problem('scenario-missing', path, text, { key });
  }
  const expected = expectation(issue);
  const received = shown(issue);
  const text = `This must be ${inWords(expected)}, but is ${receivedText(received)}. Change it.`;
  return problem('scenario-value', path, text, { ...expected, ...received });
}

/** What was found: `given` is a value, never longer than a line, or what `found` needs to be said. */
type Received = {
  readonly found: 'value' | 'array' | 'object' | 'empty';
  readonly given: string | number;
};

function shown({ input, received }: BaseIssue<unknown>): Received {
  if (Array.isArray(input)) return { found: 'array', given: input.length };
  if (typeof input === 'object' && input !== null) {
    const keys = Object.keys(input).slice(0, 3);
    return { found: keys.length === 0 ? 'empty' : 'object', given: keys.join(', ') };
  }
  const text = typeof input === 'string' ? JSON.stringify(input) : received;
  return { found: 'value', given: shortened(text, LIMITS.shownText) };
}

function receivedText({ found, given }: Received): string {
  if (found === 'array') return `an array of ${given}`;
  if (found === 'empty') return 'an empty object';
  return found === 'object' ? `an object with ${given}` : String(given);
}

/** What would be right: a kind with its bound, as the languages' words say it. */
type Expected = {
  readonly expected:
    | 'condition'
    | 'leader'
    | 'whole'
    | 'least'
    | 'most'
    | 'short'
    | 'long'
    | 'fewItems'
    | 'manyItems'
    | 'hyphened'
    | 'text'
    | 'number'
    | 'boolean'
    | 'array'
    | 'object'
    | 'one-of';
  readonly bound: string;
};

function expectation({ type, expected, message, input }: BaseIssue<unknown>): Expected {
  switch (type) {
    case 'union':
      if (message === 'leader') return { expected: 'leader', bound: '' };
      // Without a message of its own it is a choice of plain values.
      return message.startsWith('Invalid')
        ? kind(expected ?? message)
        : { expected: 'condition', bound: message };
    case 'safe_integer':
    case 'integer':
      return { expected: 'whole', bound: '' };
    case 'min_value':
      return { expected: 'least', bound: bound(expected) };
    case 'max_value':
      return { expected: 'most', bound: bound(expected) };
    case 'min_length':
    case 'max_length': {
      const [least, most] =
        typeof input === 'string'
          ? (['short', 'long'] as const)
          : (['fewItems', 'manyItems'] as const);
      return { expected: type === 'min_length' ? least : most, bound: bound(expected) };
    }
    case 'regex':
      return { expected: 'hyphened', bound: '' };
    default:
      return kind(expected ?? message);
  }
}

const inWords = ({ expected, bound: limit }: Expected): string => {
  switch (expected) {
    case 'condition':
      return `a condition: an object with one of ${limit}`;
    case 'leader':
      return 'a sid, "any" or "none"';
    case 'whole':
      return 'a whole number';
    case 'least':
      return `${limit} or more`;
    case 'most':
      return `${limit} or less`;
    case 'short':
      return `at least ${limit} characters long`;
    case 'long':
      return `at most ${limit} characters long`;
    case 'fewItems':
      return `at least ${limit} items long`;
    case 'manyItems':
      return `at most ${limit} items long`;
    case 'hyphened':
      return 'words of small letters and digits joined by hyphens';
    case 'text':
      return 'a text in quotes';
    case 'number':
      return 'a number';
    case 'boolean':
      return 'true or false';
    case 'array':
      return 'an array […]';
    case 'object':
      return 'an object {…}';
    case 'one-of':
      return `one of ${limit}`;
  }
};

const bound = (expected: string | null): string => (expected ?? '').replace(/^[<>]=/u, '');

const kinds: Readonly<Record<string, Expected['expected']>> = {
  string: 'text',
  number: 'number',
  boolean: 'boolean',
  Array: 'array',
  Object: 'object',
};

/** `string` is a kind; `("a" | "b")` and anything else are alternatives. */
function kind(expected: string): Expected {
  const known = kinds[expected];
  if (known !== undefined) return { expected: known, bound: '' };
  const alternatives = expected.replace(/^\((.*)\)$/u, '$1').split(' | ');
  return { expected: 'one-of', bound: alternatives.join(', ') };
}
