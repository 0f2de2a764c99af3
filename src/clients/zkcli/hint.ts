/**
 * What somebody who knows older versions, or other shells, probably meant. zkCli itself answers as it
 * answers; this stands beside it, on the page alone.
 */
import { COMMAND_NAMES, isCommand } from './commands.ts';
import { tokensOf } from './tokens.ts';
import { keeperMessage } from '../../zookeeper/records/texts.ts';

/** Which word of advice it is; the page has the sentences. */
export const HINT_CODES = [
  'old-command',
  'watch-word',
  'version-option',
  'quote-data',
  'ttl-off',
  'hyphen',
  'data-hyphen',
  'help-is-usage',
  'did-you-mean',
] as const;
export type HintCode = (typeof HINT_CODES)[number];

export interface Hint {
  readonly code: HintCode;
  /** What to type instead; '' when there is nothing to type. */
  readonly text: string;
}

/** Commands of 3.4 and of the Java API, and what 3.8 has for them. */
const RENAMED: Readonly<Record<string, string>> = {
  ls2: 'ls -s',
  rmr: 'deleteall',
  rm: 'delete',
  getchildren: 'ls',
  getdata: 'get',
  setdata: 'set',
  exists: 'stat',
  exit: 'quit',
  logout: 'quit',
  auth: 'addauth',
};

/**
 * Null when the line is in order, or nobody can tell what was meant.
 * @param answer what the line's command has printed
 */
export function hintFor(line: string, answer = ''): Hint | null {
  const words = tokensOf(line);
  const [name, ...rest] = words;
  if (name === undefined) return null;
  // The only request that a server of 3.8 knows and may have switched off.
  if (
    name === 'create' &&
    rest.some((word) => word.startsWith('-t')) &&
    answer.includes(UNIMPLEMENTED)
  ) {
    return { code: 'ttl-off', text: '' };
  }
  return isCommand(name) ? ofArguments(name, rest) : ofName(name, rest);
}

const UNIMPLEMENTED = keeperMessage('Unimplemented', '');

function ofName(name: string, rest: readonly string[]): Hint | null {
  const lower = name.toLowerCase();
  if (lower === 'help' || name === '?') return { code: 'help-is-usage', text: '' };
  const renamed = Object.hasOwn(RENAMED, lower) ? RENAMED[lower] : undefined;
  if (renamed !== undefined) return { code: 'old-command', text: joined(renamed, rest) };
  const near = nearest(name);
  return near === null ? null : { code: 'did-you-mean', text: joined(near, rest) };
}

/** The one command that differs by case, or by one letter or two neighbours swapped. */
function nearest(name: string): string | null {
  const lower = name.toLowerCase();
  const found = COMMAND_NAMES.filter((each) => isNear(each.toLowerCase(), lower));
  return (
    found.find((each) => each.toLowerCase() === lower) ??
    (found.length === 1 ? found[0] : null) ??
    null
  );
}

function isNear(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < 3 || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [x, y] = [a.slice(start), b.slice(start)];
  const swapped = `${x.charAt(1)}${x.charAt(0)}${x.slice(2)}` === y;
  return x.slice(1) === y || x === y.slice(1) || x.slice(1) === y.slice(1) || swapped;
}

function ofArguments(name: string, rest: readonly string[]): Hint | null {
  const plain = rest.filter((word) => !word.startsWith('-') || word === '-');
  const options = rest.filter((word) => word.startsWith('-') && word !== '-');
  const [first, second, third] = plain;
  switch (name) {
    case 'ls':
    case 'get':
    case 'stat': {
      // `ls s /` of old notes: an option without its hyphen.
      if (second?.startsWith('/') === true && /^[swR]+$/u.test(first ?? '')) {
        return { code: 'hyphen', text: joined(name, [...options, `-${first}`, second]) };
      }
      if (second === undefined || first?.startsWith('/') !== true) return null;
      const flags = options.includes('-w') ? options : [...options, '-w'];
      return { code: 'watch-word', text: joined(name, [...flags, first]) };
    }
    case 'delete':
      if (first === undefined || second === undefined || !/^-?\d+$/u.test(second)) return null;
      return { code: 'version-option', text: joined(name, ['-v', second, first]) };
    case 'set':
      return hintOfSet(rest, [first, second, third], options);
    case 'create':
      return hintOfCreate(rest);
    default:
      return null;
  }
}

function hintOfCreate(rest: readonly string[]): Hint | null {
  const isOption = (word: string, at: number): boolean =>
    (word.startsWith('-') && word !== '-') || rest[at - 1] === '-t';
  const [path, data, acl, ...more] = rest.filter((word, at) => !isOption(word, at));
  if (path === undefined || data === undefined || acl?.includes(':') !== false) return null;
  const text = joined('create', [...rest.filter(isOption), path, [data, acl, ...more].join(' ')]);
  return { code: 'quote-data', text };
}

function hintOfSet(
  rest: readonly string[],
  [path, data, version]: readonly (string | undefined)[],
  options: readonly string[],
): Hint | null {
  if (path === undefined) return null;
  if (data === undefined) {
    // A negative number looks like an option; behind `--` nothing does.
    const negative = rest.find((word) => /^-\d/u.test(word));
    if (negative === undefined || rest.includes('-v')) return null;
    return { code: 'data-hyphen', text: joined('set', ['--', path, negative]) };
  }
  if (version === undefined || options.includes('-v')) return null;
  if (/^-?\d+$/u.test(version)) {
    return { code: 'version-option', text: joined('set', ['-v', version, path, data]) };
  }
  return {
    code: 'quote-data',
    text: joined('set', [path, rest.slice(rest.indexOf(data)).join(' ')]),
  };
}

/** A line that zkCli would take apart into these words. */
const joined = (first: string, rest: readonly string[]): string =>
  [first, ...rest.map((word) => (/^$|[ \t"']/u.test(word) ? quoted(word) : word))].join(' ');

const quoted = (word: string): string => (word.includes('"') ? `'${word}'` : `"${word}"`);
