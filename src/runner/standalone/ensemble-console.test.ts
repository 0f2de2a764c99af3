/** zkCli at an ensemble prints what the real one printed at a single server, zxids apart. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compareSessions } from '../conformance/compare-zkcli.ts';
import { Field } from '../conformance/json.ts';
import { simulateZkCli } from '../conformance/simulate-zkcli.ts';
import { readSession, readTyped } from '../conformance/zkcli-case.ts';
import type { Session } from '../conformance/zkcli-case.ts';
import { Console } from './console.ts';

const folder = join(import.meta.dirname, '../../../fixtures/zookeeper-3.8/zkcli');
const members = { voters: 3, observers: 1 };

/** Epoch 1 as a single server counts. */
const inEpochZero = ({ banner, commands }: Session): Session => ({
  banner,
  commands: commands.map((each) => ({
    ...each,
    own: each.own.map((line) =>
      line.replace(
        /^([cmp]Zxid = )0x1([0-9a-f]{8})$/u,
        (_, term: string, counter: string) =>
          `${term}0x${Number.parseInt(counter, 16).toString(16)}`,
      ),
    ),
  })),
});

/** It prints `/zookeeper/config`, where a single server has nothing. */
const PRINTS_CONFIG = '17-children-number-sync.case.json';

const files = readdirSync(folder).filter(
  (file) => file.endsWith('.case.json') && file !== PRINTS_CONFIG,
);

it.each(files)('%s', (file) => {
  const recorded = new Field(JSON.parse(readFileSync(join(folder, file), 'utf8')));
  const typed = readTyped(recorded);
  const { session, violations } = simulateZkCli(typed, 1, members);
  expect(violations).toEqual([]);
  expect(compareSessions(typed.commands, readSession(recorded), inEpochZero(session))).toBeNull();
});

it('lists its members in /zookeeper/config, and counts its zxids from the first epoch', () => {
  const zk = new Console({}, 1, members);
  const printed = (line: string): string[] => zk.type(line).map(({ text }) => text);
  expect(zk.banner[0]?.text).toBe('Connecting to zk1:2181,zk2:2181,zk3:2181,zk4:2181');
  expect(printed('get /zookeeper/config').slice(1)).toEqual([
    'server.1=zk1:2888:3888:participant',
    'server.2=zk2:2888:3888:participant',
    'server.3=zk3:2888:3888:participant',
    'server.4=zk4:2888:3888:observer',
    'version=0',
  ]);
  zk.type('create /a');
  expect(printed('stat /a')).toContain('cZxid = 0x100000002');
});
