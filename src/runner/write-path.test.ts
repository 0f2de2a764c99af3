/** The moments of a write's path. */
import { describe, expect, it } from 'vitest';
import { ALPHA, BETA, written } from './testing/write-lab.ts';

describe('the path of a write', () => {
  it('has six moments where the client talks to the leader', async () => {
    const lab = await written({});
    expect(await lab.moments()).toEqual([
      'request α→S3 ---',
      'proposal S3 --.',
      'log S3 --l',
      'ack S1→S3 l.l',
      'commit S3 llC',
      'reply α OK llC',
    ]);
    const { moments, write, servers, voters } = await lab.path();
    expect({ servers, voters }).toEqual({ servers: [1, 2, 3], voters: 3 });
    expect(write).toMatchObject({ client: ALPHA, op: 'create', path: '/b', failed: false });
    expect(moments.map(({ have }) => have)).toEqual([0, 0, 1, 2, 3, 3]);
    expect(moments.map(({ leader }) => leader)).toEqual([3, 3, 3, 3, 3, 3]);
  });

  it('goes through a follower to the leader and back', async () => {
    const lab = await written({ clients: [[1]] });
    expect(await lab.moments()).toEqual([
      'request α→S1→S3 ---',
      'proposal S3 --.',
      'log S3 --l',
      'ack S1→S3 l.l',
      'commit S3 llC',
      'reply α OK CCC',
    ]);
  });

  it('counts observers among the disks, and not among those who decide', async () => {
    const lab = await written({ servers: 4, observers: [1], clients: [[1]] });
    const { servers, voters } = await lab.path();
    expect({ servers, voters }).toEqual({ servers: [2, 3, 4, 1], voters: 3 });
    expect(await lab.moments()).toEqual([
      'request α→S1→S4 ----',
      'proposal S4 --.-',
      'log S4 --l-',
      'ack S2→S4 l.l-',
      'commit S4 llC-',
      'reply α OK CCCC',
    ]);
  });

  it('has a zxid for what fails, and an answer that says so', async () => {
    const lab = await written({}, 'set /none x');
    const { write } = await lab.path();
    expect(write).toMatchObject({ op: 'setData', failed: true, zxid: { epoch: 1, counter: 3 } });
    expect((await lab.moments()).at(-1)).toBe('reply α NoNode llC');
    expect((await lab.crash('log', [3])).fate).toBe('dropped');
    expect(await lab.crash('reply', [3])).toMatchObject({ told: 'error', err: 'NoNode' });
  });

  it('has no acknowledgement where a server stands alone', async () => {
    const lab = await written({ servers: 1, clients: [[1]], alone: true });
    expect(await lab.moments()).toEqual([
      'request α→S1 -',
      'proposal S1 .',
      'log S1 l',
      'commit S1 C',
      'reply α OK C',
    ]);
    const how = { alone: true, power: true };
    expect((await lab.crash('proposal', [1], how)).fate).toBe('dropped');
    expect((await lab.crash('log', [1], how)).fate).toBe('survives');
  });

  it('shows nothing that has not come yet, and what came of a write that died on its way', async () => {
    const lab = await written({});
    const { moments } = await lab.path();
    lab.run.seek(moments[0]?.position ?? 0);
    expect((await lab.path()).write.zxid).toBeNull();
    lab.run.seek(moments[2]?.position ?? 0);
    const three = ['request α→S3 ---', 'proposal S3 --.', 'log S3 --l'];
    expect(await lab.moments()).toEqual(three);
    const { branch } = await lab.crash('log', [3]);
    lab.run.switchTo(branch);
    expect(await lab.moments()).toEqual(three);
  });

  it('finds a write by its name, the newest without one', async () => {
    const lab = await written({});
    lab.types(BETA, 'create /c');
    lab.until({ all: [{ answered: BETA }, { quiet: true }] });
    const { writes, path } = await lab.ask({ ask: 'path', write: null });
    expect(writes.map((write) => write.path)).toEqual(['/c', '/b']);
    expect(path?.write.path).toBe('/c');
    const [, older] = writes;
    const other = await lab.ask({ ask: 'path', write: older ?? null });
    expect(other.path?.write.path).toBe('/b');
  });
});
