import type { BaseIssue, IssuePathItem } from 'valibot';
import type { ProblemView } from '../view/command.ts';

/** `setup.servers[2].sid`: how a place in a file is named. */
export function pathText(path: readonly (string | number)[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    if (!/^[A-Za-z_$][\w$-]*$/u.test(key)) return `${text}[${JSON.stringify(key)}]`;
    return text === '' ? key : `${text}.${key}`;
  }, '');
}

export const problem = (
  code: string,
  path: readonly (string | number)[],
  text: string,
  data: ProblemView['data'] = {},
): ProblemView => ({ code, where: pathText(path), data, text });

/** What the schema refuses, as a problem with its remedy. */
export function problemOfIssue(issue: BaseIssue<unknown>): ProblemView {
  const path = (issue.path ?? []).map((item: IssuePathItem) =>
    typeof item.key === 'number' ? item.key : String(item.key),
  );
  const key = String(path.at(-1) ?? '');
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const text = `"${key}" means nothing here. Remove it, or check how it is spelled.`;
    return problem('scenario-unknown-key', path, text, { key });
  }
  if (issue.received === 'undefined') {
    const text = `"${key}" is missing. Add it.`;
    return problem('scenario-missing', path, text, { key });
  }
  const expected = expectation(issue);
  const received = shown(issue);
  const text = `This must be ${expected}, but is ${received}. Change it.`;
  return problem('scenario-value', path, text, { expected, received });
}

const LONGEST = 60;

/** The value that was found, never longer than a line. */
function shown({ input, received }: BaseIssue<unknown>): string {
  if (Array.isArray(input)) return `an array of ${input.length}`;
  if (typeof input === 'object' && input !== null) {
    const keys = Object.keys(input).slice(0, 3);
    return keys.length === 0 ? 'an empty object' : `an object with ${keys.join(', ')}`;
  }
  const text = typeof input === 'string' ? JSON.stringify(input) : received;
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** What would be right, in words. */
function expectation({ type, expected, message, input }: BaseIssue<unknown>): string {
  switch (type) {
    case 'union':
      return message;
    case 'safe_integer':
    case 'integer':
      return 'a whole number';
    case 'min_value':
      return `${bound(expected)} or more`;
    case 'max_value':
      return `${bound(expected)} or less`;
    case 'min_length':
    case 'max_length': {
      const more = type === 'min_length' ? 'at least' : 'at most';
      return `${more} ${bound(expected)} ${typeof input === 'string' ? 'characters' : 'items'} long`;
    }
    case 'regex':
      return 'words of small letters and digits joined by hyphens';
    default:
      return kindText(expected ?? message);
  }
}

const bound = (expected: string | null): string => (expected ?? '').replace(/^[<>]=/u, '');

const kinds: Readonly<Record<string, string>> = {
  string: 'a text in quotes',
  number: 'a number',
  boolean: 'true or false',
  true: 'true',
  Array: 'an array […]',
  Object: 'an object {…}',
};

/** `("a" | "b")` → `"a" or "b"`. */
function kindText(expected: string): string {
  const alternatives = expected.replace(/^\((.*)\)$/u, '$1').split(' | ');
  const words = alternatives.map((each) => kinds[each] ?? each);
  const last = words.pop() ?? '';
  return words.length === 0 ? last : `${words.join(', ')} or ${last}`;
}
