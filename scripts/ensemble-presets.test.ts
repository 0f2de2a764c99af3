import { describe, expect, it } from 'vitest';
import { zookeeperPresets } from '../src/page/labs/zookeeper/presets.ts';
import type { Pid } from '../src/view/time.ts';
import type { ZooKeeperDetail } from '../src/view/zookeeper.ts';
import { opened } from './testing/opened-preset.ts';
import type { Opened } from './testing/opened-preset.ts';

describe('an ensemble opens', () => {
  type Run = Opened<ZooKeeperDetail>;
  /** `S1 1·2`: the newest transaction in the tree and, behind it, what is logged beyond it. */
  const histories = ({ frame }: Run): readonly string[] =>
    frame.detail.servers.map(({ pid, zxid, member }) => {
      const logged = member?.logged ?? zxid;
      const more = logged.counter - zxid.counter;
      return `S${pid} ${zxid.epoch}·${zxid.counter}${more > 0 ? ` +${more}` : ''}`;
    });
  const answer = ({ frame }: Run, pid: Pid) =>
    frame.detail.clients.find((one) => one.pid === pid)?.asked?.answer ?? null;
  const printed = ({ frame }: Run, pid: Pid): string =>
    frame.detail.clients
      .find((one) => one.pid === pid)
      ?.output.map(({ text }) => text)
      .join('\n') ?? '';

  it('when a write is proposed to both followers', async () => {
    const run = await opened<ZooKeeperDetail>(zookeeperPresets, 'replicated');
    expect([1, 2, 3].map((sid) => run.state(sid))).toEqual(['FOLLOWING', 'FOLLOWING', 'LEADING']);
    expect(run.flying('PROPOSAL').map(({ to }) => to)).toEqual([1, 2]);
    expect(answer(run, 101)).toBeNull();
    await run.runFor(100);
    expect(histories(run)).toEqual(['S1 1·3', 'S2 1·3', 'S3 1·3']);
    expect(answer(run, 101)).toMatchObject({ err: 'OK' });
  });

  it('when a read asks the one server that does not have the write yet', async () => {
    const run = await opened<ZooKeeperDetail>(zookeeperPresets, 'stale-read');
    expect(answer(run, 101)).toMatchObject({ err: 'OK' });
    expect(histories(run)).toEqual(['S1 1·3', 'S2 1·2', 'S3 1·3']);
    await run.runFor(20);
    expect(answer(run, 102)).toMatchObject({ err: 'OK', behind: { epoch: 1, counter: 3 } });
    expect(printed(run, 102).split('\n').at(-1)).toBe('0');
  });

  it('when a leader has died with a write that nobody else has', async () => {
    const run = await opened<ZooKeeperDetail>(zookeeperPresets, 'leader-dies');
    expect(run.state(3)).toBe('crashed');
    expect(histories(run)).toEqual(['S1 1·2', 'S2 1·2', 'S3 1·3']);
    expect(answer(run, 101)).toBeNull();
    await run.runFor(5000);
    expect(run.frame.detail.ensemble?.established).toMatchObject({ leader: 2, epoch: 2 });
    await run.does({ kind: 'start', pids: [3] });
    await run.runFor(5000);
    const [, , back] = run.frame.detail.servers;
    expect(back?.log.some(({ zxid }) => zxid.epoch === 1 && zxid.counter === 3)).toBe(false);
    expect(back?.member?.truncated.map(({ zxid }) => zxid)).toEqual([{ epoch: 1, counter: 3 }]);
  });

  it('when a leader is on the side of the few', async () => {
    const run = await opened<ZooKeeperDetail>(zookeeperPresets, 'minority');
    expect(histories(run).slice(3)).toEqual(['S4 1·2 +1', 'S5 1·2 +1']);
    await run.runFor(30_000);
    expect(run.frame.detail.ensemble?.established).toMatchObject({ leader: 3, epoch: 2 });
    expect(run.state(5)).toBe('LOOKING');
    expect(answer(run, 102)).toMatchObject({ err: 'ConnectionLoss' });
  });

  it('when observers are told what is committed', async () => {
    const run = await opened<ZooKeeperDetail>(zookeeperPresets, 'observers');
    expect([run.state(4), run.state(5)]).toEqual(['OBSERVING', 'OBSERVING']);
    expect(run.flying('INFORM').map(({ to }) => to)).toEqual([4, 5]);
    await run.runFor(100);
    expect(answer(run, 101)).toMatchObject({ err: 'OK' });
  });
});
