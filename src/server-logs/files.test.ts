import { describe, expect, it } from 'vitest';
import { LIMITS } from '../view/limits.ts';
import { filesOf, textsOf } from '../../scripts/server-log-fixtures.ts';
import { ServerLogs } from './logs.ts';
import { serverInName } from './whose.ts';

const texts = textsOf('newer-zxid-lower-sid');
const one = texts['server1.log'] ?? '';
/** Nothing in it says whose it is. */
const anonymous = one
  .replaceAll(/\[myid:1\]/gu, '[myid:]')
  .replaceAll(/\[myid=1\]/gu, '')
  .replaceAll(', myid=1', '')
  .replaceAll(/^.*New election.*$\n/gmu, '')
  .replaceAll(/\[(?:SyncThread|CommitProcessor):1:/gu, '[main:');

const read = (files: Readonly<Record<string, string>>, said = {}) =>
  new ServerLogs(filesOf(files), said);
const rules = (logs: ServerLogs, sid: number): string[] =>
  logs.events.filter(({ told }) => told.server === sid).map(({ told }) => told.rule);

describe('whose log a file is', () => {
  it('is what its lines say, whatever it is called', () => {
    const logs = read({ 'server9.log': one });
    expect(logs.view.files).toMatchObject([{ servers: [1], by: 'myid' }]);
  });

  it('else is in its name', () => {
    const logs = read({ 'zk-7.out': anonymous });
    expect(logs.view.files).toMatchObject([{ servers: [7], by: 'name', problem: null }]);
    expect(rules(logs, 7)).toContain('leading');
    for (const [name, sid] of [
      ['server3.log', 3],
      ['/var/log/zookeeper/zookeeper_12.log.1', 12],
      ['zoo2.txt', 2],
      ['logs/2026-11-21.log', null],
      ['zookeeper.log', null],
    ] as const) {
      expect(serverInName(name)).toBe(sid);
    }
  });

  it('else is asked for: then nothing of it is told until somebody says it', () => {
    const files = { 'zookeeper.log': anonymous };
    const nobody = read(files);
    expect(nobody.view.files).toMatchObject([{ servers: [], problem: { code: 'whose' } }]);
    expect(nobody.events).toEqual([]);
    expect(nobody.frame(0).processes).toEqual([]);
    expect(rules(read(files, { 'zookeeper.log': 4 }), 4)).toContain('leading');
  });

  it('is of several servers where their lines stand in one file', () => {
    const lines = Object.values(texts).flatMap((text) =>
      text.split('\n').filter((line) => /^\d{4}-.*\[myid:\d\]/u.test(line)),
    );
    const logs = read({ 'all.log': lines.toSorted().join('\n') });
    expect(logs.view.files[0]?.servers.toSorted()).toEqual([1, 2, 3]);
    expect(logs.frame(Infinity).detail.established).toEqual({ leader: 1, epoch: 2 });
  });
});

describe('files', () => {
  it('of one server one after the other are one log; what overlaps another is left out', () => {
    const lines = one.split('\n');
    const parts = {
      'zk.log': lines.slice(40).join('\n'),
      'zk.log.1': lines.slice(0, 40).join('\n'),
    };
    expect(rules(read(parts), 1)).toEqual(rules(read({ 'zk.log': one }), 1));
    const twice = read({ 'a.log': one, 'b.log': one });
    expect(rules(twice, 1)).toEqual(rules(read({ 'a.log': one }), 1));
    expect(twice.view.files.map(({ problem }) => problem)).toEqual([
      null,
      { code: 'overlaps', with: 'a.log' },
    ]);
  });

  it('of a system that ends its lines otherwise tell the same', () => {
    const crlf = Object.fromEntries(
      Object.entries(texts).map(([name, text]) => [name, text.replaceAll('\n', '\r\n')]),
    );
    expect(read(crlf).events).toEqual(read(texts).events);
    expect(read(crlf).view.skipped).toEqual(read(texts).view.skipped);
  });

  it('that are no logs are said to be none', () => {
    const logs = read({ 'notes1.txt': 'Some\nnotes\n' });
    expect(logs.view.files).toMatchObject([{ problem: { code: 'no-log' }, lines: 2, told: 0 }]);
    expect(logs.view.skipped).toMatchObject([{ why: 'foreign', count: 2 }]);
  });
});

describe('a log with lines that are not known', () => {
  const foreign = [
    'Exporting metrics to nowhere',
    '2026-11-21 03:23:46,000 [myid:2] - INFO  [main:QuorumPeer@1] - Peer has put on its hat',
    '2026-11-21 03:23:46,001 [myid:2] - INFO  [main:com.example.Shipper@7] - shipped',
    'java.lang.IllegalStateException: of the shipper',
    '\tat com.example.Shipper.ship(Shipper.java:7)',
  ];
  const lines = (texts['server2.log'] ?? '').split('\n');
  const at = lines.findIndex((line) => line.includes('LOOKING'));
  const mixed = {
    ...texts,
    'server2.log': [...lines.slice(0, at), ...foreign, ...lines.slice(at)].join('\n'),
  };
  const logs = read(mixed);

  it('tells all that it tells without them', () => {
    const told = (all: ServerLogs) =>
      all.events.map(({ told: { server, rule, data } }) => [
        server,
        rule,
        rule === 'silent' ? null : data,
      ]);
    expect(told(logs)).toEqual(told(read(texts)));
  });

  it('says how many lines of each kind were skipped, and shows them', () => {
    const [first] = logs.view.skipped;
    expect(first?.why).toBe('ensemble');
    const find = (text: string) =>
      logs.view.skipped.flatMap((kind) => {
        const shown = logs.ask({ ask: 'lines', kind: kind.id, first: 0 });
        const found =
          shown.ask === 'lines' ? shown.lines.find((line) => line.text.includes(text)) : undefined;
        return found === undefined ? [] : [{ ...kind, ...found }];
      });
    expect(find('Exporting')).toMatchObject([
      { why: 'foreign', count: 1, file: 'server2.log', line: at + 1 },
    ]);
    expect(find('its hat')).toMatchObject([{ why: 'ensemble', logger: 'QuorumPeer' }]);
    expect(find('shipped')).toMatchObject([{ why: 'other', logger: 'Shipper', count: 1 }]);
    expect(find('IllegalState')).toMatchObject([{ why: 'trace' }]);
  });
});

it('beyond the limits what comes before is told, and the rest is said to be left out', () => {
  const line = '2026-11-21 03:23:46,000 [myid:1] - INFO  [main:QuorumPeer@1] - FOLLOWING\n';
  const many = read({ 'server1.log': line + 'no line of a log\n'.repeat(LIMITS.logLines) });
  expect(many.view.files).toMatchObject([
    { lines: LIMITS.logLines, problem: { code: 'many-lines', line: LIMITS.logLines + 1 } },
  ]);
  const eventful = read({ 'server1.log': line.repeat(LIMITS.logEvents + 2) });
  expect(eventful.view.files[0]?.problem).toEqual({
    code: 'many-lines',
    line: LIMITS.logEvents + 2,
  });
  const servers = Array.from({ length: LIMITS.logServers + 2 }, (_, i) =>
    line.replace('myid:1', `myid:${i + 1}`),
  );
  const crowd = read({ 'all.log': servers.join('') });
  expect(crowd.view.servers).toHaveLength(LIMITS.logServers);
  expect(crowd.view.warnings).toMatchObject([{ code: 'many-servers', data: { left: 2 } }]);
});
