/** The golden traces of leader election, row by row (specification 3.4). */
import { describe, expect, it } from 'vitest';
import { Play } from './testing/play.ts';
import { outcome, picture, traced } from './testing/golden.ts';

/** What the specification lists beyond elections, and where it is shown instead. */
export const waiting: Readonly<Record<string, string>> = {
  'E-5, clients of the smaller side':
    'there are no clients yet: their reads and writes come with the server',
  'E-7, stale reads from the sleeper': 'reads come with the server; here: it commits nothing',
  'E-7, the write pending at the sleeper gets "connection loss"': 'comes with clients',
  'E-7, teaching mode (TRUNC 1·4 and DIFF instead of SNAP)': 'an option of the broadcast lab',
  'E-10a, proposals that only followers logged survive in the quorum':
    'needs content of transactions',
};

const fixed = (ms: number) => ({ kind: 'fixed', us: ms * 1000 }) as const;
const listed = (...ms: readonly number[]) =>
  ({ kind: 'listed', us: ms.map((each) => each * 1000) }) as const;
describe('a first start', () => {
  it('E-1: five servers one after another elect the third; later ones only join', () => {
    const play = new Play('S1 at 0\nS2 at 1000\nS3 at 2000\nS4 at 3000\nS5 at 4000');
    const rows: number[] = [];
    let before = 0;
    const boxes: string[] = [];
    for (const ms of [999, 1999, 2999, 3999, 4999]) {
      play.until(ms);
      boxes.push(play.box(ms < 3000 ? Math.ceil(ms / 1000) : 3));
      rows.push(play.notifications - before);
      before = play.notifications;
    }
    expect(rows).toEqual([0, 3, 8, 6, 8]);
    expect(boxes.slice(0, 3)).toEqual(['S1: 1 {1}', 'S2: 2 {1,2}', 'S3: 3 {1,2,3}']);
    expect(outcome(play)).toEqual(traced('E-1'));
    expect([1, 2, 3, 4, 5].map((sid) => play.zxid(sid))).toEqual([
      '0·0',
      '0·0',
      '1·0',
      '1·0',
      '1·0',
    ]);
    expect(
      play.factsOf('sync-decided').map(({ data }) => `S${data['learner']} ${data['how']}`),
    ).toEqual(['S2 DIFF', 'S1 DIFF', 'S4 SNAP', 'S5 SNAP']);
    expect(play.s(5).currentVote.peerEpoch).toBe(1);
  });

  it('E-1b: the same five at the same instant elect the largest sid', () => {
    const play = new Play(picture('E-1b')).until(220);
    expect(outcome(play)).toEqual(traced('E-1b'));
    expect(play.state(5)).toBe('LEADING');
  });

  it('E-1c: who is heard too late joins whom the others have chosen', () => {
    const links = [4, 5].flatMap((from) =>
      [1, 2, 3, 4, 5].filter((to) => to !== from).map((to) => ({ from, to, latency: fixed(300) })),
    );
    const play = new Play(picture('E-1c'), {}, { links }).until(610);
    expect(outcome(play)).toEqual(traced('E-1c'));
  });
});

describe('not the first start', () => {
  it('E-2: zxid before sid, and all three survivors are needed', () => {
    const play = new Play(picture('E-2')).until(220);
    expect(outcome(play)).toEqual(traced('E-2'));
    play.until(1000);
    expect(play.established).toBe(2);
    expect(play.s(2).leading?.epoch).toBe(2);
    expect(play.factsOf('sync-decided').map(({ data }) => data)).toContainEqual(
      expect.objectContaining({ learner: 4, how: 'DIFF', peerLast: '1·7', txns: 1 }),
    );
    expect([1, 2, 4].map((sid) => play.zxid(sid))).toEqual(['1·8', '2·0', '1·8']);
  });

  it('E-2b: the two that were down come back and follow, by 14 more notifications', () => {
    const play = new Play(`
      S1 epoch 1 zxid 1·8 round 1
      S2 epoch 1 zxid 1·8 round 1
      S4 epoch 1 zxid 1·7 round 1
      S3 epoch 1 zxid 1·8 at 1000
      S5 epoch 1 zxid 1·7 at 2000
    `).until(999);
    const before = play.notifications;
    play.until(3000);
    expect(play.notifications - before).toBe(14);
    expect([3, 5].map((sid) => play.state(sid))).toEqual(['FOLLOWING S2', 'FOLLOWING S2']);
    expect(play.factsOf('sync-decided').at(-1)?.data).toMatchObject({
      learner: 5,
      how: 'DIFF',
      txns: 1,
    });
    expect(play.zxid(5)).toBe('1·8');
    expect(play.world.violations).toEqual([]);
  });

  it('E-3: epoch before zxid before sid', () => {
    const play = new Play(picture('E-3')).until(220);
    expect(outcome(play)).toEqual(traced('E-3'));
  });

  it('E-4: the higher zxid wins with the lower sid, and the others get what they miss', () => {
    const play = new Play(picture('E-4')).until(220);
    expect(outcome(play)).toEqual(traced('E-4'));
    play.until(1000);
    const syncs = play
      .factsOf('sync-decided')
      .map(({ data }) => `S${data['learner']} ${data['how']} ${data['txns']}`);
    expect(syncs.toSorted()).toEqual(['S2 DIFF 2', 'S3 DIFF 1']);
  });

  it('E-8: a server in an old round is told of the present one', () => {
    const play = new Play(picture('E-8')).until(230);
    expect(outcome(play)).toEqual(traced('E-8'));
  });
});

