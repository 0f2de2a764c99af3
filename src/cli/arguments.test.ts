import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
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
    [['fuzz', 'election', '--servers', HUGE], most('servers', 25)],
    [['fuzz', 'election', '--runs', HUGE], most('runs', 100_000_000)],
    [['fuzz', 'election', '--seed', HUGE], most('seed', Number.MAX_SAFE_INTEGER)],
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
