/** A dial that lasts too long ends with its socket: nothing of it is left in the network. */
import { describe, expect, it } from 'vitest';
import { Play } from './testing/play.ts';

const real = (servers: string): Play => new Play(servers, { profile: 'zookeeper-3.8' });

/** The most connections that there are at once in so many ms, looked at twice a second. */
function mostIn(play: Play, ms: number): number {
  let most = 0;
  for (const end = play.clockMs + ms; play.clockMs < end; play.until(play.clockMs + 500))
    most = Math.max(most, play.world.network.connections.size);
  return most;
}

/** Each pair has at most one connection in use, and one dial under way from each side. */
const PAIRS = 6;

describe('while a link is cut', () => {
  it.each([false, true])(
    'two of four that cannot reach the others dial (one way: %s)',
    (oneWay) => {
      const play = real('S1\nS2\nS3\nS4');
      const groups = [
        [1, 2],
        [3, 4],
      ];
      play.do({ kind: 'partition', groups, oneWay });
      expect(mostIn(play, 1_800_000)).toBeLessThanOrEqual(3 * PAIRS);
      expect(play.world.network.nextConnection).toBeGreaterThan(100);
      play.do({ kind: 'heal' });
      expect(play.wait(() => play.established !== null, 120_000)).toBe(true);
      play.until(play.clockMs + 60_000);
      expect([1, 2, 3, 4].filter((sid) => play.state(sid) === 'LOOKING')).toEqual([]);
      expect(play.world.violations).toEqual([]);
    },
  );

  it('one dials two that have lost their power', () => {
    const play = real('S1 off\nS2\nS3').until(5000);
    play.do({ kind: 'power-off', pid: 2 }, { kind: 'power-off', pid: 3 });
    play.do({ kind: 'start', pids: [1] });
    expect(mostIn(play, 1_800_000)).toBeLessThanOrEqual(3 * PAIRS);
    play.do({ kind: 'start', pids: [2] });
    expect(play.wait(() => play.established !== null, 120_000)).toBe(true);
  });
});

it('a dial that is answered after its time is not kept, and the next ones are no more', () => {
  const latency = { kind: 'fixed', us: 3_000_000 } as const;
  const links = [
    { from: 1, to: 2, latency },
    { from: 2, to: 1, latency },
  ];
  const play = new Play('S1\nS2', { profile: 'zookeeper-3.8' }, { links });
  expect(mostIn(play, 600_000)).toBeLessThanOrEqual(4);
  expect([play.state(1), play.state(2)]).toEqual(['LOOKING', 'LOOKING']);
});

it('a learner that gives up its leader gives up its dial, too', () => {
  const play = real('S1\nS2\nS3').until(1);
  const dialsOf1 = (): number =>
    [...play.world.network.connections.values()].filter(
      ({ port, dialer }) => port === 'quorum' && dialer === 1,
    ).length;
  expect(play.wait(() => (play.s(1).following?.dialled ?? 0) !== 0)).toBe(true);
  play.do({ kind: 'cut', from: 1, to: 3, oneWay: false });
  play.until(play.clockMs + 100);
  expect(dialsOf1()).toBe(1);
  expect(play.wait(() => play.state(1) === 'LOOKING', 300_000)).toBe(true);
  expect(dialsOf1()).toBe(0);
});
