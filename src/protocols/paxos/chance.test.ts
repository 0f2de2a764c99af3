/** What keeps a proof away is chance, by name; and nothing else is named. */
import { describe, expect, it } from 'vitest';
import type { Intervention } from '../../view/intervention.ts';
import type { PaxosRetry } from '../../view/paxos-setup.ts';
import { duelOnTwoSides } from './duels.ts';
import type { NetworkOptions } from '../../kernel/network-options.ts';
import { paxosDetail } from './project.ts';
import { byHand, Play, processesOf } from './testing/play.ts';

const UNIFORM = { kind: 'uniform', min: 1000, max: 9000 } as const;
const FIXED = { kind: 'fixed', us: 1000 } as const;
/** In which the duel is proved twice over. */
const ROWS = 120;

function duel(options: NetworkOptions, retry: PaxosRetry, done: readonly Intervention[] = []) {
  const play = new Play(
    {
      ...byHand(5, ['A1 10%', 'A5 20%'], { retry, schedule: duelOnTwoSides }),
      processes: processesOf(5, ['A1 10%', 'A5 20%']).map((each) => ({ ...each, proposeMs: 0 })),
    },
    options,
  );
  for (const what of done) play.do(what);
  const { scheduler } = play.model.config;
  play.wait(() => (play.world.process(scheduler?.pid ?? 0).s?.scheduler?.done ?? 0) >= ROWS);
  const { schedule, livelock } = paxosDetail(play.model, play.world);
  return { chance: schedule?.chance, proved: livelock !== null };
}

const AT_ONCE: PaxosRetry = { policy: 'immediate' };

describe('what a schedule leaves to chance', () => {
  it('is nothing where only latencies of messages are drawn: they wait for it anyway', () => {
    const run = duel({ latency: UNIFORM, diskLatency: FIXED }, AT_ONCE);
    expect(run).toEqual({ chance: [], proved: true });
    const link = { kind: 'latency', from: 1, to: 4, latency: UNIFORM } as const;
    expect(duel({ latency: FIXED, diskLatency: FIXED }, AT_ONCE, [link])).toEqual({
      chance: [],
      proved: true,
    });
  });

  it('is how long a sync takes, at each disk that is written', () => {
    const { chance, proved } = duel({ latency: FIXED, diskLatency: UNIFORM }, AT_ONCE);
    expect(proved).toBe(false);
    expect(chance).toEqual([1, 2, 3, 4, 5].map((pid) => ({ of: 'disk', from: pid, to: pid })));
  });

  it.each([
    [
      { kind: 'disk-latency', pid: 3, latency: UNIFORM },
      { of: 'disk', from: 3, to: 3 },
    ],
    [
      { kind: 'lossy', from: 1, to: 2, loss: 0.01, duplication: 0 },
      { of: 'loss', from: 1, to: 2 },
    ],
    [
      { kind: 'lossy', from: 5, to: 3, loss: 0, duplication: 0.01 },
      { of: 'duplication', from: 5, to: 3 },
    ],
  ] as const)('is what was done by hand: %j', (done, named) => {
    const run = duel({ latency: FIXED, diskLatency: FIXED }, AT_ONCE, [done]);
    expect(run).toEqual({ chance: [named], proved: false });
  });
});