describe('time and decisions', () => {
  it('E-7: a leader that slept comes back, follows, and gets a SNAP', () => {
    const play = new Play('S1 off\nS2 off\nS3\n');
    play.do({ kind: 'start', pids: [1, 2] }).until(1000);
    expect(play.established).toBe(3);
    play.do({ kind: 'input', pid: 3, name: 'CLIENT_WRITE', data: { ops: 4 } }).until(2000);
    // Its followers do not hear of 1·5, which it has just logged.
    play.do(
      { kind: 'partition', groups: [[3], [1, 2]], oneWay: true },
      { kind: 'input', pid: 3, name: 'CLIENT_WRITE', data: { ops: 1 } },
    );
    play.until(2001);
    play.do({ kind: 'pause', pid: 3 }, { kind: 'heal' });
    const heard = play.world.ghost.notifications;
    play.wait(() => play.state(1) === 'LOOKING', 12_000);
    play.wait(() => play.established === 2, 2000);
    expect(play.state(2)).toBe('LEADING');
    expect(play.s(2).currentVote).toEqual({
      leader: 2,
      zxid: { epoch: 1, counter: 4 },
      peerEpoch: 2,
    });
    // Those to S3 wait until it runs again.
    expect(play.world.ghost.notifications - heard).toBe(3);
    play.do({ kind: 'input', pid: 2, name: 'CLIENT_WRITE', data: { ops: 1 } });
    play.until(17_000).do({ kind: 'resume', pid: 3 });
    expect(play.wait(() => play.zxid(3) === '2·1', 5000)).toBe(true);
    expect(play.state(3)).toBe('FOLLOWING S2');
    expect(play.factsOf('looking', 3).at(-1)?.data).toMatchObject({ epoch: 1, zxid: '1·5' });
    expect(play.factsOf('sync-decided', 2).at(-1)?.data).toMatchObject({
      learner: 3,
      how: 'SNAP',
      row: '3c',
    });
    expect(play.factsOf('commit-sent', 3).map(({ data }) => data['zxid'])).toEqual([
      '1·1',
      '1·2',
      '1·3',
      '1·4',
    ]);
    expect(play.world.violations).toEqual([]);
  });

  it('E-11: a flapping link disturbs nobody else', () => {
    const play = new Play('S1\nS2\nS3').until(1000);
    for (let i = 0; i < 5; i++) {
      play.do(
        { kind: 'cut', from: 1, to: 3, oneWay: false },
        { kind: 'cut', from: 1, to: 2, oneWay: false },
      );
      play.do({ kind: 'reset', a: 1, b: 3 }).until(play.ms + 3000);
      expect(play.state(1)).toBe('LOOKING');
      play.do({ kind: 'mend', a: 1, b: 3 }, { kind: 'mend', a: 1, b: 2 }).until(play.ms + 3000);
      expect(play.state(1)).toBe('FOLLOWING S3');
    }
    expect(play.s(1).round).toBe(1);
    expect(play.s(3).leading?.epoch).toBe(1);
    expect(play.factsOf('leader-established')).toHaveLength(1);
    expect(
      play
        .factsOf('sync-decided')
        .slice(2)
        .every(({ data }) => data['how'] !== 'SNAP' || data['row'] === '4'),
    ).toBe(true);
    expect(play.world.violations).toEqual([]);
  });

  it('E-12: a decision made too early costs only time', () => {
    const play = new Play(
      'S1\nS2\nS3',
      { finalizeWaitMs: 50, connectTimeoutMs: 340 },
      {
        links: [
          { from: 3, to: 2, latency: listed(15, 10) },
          { from: 3, to: 1, latency: listed(200, 10) },
          { from: 2, to: 1, latency: listed(10, 100, 10) },
        ],
      },
    );
    play.until(59);
    expect(play.box(1)).toBe('S2: 2 {1,2}');
    play.until(60);
    expect(play.state(1)).toBe('FOLLOWING S2');
    play.until(75);
    expect([play.state(2), play.state(3)]).toEqual(['FOLLOWING S3', 'LEADING']);
    play.until(400);
    expect(play.server(1)).toBe('LOOKING round 2 votes 0 S1');
    play.until(420);
    expect(play.server(1)).toBe('FOLLOWING S3 round 1 votes 0 S3');
    expect(play.factsOf('leader-established').map(({ pid }) => pid)).toEqual([3]);
    expect(play.world.violations).toEqual([]);
  });

  it('E-12: with a wait of 200 ms it hears the second vote in time', () => {
    const play = new Play(
      'S1\nS2\nS3',
      {},
      {
        links: [
          { from: 3, to: 2, latency: listed(15, 10) },
          { from: 3, to: 1, latency: listed(200, 10) },
          { from: 2, to: 1, latency: listed(10, 100, 10) },
        ],
      },
    ).until(600);
    expect(play.factsOf('following', 1).map(({ data }) => data['leader'])).toEqual([3]);
  });

  it('E-13: two of five look; a third one is enough', () => {
    const play = new Play('S1\nS2\nS3\nS4\nS5').until(1000);
    for (const pid of [3, 4, 5]) play.do({ kind: 'kill', pid });
    play.until(40_000);
    expect([1, 2].map((sid) => play.state(sid))).toEqual(['LOOKING', 'LOOKING']);
    play.do({ kind: 'start', pids: [3] });
    expect(play.wait(() => play.established === 3, 1000)).toBe(true);
    expect(play.world.violations).toEqual([]);
  });
});
