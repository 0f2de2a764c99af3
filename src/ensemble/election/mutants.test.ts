/** Each mutant is caught, and what catches it is silent without it. */
import { describe, expect, it } from 'vitest';
import { mutants } from '../../protocols/election/mutants.ts';
import type { Mutant } from '../../protocols/election/mutants.ts';
import { Play } from './testing/play.ts';
import { playTrouble, troubleOf } from './testing/schedules.ts';

const fixed = (ms: number) => ({ kind: 'fixed', us: ms * 1000 }) as const;
const listed = (...ms: readonly number[]) =>
  ({ kind: 'listed', us: ms.map((each) => each * 1000) }) as const;

/** @returns what was noticed: names of invariants, or the expectation that was not met */
type Schedule = (broken: readonly string[]) => readonly string[];

const violated = (play: Play): string[] => play.world.violations.map(({ invariant }) => invariant);

/** An election of these servers. */
const election =
  (picture: string, ms = 3000): Schedule =>
  (broken) =>
    violated(new Play(picture, { broken }).until(ms));

const within =
  (seeds: number): Schedule =>
  (broken) => {
    for (let seed = 1; seed <= seeds; seed++) {
      const { play } = playTrouble(troubleOf(seed, 'zookeeper-3.8', broken));
      if (play.world.violations.length > 0) return violated(play);
    }
    return [];
  };

const schedules: Readonly<Record<Mutant, Schedule>> = {
  'ignore-epoch': election('S1 epoch 2 zxid 1·3\nS2 epoch 1 zxid 1·3\nS3 epoch 1 zxid 1·3'),
  'ignore-zxid': election('S1 epoch 1 zxid 1·12\nS2 epoch 1 zxid 1·10\nS3 epoch 1 zxid 1·11'),
  'ignore-sid': (broken) => {
    const play = new Play('S1\nS2\nS3', { broken });
    const established = play.wait(() => play.established !== null, 60_000);
    return established ? [] : ['liveness: a leader is established'];
  },
  'half-is-quorum': (broken) => {
    const play = new Play('S1\nS2\nS3\nS4', { broken });
    play
      .do({
        kind: 'partition',
        groups: [
          [1, 2],
          [3, 4],
        ],
        oneWay: false,
      })
      .until(3000);
    return violated(play);
  },
  'skip-finalize-wait': (broken) => {
    const links = [
      { from: 3, to: 1, latency: listed(100, 10) },
      { from: 3, to: 2, latency: listed(15, 10) },
    ];
    const play = new Play('S1\nS2\nS3', { broken }, { links }).until(3000);
    const refused = play.factsOf('leader-refused').length > 0;
    return refused ? ['liveness: nobody follows a server that does not lead'] : [];
  },
  'believe-old-rounds': within(40),
  'keep-old-rounds-waiting': (broken) => {
    const picture = 'S3 epoch 1 zxid 1·6\nS1 epoch 1 zxid 1·5 round 2\nS2 epoch 1 zxid 1·6 round 2';
    const play = new Play(picture, { broken }).until(230);
    return play.notifications === 16 ? [] : ['golden trace E-8, by its count of notifications'];
  },
  'skip-check-leader': (broken) => {
    const play = new Play('S1 off\nS2\nS3\nS4\nS5', { broken }).until(1000);
    play.do({ kind: 'cut', from: 1, to: 5, oneWay: false }, { kind: 'start', pids: [1] });
    return violated(play.until(2000));
  },
  'forget-epoch': election('S1\nS2\nS3'),
  'accept-old-epoch': election('S1 epoch 1 accepted 9 at 1000\nS2 epoch 1\nS3 epoch 1'),
  'accept-fresher-follower': (broken) => {
    // S1 votes for S2 and is slow to follow it; S3 joins meanwhile.
    const links = [{ from: 1, to: 2, latency: listed(10, 10, 5000) }];
    const picture = 'S1 epoch 1 zxid 1·8\nS2 epoch 1 zxid 1·8\nS3 epoch 1 zxid 1·9 at 230';
    const play = new Play(picture, { broken }, { links, latency: fixed(10) }).until(4000);
    return violated(play);
  },
  'yield-to-newcomer': election('S1\nS2\nS3 at 1000'),
  'skip-discovery-quorum': (broken) => {
    const play = new Play('S1 epoch 1 accepted 5\nS2 off\nS3 epoch 1', { broken });
    const established = play.wait(() => play.established !== null, 5000);
    return established ? [] : ['liveness: a leader is established at the first attempt'];
  },
};

describe.each(Object.entries(mutants) as [Mutant, (typeof mutants)[Mutant]][])(
  '%s',
  (name, { caughtBy }) => {
    it(`is caught: ${caughtBy}`, () => {
      expect(schedules[name]([name])).toContain(caughtBy);
    });

    it('the same schedule is fine without it', () => {
      expect(schedules[name]([])).toEqual([]);
    });
  },
);

describe('half-is-quorum', () => {
  it('lets two leaders of one epoch be established', () => {
    expect(schedules['half-is-quorum'](['half-is-quorum'])).toContain('E-OneEstablished');
  });
});

describe('without mutants', () => {
  it('every invariant holds in 150 troubled ensembles, and each of them recovers', () => {
    for (let seed = 1000; seed < 1150; seed++) {
      const { play, recovered } = playTrouble(troubleOf(seed, 'zookeeper-3.8'));
      expect([seed, violated(play), recovered]).toEqual([seed, [], true]);
    }
  });

  it('every invariant holds in the golden profile too (which may wait for ever: it re-sends nothing)', () => {
    for (let seed = 1000; seed < 1060; seed++) {
      const { play } = playTrouble(troubleOf(seed, 'golden'));
      expect([seed, violated(play)]).toEqual([seed, []]);
    }
  });
});
