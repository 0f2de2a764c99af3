/** The golden traces of partitions: E-5, E-6, E-9, E-10 (specification 3.4). */
import { describe, expect, it } from 'vitest';
import { Play } from './testing/play.ts';
import { outcome, picture, traced } from './testing/golden.ts';

const halves = (n: number): number[][] => {
  const all = Array.from({ length: n }, (_, i) => i + 1);
  return [all.slice(0, n / 2), all.slice(n / 2)];
};

describe('partitions', () => {
  it('E-5: the side with a quorum elects, the other looks for ever', () => {
    const play = new Play(picture('E-5'));
    play
      .do({
        kind: 'partition',
        groups: [
          [1, 2],
          [3, 4, 5],
        ],
        oneWay: false,
      })
      .until(220);
    expect(outcome(play)).toEqual(traced('E-5'));
    play.until(60_000);
    expect([1, 2].map((sid) => play.state(sid))).toEqual(['LOOKING', 'LOOKING']);
    expect(play.box(1)).toBe('S2: 2 {1,2}');
  });

  it('E-5: an established leader on the smaller side leaves LEADING at its quorum check', () => {
    const play = new Play('S1\nS2\nS3 off\nS4 off\nS5 off\n', { syncLimit: 5 });
    play.do({ kind: 'start', pids: [3] }).until(1000);
    const leader = play.established ?? 0;
    play.do({ kind: 'start', pids: [4, 5] }).until(2000);
    const others = [1, 2, 3, 4, 5].filter((sid) => sid !== leader);
    const small = [leader, others[0] ?? 0];
    const large = others.slice(1);
    play.do({ kind: 'partition', groups: [small, large], oneWay: false });
    const gone = play.wait(() => play.factsOf('lost-quorum', leader).length > 0, 12_000 + 10);
    expect(gone).toBe(true);
    expect(play.wait(() => play.established === Math.max(...large), 15_000)).toBe(true);
    expect(play.world.violations).toEqual([]);
  });

  it.each([2, 4, 6] as const)('E-6: %i servers cut in halves elect nobody', (n) => {
    const name = `E-6-${n}` as const;
    const play = new Play(picture(name));
    play.do({ kind: 'partition', groups: halves(n), oneWay: false }).until(220);
    expect(outcome(play)).toEqual(traced(name));
    play.until(60_000);
    for (let sid = 1; sid <= n; sid++) {
      expect(play.state(sid)).toBe('LOOKING');
      expect(play.box(sid)).toContain(`: ${n / 2} `);
    }
  });

  it('E-9: one answer without the leader itself does not make a follower', () => {
    const play = new Play('S1\nS2\nS3').until(1000);
    expect(play.established).toBe(3);
    play.do({ kind: 'cut', from: 2, to: 3, oneWay: false }, { kind: 'reset', a: 2, b: 3 });
    play.until(60_000);
    expect(play.state(2)).toBe('LOOKING');
    expect([play.state(1), play.established]).toEqual(['FOLLOWING S3', 3]);
    expect(play.world.violations).toEqual([]);
  });

  it('E-9b: a quorum of answers without the leader itself does not either, by 6 notifications', () => {
    const play = new Play('S1 off\nS2\nS3\nS4\nS5').until(1000);
    play.do({ kind: 'cut', from: 1, to: 5, oneWay: false });
    const before = play.notifications;
    play.do({ kind: 'start', pids: [1] }).until(10_000);
    expect(play.notifications - before).toBe(6);
    expect(play.state(1)).toBe('LOOKING');
    expect(play.factsOf('answer-noted', 1).at(-1)?.data).toMatchObject({
      agreeing: 3,
      missing: 'leader-itself',
    });
  });

  it.each([
    ['E-10a: a leader that hears nobody', { groups: [[1, 2], [3]] }],
    ['E-10b: a leader that nobody hears', { groups: [[3], [1, 2]] }],
  ])('%s steps down within 12 s, and one side alone commits', (_name, { groups }) => {
    const play = new Play('S1\nS2\nS3').until(1000);
    play.do({ kind: 'input', pid: 3, name: 'CLIENT_WRITE', data: { ops: 4 } }).until(2000);
    play.do({ kind: 'partition', groups, oneWay: true });
    play.do({ kind: 'input', pid: 3, name: 'CLIENT_WRITE', data: { ops: 1 } });
    expect(play.wait(() => play.factsOf('lost-quorum', 3).length > 0, 12_010)).toBe(true);
    expect(play.factsOf('commit-sent', 3).map(({ data }) => data['zxid'])).toEqual([
      '1·1',
      '1·2',
      '1·3',
      '1·4',
    ]);
    play.until(40_000).do({ kind: 'heal' });
    expect(play.wait(() => play.established !== null, 60_000)).toBe(true);
    expect(play.world.violations).toEqual([]);
  });
});
