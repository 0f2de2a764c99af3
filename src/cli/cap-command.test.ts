import { describe, expect, it } from 'vitest';
import { sim } from './sim-command.ts';
import { document, file, said } from './testing/said.ts';

describe('sim cap', () => {
  it('says of each request what came of it, the meters, and what the checkers say', () => {
    const report = document(said(sim, ['cap', '--store', 'zookeeper', '--json']));
    expect((report['ops'] as readonly unknown[])[2]).toMatchObject({
      op: 'read',
      client: 'α',
      server: 'S2',
      outcome: 'ok',
      value: 1,
      staleness: 1,
    });
    expect(report).toMatchObject({
      meters: { minority: { issued: 5, answered: 1 }, majority: { issued: 2, answered: 2 } },
      verdict: { linearizable: false, sequential: true, witness: { requests: [1, 2, 3] } },
    });
  });

  it('prints plain lines for people', () => {
    const { code, out } = said(sim, ['cap', '--store', 'last-writer-wins']);
    expect(code).toBe(0);
    expect(out).toContain('2. 1.0 s β → S4 write 2: ok (lost later)');
    expect(out).toContain('minority answered 5 of 5');
    expect(out).toContain('linearizable: no');
  });

  it('takes a workload of one’s own', () => {
    const path = file('workload.json', [
      { client: 101, kind: 'write', value: 7, atMs: -500 },
      { client: 102, kind: 'read', atMs: 1000 },
    ]);
    const report = document(said(sim, ['cap', '--store', 'quorum', '--workload', path, '--json']));
    expect((report['ops'] as readonly { value: number }[]).map(({ value }) => value)).toEqual([
      7, 7,
    ]);
  });

  it('says what is wrong with a store or a workload', () => {
    expect(said(sim, ['cap']).err[0]).toContain('--store one of zookeeper');
    const unknown = said(sim, ['cap', '--store', 'raft', '--json']);
    expect(unknown).toMatchObject({ code: 2, out: [] });
    expect(unknown.err).toEqual([expect.stringMatching(/^--store raft: .*zookeeper-read-only/u)]);
    const nobody = file('nobody.json', [{ client: 7, kind: 'read' }]);
    const { code, err } = said(sim, ['cap', '--store', 'quorum', '--workload', nobody]);
    expect(code).toBe(2);
    expect(err[0]).toContain('setup.workload[0].client');
    const none = file('none.json', { client: 101 });
    expect(said(sim, ['cap', '--store', 'quorum', '--workload', none]).code).toBe(2);
  });
});
