/** Processes left to themselves: learning, retries, leaders, crashes, bad links. */
import { describe, expect, it } from 'vitest';
import type { PaxosSetup } from '../../view/paxos-setup.ts';
import { Play, processesOf } from './testing/play.ts';

const fixed = (ms: number) => ({ kind: 'fixed', us: ms * 1000 }) as const;
const none = fixed(0);
const quick = { latency: fixed(10), diskLatency: none };

/** Five acceptors; those named propose at the beginning. */
const auto = (proposers: readonly string[], change: Partial<PaxosSetup> = {}): PaxosSetup => ({
  processes: processesOf(5, proposers).map((each) =>
    each.value === undefined ? each : { ...each, proposeMs: 0 },
  ),
  ...change,
});

const learned = (play: Play): (string | null)[] => [1, 2, 3, 4, 5].map((pid) => play.learned(pid));

describe('one proposer without faults', () => {
  it('decides in its first ballot, four message delays after its Prepare', () => {
    const play = new Play(auto(['A1 10%']), quick);
    expect(play.wait(() => play.factsOf('quorum-accepted').length > 0)).toBe(true);
    expect(play.world.time).toBe(40_000);
    expect(play.chosen).toEqual(['10%@1']);
    play.until(1_000_000);
    expect(play.messages).toBe(16);
  });

  it('says why the answers that it no longer needs come too late: enough have answered', () => {
    const play = new Play(auto(['A1 10%']), quick);
    play.until(1_000_000);
    // Three votes of five decide: the other two are too many.
    const late = play.factsOf('late-ignored').map(({ data }) => [data['kind'], data['why']]);
    expect(late).toEqual(Array(2).fill(['ACCEPTED', 'enough']));
  });

  it('writes to disk before it answers: each sync is in the way twice', () => {
    const play = new Play(auto(['A1 10%']), { ...quick, diskLatency: fixed(5) });
    play.wait(() => play.factsOf('quorum-accepted').length > 0);
    // Its ballot, a promise, a vote.
    expect(play.world.time).toBe(40_000 + 3 * 5000);
  });
});

describe('learning', () => {
  it.each([
    ['none', 16],
    ['L1', 16 + 4],
    ['L2', 16 + 4 * 4],
    ['L3', 16 + 4],
  ] as const)('%s takes %i messages with five acceptors that all learn', (learning, messages) => {
    const play = new Play(auto(['A1 10%'], { learning }), quick);
    play.until(1_000_000);
    expect(play.messages).toBe(messages);
    expect(learned(play)).toEqual(Array(5).fill(learning === 'none' ? null : '10%'));
    expect(play.violations).toEqual([]);
  });

  it('L3 with a distinguished learner that does not propose', () => {
    const play = new Play(auto(['A1 10%'], { learning: 'L3', distinguished: [3] }), quick);
    play.until(1_000_000);
    // Four votes to A3, whose own is free, and from it four decisions.
    expect(play.messages).toBe(16 + 4 + 4);
    expect(learned(play)).toEqual(Array(5).fill('10%'));
  });

  it('a proposer that learns from others stops competing', () => {
    const play = new Play(auto(['A1 10%', 'A5 20%'], { learning: 'L2' }));
    play.until(5_000_000);
    expect(new Set(learned(play)).size).toBe(1);
    const after = play.world.ghost.rounds;
    play.until(20_000_000);
    expect(play.world.ghost.rounds).toBe(after);
  });
});

describe('two and more proposers', () => {
  /** As in the reference measurement: delays of 1 … 5, everybody at once. */
  const duel = (names: readonly string[], retry: PaxosSetup['retry'], seed: number): Play => {
    const setup = auto(names, { learning: 'L1', timeoutMs: null, ...(retry && { retry }) });
    const options = {
      latency: { kind: 'uniform', min: 1000, max: 5000 },
      diskLatency: none,
    } as const;
    const play = new Play(setup, options, seed);
    play.world.recorder = null;
    play.wait(() => play.world.ghost.chosen.length > 0, 10_000);
    return play;
  };

  it('random back-off decides within 20 ballots, with seeds 1 … 1000', () => {
    for (let seed = 1; seed <= 1000; seed++) {
      const play = duel(['A1 10%', 'A5 20%'], { policy: 'exponential', ms: 10 }, seed);
      expect([seed, play.world.ghost.chosen.length]).toEqual([seed, 1]);
      expect(play.world.ghost.rounds).toBeLessThanOrEqual(20);
      expect(play.violations).toEqual([]);
    }
  });

  it('of five at once, immediate retries need many more ballots than random back-off', () => {
    const five = ['A1 a', 'A2 b', 'A3 c', 'A4 d', 'A5 e'];
    const median = (policy: 'immediate' | 'exponential'): number => {
      const rounds = Array.from({ length: 9 }, (_, seed) => {
        const retry = policy === 'immediate' ? ({ policy } as const) : { policy, ms: 10 };
        return duel(five, retry, seed + 1).world.ghost.rounds;
      });
      return rounds.toSorted((a, b) => a - b)[4] ?? 0;
    };
    expect(median('exponential')).toBeLessThan(15);
    expect(median('immediate')).toBeGreaterThan(5 * median('exponential'));
  });

  it('a proposer may wait in a way of its own', () => {
    const setup = auto(['A1 10%', 'A5 20%'], { retry: { policy: 'immediate' }, timeoutMs: null });
    const processes = setup.processes.map((each) =>
      each.name === 'A5' ? { ...each, retry: { policy: 'fixed', ms: 70 } as const } : each,
    );
    const waits = new Map<number | null, Set<unknown>>();
    for (let seed = 1; seed <= 20; seed++) {
      const play = new Play({ ...setup, processes }, {}, seed);
      play.wait(() => play.chosen.length > 0);
      for (const { pid, data } of play.factsOf('backing-off')) {
        waits.set(pid, (waits.get(pid) ?? new Set()).add(data['waitMs']));
      }
    }
    expect([...waits]).toEqual(
      expect.arrayContaining([
        [1, new Set([0])],
        [5, new Set([70])],
      ]),
    );
  });

  it('silence instead of refusals: time-outs do', () => {
    const setup = auto(['A1 10%', 'A5 20%'], { refusal: 'silence', learning: 'L1' });
    const play = new Play(setup, {}, 3);
    expect(play.wait(() => learned(play).every((value) => value !== null))).toBe(true);
    expect(play.factsOf('ballot-refused')).toEqual([]);
    expect(play.violations).toEqual([]);
  });
});

