import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { conformance } from './conformance-command.ts';
import { sim } from './sim-command.ts';
import { file, folder, said, scenario } from './testing/said.ts';

const good = file('good.json', scenario);
const most = (option: string, number: number): string =>
  `--${option} 999999999999999999: give ${number} at most`;
const HUGE = '999999999999999999';

describe('an argument', () => {
  it.each([
    [['files', '--bogus', 'x'], "sim files: no option '--bogus'; give one of: --list, --json"],
    [['fuzz', 'election', '--save', join(folder, 'no/x.json')], 'x.json: no such folder'],
    [['fuzz', 'election', '--save', folder], 'it is a folder'],
    [['fuzz', 'election', '--servers', HUGE], most('servers', 11)],
    [['fuzz', 'cap', '--servers', '10'], '--servers 10: give 9 at most'],
    [['fuzz', 'zookeeper', '--servers', '2'], '--servers 2: give 1 at most'],
    [['fuzz', 'byzantine', '--servers', '2'], '--servers 2: give a whole number, 3 or more'],
    [['fuzz', 'election', '--runs', HUGE], most('runs', 100_000_000)],
    [['fuzz', 'election', '--seed', HUGE], most('seed', Number.MAX_SAFE_INTEGER - 99)],
    [['replays', 'election', '--runs', '2', '--seed', `${Number.MAX_SAFE_INTEGER}`], 'at most'],
    [['replays', 'election', '--runs', HUGE], most('runs', 100_000_000)],
    [['replays', 'nobody'], "sim replays: no model 'nobody'"],
    [['explore', 'paxos', '--ballots', HUGE], most('ballots', 30)],
    [['explore', 'paxos', '--values', HUGE], most('values', 30)],
    [['explore', 'paxos', '--ballots', '30', '--depth', '1'], 'at most 30 can be explored'],
    [['times', 'paxos', '--runs', HUGE], most('runs', 1_000_000)],
    [['times', 'paxos', '--acceptors', '3', '--proposers', '4'], '--proposers 4: give 3 at most'],
    [['run', good, '--until', HUGE], most('until', 1e12)],
    [['run', good, '--until', '1e3'], '--until 1e3: give a whole number'],
    [['run', good, '--until', '0x10'], '--until 0x10: give a whole number'],
    [['zkcli', '--servers', HUGE], most('servers', 25)],
    [['run', '/dev/zero'], '/dev/zero'],
    [['run', file('utf8.json', '{"title":"\u0000"}')], 'not JSON'],
    [['\u001b]0;owned\u0007'], "no command '\\u001b]0;owned\\u0007'"],
    [['run', '\u001b[2J.json'], '\\u001b[2J.json: no such file'],
  ])('%j that cannot be meant is one line and exit code 2', (args, line) => {
    const { code, out, err } = said(sim, args);
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(err).toHaveLength(1);
    expect(err[0]).toContain(line);
  });
});

describe('a recording', () => {
  const path = join(
    import.meta.dirname,
    '../../fixtures/zookeeper-3.8/election/07-observer.case.json',
  );
  const recorded = JSON.parse(readFileSync(path, 'utf8')) as { readonly script: object[] };

  it.each([
    [{ script: [{ action: 'sleep', ms: 1e12 }, ...recorded.script] }, 'script[0].ms: at most'],
    [{ script: recorded.script.flatMap((one) => [one, { action: 'sleep', ms: 2e6 }]) }, '.ms: at'],
    [{ config: { servers: 3, tickTime: 1, initLimit: 5, syncLimit: 5 } }, 'config.tickTime: a num'],
    [{ config: { servers: 1e9, tickTime: 400, initLimit: 5, syncLimit: 5 } }, 'config.servers: a'],
  ])('that could never be replayed is refused at its place: %#', (change, line) => {
    const bad = file('bad.case.json', { ...recorded, ...change });
    const { code, out, err } = said(conformance, [bad]);
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(err[0]).toContain(line);
  });
});
