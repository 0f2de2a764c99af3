import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { conformFolder } from './conform.ts';

const folder = join(import.meta.dirname, '../../../fixtures/zookeeper-3.8/fourletter');
const files = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
);
const state = JSON.parse(readFileSync(join(folder, 'state.json'), 'utf8')) as {
  roles: Record<string, unknown>;
};
const failures = (answers: ReadonlyMap<string, string>): string[] =>
  conformFolder(state, answers, 'f').flatMap(({ difference }) => difference ?? []);

describe('four-letter words', () => {
  it('are answered as the real server answered them, in each role of a single server', () => {
    expect(conformFolder(state, files, 'fourletter').map(({ name, ok }) => [name, ok])).toEqual([
      ['fourletter/standalone-empty', true],
      ['fourletter/standalone', true],
      ['fourletter/down', true],
      ['fourletter/default-whitelist', true],
      ['fourletter/zkServer', true],
    ]);
  });

  it.each([
    ['standalone.stat.txt', 'Zxid: 0x5', 'Zxid: 0x6'],
    ['standalone.stat.txt', ' /127.0.0.1:51596[1](queued=0,recved=4,sent=4)\n', ''],
    ['standalone.srvr.txt', 'Node count: 8', 'Node count: 7'],
    ['standalone.conf.txt', 'maxSessionTimeout=40000', 'maxSessionTimeout=20000'],
    ['standalone.cons.txt', 'lop=GETC', 'lop=GETD'],
    ['standalone.cons.txt', 'lcxid=0x4', 'lcxid=0x5'],
    ['standalone.dump.txt', '\t/app/e1', '\t/app/e3'],
    ['standalone.dump.txt', 'Session Sets (2)/(2)', 'Session Sets (2)/(3)'],
    ['standalone.wchs.txt', 'Total watches:3', 'Total watches:4'],
    ['standalone.wchc.txt', '\t/missing\n', ''],
    ['standalone.wchp.txt', '/missing', '/missed'],
    ['standalone.mntr.txt', 'zk_watch_count\t4', 'zk_watch_count\t3'],
    ['standalone.mntr.txt', 'zk_approximate_data_size\t67', 'zk_approximate_data_size\t66'],
    ['standalone-empty.ruok.txt', 'imok', 'imnot'],
    ['standalone-empty.isro.txt', 'rw', 'ro'],
    ['standalone-empty.envi.txt', 'java.home=', 'java.house='],
    ['default-whitelist.ruok.txt', 'ruok is not executed', 'ruok is not'],
    ['down.zkServer-status.txt', 'exit code 1', 'exit code 0'],
    ['zkServer.start-again.txt', 'already running', 'STARTED'],
    ['zkServer.stop-again.txt', 'no zookeeper to stop', 'STOPPED'],
  ])('are compared: %s without %j is no longer what was answered', (file, before, after) => {
    const answer = files.get(file) ?? '';
    expect(answer).toContain(before);
    const found = failures(new Map(files).set(file, answer.replace(before, after)));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`${file}: `);
  });

  it('of an ensemble fail honestly', () => {
    expect(
      conformFolder({ words: ['ruok'], roles: { leader: { sid: 2 } } }, new Map(), 'f'),
    ).toEqual([
      {
        kind: 'fourletter',
        name: 'f/leader',
        ok: false,
        difference: 'needs an ensemble with clients, which is not simulated yet',
      },
    ]);
  });
});