describe('a distinguished proposer (P-C3LD)', () => {
  const setup = auto(['A1 10%', 'A5 20%'], { retry: { policy: 'leader', leaseMs: 200 } });

  it("A5 forwards its value, A1 decides alone in ballot 1, and A5's client hears that it lost", () => {
    const play = new Play(setup, quick);
    play.until(1_000_000);
    expect(play.messages).toBe(16);
    expect(play.chosen).toEqual(['10%@1']);
    expect(play.factsOf('forwarded').map(({ data }) => data)).toEqual([
      { leader: 1, value: '20%' },
    ]);
    expect(play.factsOf('outcome-told', 5).at(-1)?.data).toEqual({
      value: '10%',
      own: '20%',
      lost: true,
    });
  });

  it('if A1 crashes with three promises and nothing accepted, A5 leads and 20% is chosen', () => {
    const play = new Play(setup, { ...quick, links: [{ from: 1, to: 4, latency: fixed(1000) }] });
    play.until(10_000);
    play.wait(() => (play.s(1).proposer?.promises.length ?? 0) >= 2);
    play.do({ kind: 'kill', pid: 1 });
    expect(play.wait(() => play.chosen.length > 0)).toBe(true);
    expect(play.chosen).toEqual(['20%@2']);
    expect(play.factsOf('leader-missed', 5)).toHaveLength(1);
    expect(play.s(5).proposer?.promises.every(({ accValue }) => accValue === null)).toBe(true);
    expect(play.violations).toEqual([]);
  });

  it('a wrong election costs time alone: both lead for a while, and agree', () => {
    const play = new Play(setup, quick);
    play.do({ kind: 'cut', from: 1, to: 5, oneWay: false }).until(500_000);
    expect(play.s(5).proposer?.outcome).toBe('10%');
    expect(new Set(play.chosen.map((text) => text.split('@')[0]))).toEqual(new Set(['10%']));
    expect(play.violations).toEqual([]);
  });
});

describe('crashes and disks', () => {
  it('a promise that was not on disk was never given', () => {
    const play = new Play(auto(['A1 10%']), { ...quick, diskLatency: fixed(50) });
    play.wait(() => play.factsOf('promised', 3).length > 0);
    play.do({ kind: 'power-off', pid: 3 }, { kind: 'start', pids: [3] });
    expect(play.acceptor(3)).toBe('0/-');
    expect(play.violations).toEqual([]);
  });

  it('a promise that was written before the process was killed is kept, and told to nobody', () => {
    const play = new Play(auto(['A1 10%']), { ...quick, diskLatency: fixed(50) });
    play.wait(() => play.factsOf('promised', 3).length > 0);
    play.do({ kind: 'kill', pid: 3 }, { kind: 'start', pids: [3] });
    expect(play.acceptor(3)).toBe('1/-');
    play.until(play.world.time + 40_000);
    const { flights } = play.world.network;
    expect(
      flights.values().some(({ from, message }) => from === 3 && message.type === 'PROMISE'),
    ).toBe(false);
    expect(play.violations).toEqual([]);
  });

  it('a restarted proposer never uses a ballot twice', () => {
    const play = new Play(auto(['A1 10%']), quick);
    play.until(15_000);
    play.do({ kind: 'kill', pid: 1 }, { kind: 'start', pids: [1] }).until(1_000_000);
    expect(play.factsOf('ballot-begun', 1).map(({ data }) => data['ballot'])).toEqual([1, 2]);
    expect(play.chosen).toEqual(['10%@2']);
  });

  it('more than half down: nothing is chosen until one is back', () => {
    const play = new Play(auto(['A1 10%']), quick);
    for (const pid of [3, 4, 5]) play.do({ kind: 'kill', pid });
    play.until(3_000_000);
    expect(play.chosen).toEqual([]);
    play.do({ kind: 'start', pids: [4] });
    expect(play.wait(() => play.chosen.length > 0)).toBe(true);
  });

  it('links that lose a third of all messages and repeat half of the rest only cost time', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const play = new Play(auto(['A1 10%', 'A5 20%'], { learning: 'L1' }), {}, seed);
      play.do({ kind: 'lossy', loss: 0.33, duplication: 0.5 });
      expect([seed, play.wait(() => play.chosen.length > 0)]).toEqual([seed, true]);
      expect(play.violations).toEqual([]);
    }
  });
});
