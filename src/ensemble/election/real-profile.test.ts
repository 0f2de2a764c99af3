/** What real connections add to the votes (profile `zookeeper-3.8`). */
import { describe, expect, it } from 'vitest';
import { stateWord } from './project.ts';
import { Play } from './testing/play.ts';
import { totalOrderPredicate } from '../../protocols/election/vote.ts';

const real = (servers: string, options: ConstructorParameters<typeof Play>[2] = {}): Play =>
  new Play(servers, { profile: 'zookeeper-3.8' }, options);

const dialledBy = (play: Play, a: number, b: number): number[] =>
  [...play.world.network.connections.values()]
    .filter(
      ({ port, dialer, acceptor }) =>
        port === 'election' &&
        ((dialer === a && acceptor === b) || (dialer === b && acceptor === a)),
    )
    .map(({ dialer }) => dialer);

describe('election connections', () => {
  it('one for each pair survives, the one that the larger sid dialled', () => {
    const play = real('S1\nS2\nS3').until(2000);
    expect([dialledBy(play, 1, 2), dialledBy(play, 1, 3), dialledBy(play, 2, 3)]).toEqual([
      [2],
      [3],
      [3],
    ]);
  });

  it('whoever comes later first hears the last vote of each, then the answers', () => {
    const play = real('S1 at 0\nS2 at 1000\nS3 at 2000\nS4 at 3000\nS5 at 4000').until(2999);
    const before = play.notifications;
    play.until(3999);
    expect(play.notifications - before).toBe(6 + 3);
    const joined = play.notifications;
    play.until(4999);
    expect(play.notifications - joined).toBe(8 + 4);
    expect(play.established).toBe(3);
  });

  it('a server alone tries again ever less often, up to a minute', () => {
    const play = real('S1\nS2 off\nS3 off').until(400_000);
    const next = play.factsOf('notification-timeout', 1).map(({ data }) => data['nextMs']);
    expect(next.slice(0, 4)).toEqual([400, 800, 1600, 3200]);
    expect(next.at(-1)).toBe(60_000);
    expect(play.factsOf('notification-timeout', 1).every(({ data }) => data['dialled'])).toBe(true);
  });

  it('keeps the newest vote for a peer that cannot be reached', () => {
    const play = real('S1\nS2\nS3 off').until(100);
    const queued = play.s(1).links.find(({ sid }) => sid === 3)?.queued;
    expect(queued?.vote.leader).toBe(2);
  });
});

describe('observers', () => {
  it('have no vote, follow whom the voters chose, and change nothing', () => {
    const play = real('S1\nS2\nS3\nS4 observer').until(5000);
    expect(play.state(4)).toBe('OBSERVING S3');
    expect(play.s(3).leading?.newLeaderAcks).not.toContain(4);
    expect(play.s(1).election.box.some(({ voter }) => voter === 4)).toBe(false);
    expect(totalOrderPredicate(play.s(4).election.initial, play.s(1).election.initial)).toBe(false);
  });

  it('do not help to keep a quorum', () => {
    const play = real('S1\nS2\nS3\nS4 observer').until(5000);
    play.do({ kind: 'kill', pid: 1 }, { kind: 'kill', pid: 2 });
    expect(play.wait(() => play.factsOf('lost-quorum', 3).length > 0, 20_000)).toBe(true);
    play.do({ kind: 'start', pids: [1] });
    expect(
      play.wait(() => play.state(4) === 'OBSERVING S3' && play.s(4).phase === 'BROADCAST'),
    ).toBe(true);
    expect(play.world.violations).toEqual([]);
  });

  it('log what the leader informs them of', () => {
    const play = real('S1\nS2\nS3\nS4 observer').until(5000);
    play.do({ kind: 'input', pid: 4, name: 'CLIENT_WRITE', data: { ops: 3 } }).until(6000);
    expect([1, 2, 3, 4].map((sid) => play.zxid(sid))).toEqual(['1·3', '1·3', '1·3', '1·3']);
  });
});

describe('one server alone', () => {
  it('is STANDALONE and serves at once', () => {
    const play = real('S1').until(10);
    play.do({ kind: 'input', pid: 1, name: 'CLIENT_WRITE', data: { ops: 2 } }).until(20);
    expect([stateWord(play.world.process(1)), play.zxid(1)]).toEqual(['STANDALONE', '0·2']);
  });
});

describe('discovery', () => {
  it('sends away a follower that is ahead, and goes on without it', () => {
    const links = [
      { from: 1, to: 2, latency: { kind: 'listed', us: [10_000, 10_000, 5_000_000] } },
    ] as const;
    const servers = 'S1 epoch 1 zxid 1·8\nS2 epoch 1 zxid 1·8\nS3 epoch 1 zxid 1·9 at 230';
    const play = new Play(servers, {}, { links }).until(60_000);
    expect(play.factsOf('refused-fresher-follower', 2)[0]?.data).toMatchObject({
      learner: 3,
      learnerZxid: '1·9',
      ownZxid: '1·8',
    });
    expect(play.established).not.toBeNull();
    expect(play.world.violations).toEqual([]);
  });

  it('a promise outlives a crash: the next epoch is above it', () => {
    const play = new Play('S1 epoch 1 accepted 5\nS2 off\nS3 epoch 1').until(1000);
    expect(play.s(play.established ?? 0).leading?.epoch).toBe(6);
  });
});

describe('a leader that ends', () => {
  const goneFor = (kind: 'kill' | 'power-off', ms: number): string[] => {
    const play = real('S1\nS2\nS3').until(5000);
    play.do({ kind, pid: 3 }).until(5000 + ms);
    return [1, 2].map((sid) => play.state(sid));
  };

  it('is missed at once when its process is killed', () => {
    expect(goneFor('kill', 1)).toEqual(['LOOKING', 'LOOKING']);
  });

  it('is missed only when the time of its followers is over when its power is cut', () => {
    // syncLimit is 5 ticks of 2 s, counted from its last ping.
    expect(goneFor('power-off', 7000)).toEqual(['FOLLOWING S3', 'FOLLOWING S3']);
    expect(goneFor('power-off', 15_000)).not.toContain('FOLLOWING S3');
  });
});
