import { COMMAND_NAMES, commandNamed } from './commands.ts';

export interface Completion {
  /** Where in the line the word begins that a candidate replaces. */
  readonly from: number;
  readonly candidates: readonly string[];
}

/**
 * What the word before the cursor may become: a path of the tree when it begins with `/`, an option of
 * the command when it begins with `-`, otherwise, for the first word, a command. JLine offers commands
 * and paths alone [JLineZNodeCompleter]; options are ours.
 * @param childrenOf the names of a node's children; none when there is no such node
 */
export function complete(
  line: string,
  cursor: number,
  childrenOf: (path: string) => readonly string[],
): Completion {
  const before = line.slice(0, cursor);
  const start = before.lastIndexOf(' ') + 1;
  const word = before.slice(start);
  if (word.startsWith('/')) {
    const slash = before.lastIndexOf('/');
    const parent = before.slice(start, slash) || '/';
    return { from: slash + 1, candidates: beginning(childrenOf(parent), before.slice(slash + 1)) };
  }
  const command = /^\s*(\S+)\s/u.exec(before)?.[1];
  if (command === undefined) return { from: start, candidates: beginning(COMMAND_NAMES, word) };
  if (!word.startsWith('-')) return { from: start, candidates: [] };
  const options = commandNamed(command)?.options?.options ?? [];
  const names = options.map(({ name }) => `-${name}`);
  return { from: start, candidates: beginning(names, word) };
}

const beginning = (words: readonly string[], start: string): readonly string[] =>
  words.filter((word) => word.startsWith(start)).toSorted();
