/** What becomes of a write when servers die at one of its moments. */
import { whole } from '../scenarios/slices.ts';
import { describe, expect, it } from 'vitest';
import { InterventionRefused } from '../kernel/refusal.ts';
import { fileOfRun } from '../scenarios/from-run.ts';
import { zookeeper } from '../scenarios/zookeeper/adapter.ts';
import { crashWay } from '../view/crash-way.ts';
import { Run } from './run.ts';
import { ALPHA, BETA, five, Lab, scenario, told, written } from './testing/write-lab.ts';
import { tried } from './trial.ts';

describe('to crash exactly here', () => {
  it('drops what only the dead leader had logged (Z-A1)', async () => {
    const lab = await written({});
    expect(told(await lab.crash('log', [3]))).toEqual([
      'dropped, lost, S2 leads',
      'S1 DIFF 0, S3 TRUNC 1·2',
      'S1 FOLLOWING e2 1·2C 1·3-',
      'S2 LEADING e2 1·2C 1·3-',
      'S3 FOLLOWING e2 1·2C 1·3✂',
    ]);
  });

  it('sends a snapshot where another transaction came between (Z-A1s)', async () => {
    const lab = await written({});
    const between = { pid: BETA, text: 'create /c' };
    expect(told(await lab.crash('log', [3], { between }))).toEqual([
      'dropped, lost, S2 leads',
      'S1 DIFF 0, S3 SNAP 2·1',
      'S1 FOLLOWING e2 1·2C 1·3- 2·1C',
      'S2 LEADING e2 1·2C 1·3- 2·1C',
      'S3 FOLLOWING e2 1·2C 1·3✂ 2·1C',
    ]);
  });

  it('keeps what one of those who elect has logged, though nobody was told (Z-A1c)', async () => {
    const lab = await written(five);
    const future = await lab.crash('ack', [5]);
    expect(told(future)).toEqual([
      'survives, lost, S4 leads',
      'S1 DIFF 1, S2 DIFF 1, S3 DIFF 1, S5 DIFF 0',
      'S1 FOLLOWING e2 1·1C 1·2C',
      'S2 FOLLOWING e2 1·1C 1·2C',
      'S3 FOLLOWING e2 1·1C 1·2C',
      'S4 LEADING e2 1·1C 1·2C',
      'S5 FOLLOWING e2 1·1C 1·2C',
    ]);
    expect(future.events.map(({ kind, pids }) => [kind, pids])).toEqual([
      ['died', [5]],
      ['leads', [4]],
      ['returns', [5]],
    ]);
  });

  it('drops it where all who have it are dead (Z-A1d)', async () => {
    const lab = await written(five);
    expect(told(await lab.crash('ack', [5, 4]))).toEqual([
      'dropped, lost, S3 leads',
      'S1 DIFF 0, S2 DIFF 0, S4 TRUNC 1·1, S5 TRUNC 1·1',
      'S1 FOLLOWING e2 1·1C 1·2-',
      'S2 FOLLOWING e2 1·1C 1·2-',
      'S3 LEADING e2 1·1C 1·2-',
      'S4 FOLLOWING e2 1·1C 1·2✂',
      'S5 FOLLOWING e2 1·1C 1·2✂',
    ]);
  });

  it('keeps what a client was told, or might have been (Z-A2)', async () => {
    const lab = await written({});
    const rows = [
      'S1 DIFF 0, S3 DIFF 0',
      'S1 FOLLOWING e2 1·2C 1·3C',
      'S2 LEADING e2 1·2C 1·3C',
      'S3 FOLLOWING e2 1·2C 1·3C',
    ];
    expect(told(await lab.crash('commit', [3]))).toEqual(['survives, lost, S2 leads', ...rows]);
    expect(told(await lab.crash('reply', [3]))).toEqual(['survives, ok, S2 leads', ...rows]);
  });

  it('does not know what becomes of it where the others are no quorum', async () => {
    const lab = new Lab(scenario({}));
    lab.until({ state: { pid: ALPHA, is: 'CONNECTED' } });
    lab.run.intervene({ kind: 'kill', pid: 1 });
    lab.until({ quiet: true });
    lab.types(ALPHA, 'create /b');
    lab.until({ all: [{ answered: ALPHA }, { quiet: true }] });
    const future = await lab.crash('reply', [3]);
    expect(future).toMatchObject({ fate: 'unknown', told: 'ok', leader: null });
    expect(future.servers.map(({ liveness }) => liveness)).toEqual(['crashed', 'up', 'crashed']);
  });

  it('loses what a client was told where a rule is switched off', async () => {
    const lab = await written({ broken: ['commit-without-quorum'] });
    expect(await lab.moments()).toContain('commit S3 --C');
    const future = await lab.crash('commit', [3]);
    expect(told(future)[0]).toBe('dropped, lost, S2 leads');
    const answered = await lab.crash('reply', [3]);
    expect(answered.told).toBe('ok');
  });

  it('is in the link: what is saved of a branch comes to the same', async () => {
    const lab = await written({});
    for (const kind of ['log', 'reply'] as const) {
      const { branch, length } = await lab.crash(kind, [3], { power: true });
      const other = lab.run.on(branch);
      const again = new Run(zookeeper, fileOfRun(lab.run.file, other.interventions()));
      again.seek(length);
      expect(again.world.fingerprint()).toBe(other.world.fingerprint());
    }
    expect(lab.run.branches.map(({ parent }) => parent?.id)).toEqual([undefined, 0, 0]);
  });

  it('leaves the run where it stands, and no branch where it cannot be done', async () => {
    const lab = await written({});
    lab.run.intervene({ kind: 'kill', pid: 1 });
    const { branch, position } = lab.run;
    const way = crashWay([1]);
    expect(() => whole(tried(lab.run, { type: 'try', branch: branch.id, position, way }))).toThrow(
      InterventionRefused,
    );
    expect(lab.run.branches).toHaveLength(1);
    await lab.crash('log', [3]);
    expect(lab.run.branches).toHaveLength(2);
    expect([lab.run.branch, lab.run.position]).toEqual([branch, position]);
  });
});
