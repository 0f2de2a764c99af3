import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sim } from './sim-command.ts';
import { document, file, said } from './testing/said.ts';

const folder = join(
  import.meta.dirname,
  '../../fixtures/zookeeper-3.8/server-logs/newer-zxid-lower-sid',
);
const logs = [1, 2, 3].map((sid) => join(folder, `server${sid}.log`));

it('sim logs tells who led, each event with its line, and what was skipped', () => {
  const { code, out } = said(sim, ['logs', ...logs]);
  expect(code).toBe(0);
  expect(out[0]).toContain('server1.log: S1 (by myid), 3.8.0');
  const led = out.filter((line) => / S\d leads epoch \d /u.test(line));
  expect(led).toEqual([
    expect.stringMatching(
      /^ +\d+\.\d{3} S2 leads epoch 1 with the quorum 1, 2 \(server2\.log:\d+\)$/u,
    ),
    expect.stringMatching(/S1 leads epoch 2 with the quorum 1, 3 \(server1\.log:\d+\)$/u),
  ]);
  expect(out.some((line) => /^skipped \d+ lines of QuorumPeer: /u.test(line))).toBe(true);
  expect(out.some((line) => line.includes('cannot reach'))).toBe(false);
  expect(
    said(sim, ['logs', '--all', ...logs]).out.some((line) => line.includes('cannot reach')),
  ).toBe(true);
});

it('sim logs --json gives one document with all of it', () => {
  const report = document(said(sim, ['logs', '--json', ...logs]));
  expect(report).toMatchObject({ servers: [1, 2, 3], named: [], warnings: [] });
  expect(report['history']).toContainEqual(
    expect.objectContaining({ server: 1, rule: 'leader-established', epoch: 2, sids: '1, 3' }),
  );
});

it('sim logs is told whose log a file is where nothing says it', () => {
  const path = file(
    'plain.log',
    '2024-01-01 12:00:00,000 INFO LOOKING (org.apache.zookeeper.server.quorum.QuorumPeer)\n',
  );
  const nobody = said(sim, ['logs', path]);
  expect(nobody.code).toBe(1);
  expect(nobody.out[0]).toContain('give it as SID=FILE');
  const four = said(sim, ['logs', `4=${path}`]);
  expect(four.code).toBe(0);
  expect(four.out.join('\n')).toContain('S4 LOOKING (plain.log:1)');
});

it('sim logs refuses what it cannot read in one line', () => {
  expect(said(sim, ['logs'])).toMatchObject({ code: 2, err: [expect.stringContaining('no file')] });
  const notes = said(sim, ['logs', file('notes.txt', 'nothing of a server\n')]);
  expect([notes.code, notes.out[0]]).toEqual([1, expect.stringContaining('no line of it')]);
});
