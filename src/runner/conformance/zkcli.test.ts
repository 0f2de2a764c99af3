import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareSessions } from './compare-zkcli.ts';
import { conform } from './conform.ts';
import { Field } from './json.ts';
import { simulateZkCli } from './simulate-zkcli.ts';
import { readSession, readTyped } from './zkcli-case.ts';

const folder = join(import.meta.dirname, '../../../fixtures/zookeeper-3.8/zkcli');
const files = readdirSync(folder).filter((file) => file.endsWith('.case.json'));

interface Recorded {
  readonly name: string;
  readonly commands: readonly string[];
  readonly expected: readonly Record<string, unknown>[];
}
const read = (file: string): Recorded =>
  JSON.parse(readFileSync(join(folder, file), 'utf8')) as Recorded;

describe('what the real zkCli printed', () => {
  it('is all there', () => {
    expect(files).toHaveLength(25);
  });

  it.each(files)('%s is printed by the simulated one', (file) => {
    expect(conform(read(file))).toMatchObject({ kind: 'zkcli', ok: true, difference: null });
  });

  it('does not depend on the latencies that a seed draws', () => {
    for (const file of files.slice(8, 14)) {
      const recorded = new Field(read(file));
      const typed = readTyped(recorded);
      for (const seed of [2, 3, 4]) {
        const { session, violations } = simulateZkCli(typed, seed);
        expect(compareSessions(typed.commands, readSession(recorded), session)).toBeNull();
        expect(violations).toEqual([]);
      }
    }
  });

  it('is not known while it is simulated', () => {
    const recorded = read('12-watch-both-delete.case.json');
    const blank = { ...recorded, expected: [], banner: [] };
    expect(simulateZkCli(readTyped(new Field(blank)))).toEqual(
      simulateZkCli(readTyped(new Field(recorded))),
    );
  });
});

/** One command of a recording with something else in it. */
const changed = (file: string, cmd: string, change: Record<string, unknown>): unknown => {
  const recorded = read(file);
  const index = recorded.commands.indexOf(cmd);
  expect(index).not.toBe(-1);
  const expected = recorded.expected.with(index, { ...recorded.expected[index], ...change });
  return { ...recorded, expected };
};
const difference = (recording: unknown): string | null => conform(recording).difference;

describe('a difference from the real zkCli', () => {
  it('is found in a line, in the kind of output, in an event and in the end', () => {
    const watch = '10-watch-data.case.json';
    expect(difference(changed(watch, 'get -w /w', { stdout: 'b\n' }))).toContain(
      'line 1 is "b", here "a"',
    );
    expect(difference(changed(watch, 'create /w a', { stderrLines: 0 }))).toContain(
      '0 lines on standard error, here 1',
    );
    expect(difference(changed(watch, 'set /w b', { events: [] }))).toContain('events: line 1');
    expect(difference(changed(watch, 'set /w c', { cliExits: true }))).toContain('zkCli ended');
  });

  it('is not hidden by a mask', () => {
    const recorded = '03-create-ephemeral.case.json';
    const stat = (line: string): Record<string, unknown> => ({
      stdout: String(read(recorded).expected[2]?.['stdout']).replace(/.* = <sid>/u, line),
    });
    expect(
      difference(changed(recorded, 'stat /grp/me', stat('ephemeralOwner = <sid>'))),
    ).toBeNull();
    expect(difference(changed(recorded, 'stat /grp/me', stat('ephemeralOwner = 0x0')))).toContain(
      'ephemeralOwner',
    );
  });

  it('is there when identities come in another order: their hash set has one', () => {
    const recorded = '15-auth-digest.case.json';
    const whoami = 'Auth scheme: User\nip: 127.0.0.1\ndigest: alice\n';
    expect(difference(changed(recorded, 'whoami', { stdout: whoami }))).toContain('line 2');
    const written = "'ip,'127.0.0.1\n: cdrwa\n'world,'anyone\n: r\n";
    const other = changed('05-create-acl.case.json', 'getAcl /multi', { stdout: written });
    expect(difference(other)).toContain('line 1');
  });
});
