import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sim } from './sim-command.ts';
import { readBytes, readParts } from './terminal.ts';
import { file } from './testing/said.ts';

const recorded = (name: string): string =>
  readFileSync(
    new URL(`../../fixtures/zookeeper-3.8/sessions/${name}.txt`, import.meta.url),
    'utf8',
  );

/** Everything on both streams, in the order in which it was printed. */
function printedBy(commands: string): string[] {
  let printed = '';
  const take = (text: string, end = '\n'): void => {
    printed += `${text}${end}`;
  };
  const cfg = file('session.cfg', 'tickTime=2000\nextendedTypesEnabled=true\n');
  const terminal = {
    out: take,
    err: take,
    print: (_: 'out' | 'err', text: string, end?: '' | '\n') => take(text, end),
    read: readBytes,
    parts: readParts,
    lines: () => commands.split('\n').slice(0, -1),
    write: () => undefined,
    writable: () => undefined,
    cpu: () => 0,
  };
  expect(sim(['zkcli', '--cfg', cfg], terminal)).toBe(0);
  return printed.split('\n');
}

/** Its events and its answers apart: the real one has a thread for each, and either may print first. */
function told(lines: readonly string[]): { events: string[]; answers: string[] } {
  const shown = lines
    .filter((line) => line !== '' && line !== 'WATCHER::')
    .map((line) => line.replace(/^([cm])time = .*/u, '$1time = <date>'));
  const isEvent = (line: string): boolean => line.startsWith('WatchedEvent ');
  return {
    events: shown.filter(isEvent),
    answers: shown.filter((line) => !isEvent(line)),
  };
}

it.each(['chroot', 'addauth', 'hash-order', 'connect', 'identities', 'open-line'])(
  'zkCli prints what the real one printed, from the first line to the last: %s',
  (name) => {
    const printed = told(printedBy(recorded(`${name}.commands`)));
    expect(printed).toEqual(told(recorded(`${name}.printed`).split('\n')));
  },
);
