import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import type { Protocol } from '../scenarios/protocol.ts';
import { protocols } from '../scenarios/protocols.ts';
import { LIMITS } from '../view/limits.ts';
import { Usage } from './terminal.ts';

/**
 * `parseArgs` of node:util, whose complaints speak of the command and of what it takes.
 * @throws Usage
 */
export function parsed<Config extends ParseArgsConfig>(
  command: string,
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code?.startsWith('ERR_PARSE_ARGS') !== true) throw error;
    if (code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw new Usage(`${command}: ${message}`);
    const unknown = /'[^']*'/.exec(message)?.[0] ?? '';
    const known = Object.keys(config.options ?? {}).map((name) => `--${name}`);
    throw new Usage(`${command}: no option ${unknown}; give one of: ${known.join(', ')}`);
  }
}

/** @throws Usage when words are left that no option takes */
export function noMore([extra]: readonly string[]): void {
  if (extra !== undefined) throw new Usage(`sim explore: '${extra}' is one argument too many`);
}

/** A whole number from an option. @throws Usage when it is none, too small or too large */
export function wholeNumber(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!/^\s*[+-]?\d+\s*$/u.test(text) || value < least) {
    throw new Usage(`--${option} ${text}: give a whole number, ${least} or more`);
  }
  if (value > most) throw new Usage(`--${option} ${text}: give ${most} at most`);
  return value;
}

/** The first of as many seeds as there are runs: the last one is exact, too. @throws Usage */
export const firstSeed = (text: string, runs: number): number =>
  wholeNumber('seed', text, 0, LIMITS.seed - (runs - 1));

/**
 * The model that the first argument names.
 * @param others names that the command takes, too
 * @throws Usage
 */
export function modelOf(
  positionals: readonly string[],
  command: string,
  others: readonly string[] = [],
): Protocol {
  const [name, extra] = positionals;
  const all: Readonly<Record<string, Protocol>> = protocols;
  const names = [...Object.keys(all), ...others].join(', ');
  if (name === undefined) throw new Usage(`sim ${command}: no model; give one of: ${names}`);
  if (extra !== undefined) throw new Usage(`sim ${command}: '${extra}' is one argument too many`);
  const protocol = Object.hasOwn(all, name) ? all[name] : undefined;
  if (protocol === undefined) {
    throw new Usage(`sim ${command}: no model '${name}'; give one of: ${names}`);
  }
  return protocol;
}
