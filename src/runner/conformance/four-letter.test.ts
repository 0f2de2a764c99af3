import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { conformFolder } from './conform.ts';
import { readRoles } from './four-letter-case.ts';
import { Field } from './json.ts';
import { simulateRole } from './simulate-four-letter.ts';

interface State {
  words: string[];
  roles: Record<string, { operations: { client: string; op: string; args?: object }[] }>;
}

const recorded = (name: string): { files: Map<string, string>; state: State } => {
  const folder = join(import.meta.dirname, '../../../fixtures/zookeeper-3.8', name);
  const texts = readdirSync(folder).filter((file) => file.endsWith('.txt'));
  return {
    files: new Map(texts.map((file) => [file, readFileSync(join(folder, file), 'utf8')])),
    state: JSON.parse(readFileSync(join(folder, 'state.json'), 'utf8')) as State,
  };
};
const { files, state } = recorded('fourletter');
const failures = (answers: ReadonlyMap<string, string>): string[] =>
  conformFolder(state, answers, 'f').flatMap(({ difference }) => difference ?? []);

describe('four-letter words', () => {
  it('are answered as the real server answered them, in each role of a single server', () => {
    expect(conformFolder(state, files, 'fourletter').map(({ name, ok }) => [name, ok])).toEqual([
      ['fourletter/standalone-empty', true],
      ['fourletter/standalone', true],
      ['fourletter/down', true],
      ['fourletter/default-whitelist', true],
      ['fourletter/looking', true],
      ['fourletter/leader', true],
      ['fourletter/follower', true],
      ['fourletter/other-follower', true],
      ['fourletter/observer', true],
      ['fourletter/leader-with-observer', true],
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

  it('of a member name the servers that vote, and what it leads or follows', () => {
    const said = (word: string, answer: string) =>
      conformFolder(
        {
          words: [word],
          roles: { observer: { sid: 4, servers: '3 participants and 1 observer' } },
        },
        new Map([[`observer.${word}.txt`, answer]]),
        'f',
      )[0]?.difference;
    expect(said('isro', 'rw')).toBeNull();
    expect(said('isro', 'ro')).toBe('observer.isro.txt: "ro", here "rw"');
    expect(said('conf', 'serverId=3')).toContain('"serverId=3", here "clientPort"');
  });

  it('without any recorded answer are no success', () => {
    const [result] = conformFolder({ words: ['ruok'], roles: { idle: {} } }, new Map(), 'f');
    expect(result).toMatchObject({
      ok: false,
      difference: 'no answer lies beside it; name them idle.WORD.txt',
    });
  });
});

describe('what clients did before', () => {
  const { files: answers, state: done } = recorded('fourletter-operations');
  const operations = done.roles['standalone']?.operations ?? [];
  const conformed = (list: readonly object[]): string | null =>
    conformFolder({ ...done, roles: { standalone: { operations: list } } }, answers, 'f')[0]
      ?.difference ?? null;

  it('is carried out: persistent watches, ACLs, a multi, an identity, a removed watch, a sync', () => {
    expect(conformed(operations)).toBeNull();
  });

  it.each(['addWatch', 'multi', 'create', 'exists', 'sync', 'setAcl'])(
    'is seen in the answers: without its %s they differ',
    (op) => {
      const without = operations.filter((each) => each.op !== op);
      expect(without.length).toBeLessThan(operations.length);
      expect(conformed(without)).toMatch(/^standalone\./u);
    },
  );

  const also = (op: string, args: object = {}): string | null =>
    conformed([...operations, { client: 'A', op, args }]);
  const at = `roles.standalone.operations[${operations.length}]`;

  it.each([
    ['reconfig', {}, `${at}.op: the operation 'reconfig' is not simulated`],
    ['freeze', {}, `${at}.op: the operation 'freeze' is not simulated`],
    [
      'multi',
      { ops: [{ op: 'exists', args: { path: '/m' } }] },
      `${at}.args.ops[0].op: the operation 'exists' is not simulated`,
    ],
  ])('is refused by name when it is not simulated: %s', (op, args, text) => {
    expect(also(op, args)).toBe(text);
  });

  it.each([
    ['create', { path: '/x', mode: 'FOREVER' }, `${at}.args.mode: one of PERSISTENT, EPHEMERAL`],
    ['addWatch', { path: '/x', mode: 'ONCE' }, `${at}.args.mode: one of PERSISTENT`],
    ['set', { path: '/x', version: 'new' }, `${at}.args.version: a whole number`],
    ['setAcl', { path: '/x', acl: [{ perms: 'x' }] }, `${at}.args.acl[0].perms: letters of cdrwa`],
  ])('is refused when a field is wrong: %s', (op, args, text) => {
    expect(() => also(op, args)).toThrow(text);
  });

  it('leaves a session behind when a client is dropped, until it times out', () => {
    const dump = (list: readonly object[]): string => {
      const [role] = readRoles(
        new Field({ words: ['dump'], roles: { r: { operations: list } } }),
        () => true,
      );
      return role === undefined ? '' : (simulateRole(role).get('r.dump.txt') ?? '');
    };
    const connected = [{ client: 'A', op: 'connect', args: { timeout: 6000 } }];
    const dropped = [...connected, { client: 'A', op: 'drop' }];
    expect(dump(connected)).toContain('Session Sets (1)/(1)');
    expect(dump(dropped)).toContain('Session Sets (1)/(1)');
    const later = [...dropped, { client: 'A', op: 'sleep', args: { ms: 20_000 } }];
    expect(dump(later)).toContain('Session Sets (0)/(0)');
  });
});
