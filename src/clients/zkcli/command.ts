/** What a command of zkCli is [org.apache.zookeeper.cli.CliCommand]. */
import { out } from '../steps.ts';
import type { Steps } from '../steps.ts';
import { CliFailure, NumberFormat, Unchecked } from './failures.ts';
import { parseInt32 } from './java-numbers.ts';
import type { Session } from './session.ts';
import { valueOf } from './options.ts';
import type { OptionSpec, OptionsSpec, Parsed } from './options.ts';

export interface Command {
  readonly name: string;
  /** What the list of commands says after the name, blanks at its end included. */
  readonly usage: string;
  /** For completion, and for the command itself; null where words are not parsed for options. */
  readonly options: OptionsSpec | null;
  /** @throws CliFailure, KeeperFailure, IllegalArgument, which zkCli prints; Unchecked, its end */
  run(words: readonly string[], session: Session): Steps;
}

export const usageOf = ({ name, usage }: Command): string => `${name} ${usage}`;

/** @throws CliFailure with the command's usage when there are fewer words, itself included */
export function mustHave(words: readonly string[], least: number, command: Command): void {
  if (words.length < least) throw new CliFailure(usageOf(command));
}

export function* lines(texts: readonly string[]): Steps {
  for (const text of texts) yield* out(text);
}

/** The word after the command's name; '' when there is none. */
export const pathOf = ({ args }: Parsed): string => args[1] ?? '';

export const flag = (name: string, description: string): OptionSpec => ({
  name,
  value: false,
  description,
});

export const valued = (name: string, description: string): OptionSpec => ({
  name,
  value: true,
  description,
});

/** `-v`, or −1 for any version. What is no number ends zkCli. @throws Unchecked */
export function versionOf(parsed: Parsed): number {
  const text = valueOf(parsed, 'v');
  try {
    return text === null ? -1 : parseInt32(text);
  } catch (error) {
    throw error instanceof NumberFormat
      ? new Unchecked('java.lang.NumberFormatException', error.message)
      : error;
  }
}
