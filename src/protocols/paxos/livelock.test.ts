/** The adversary keeps the duel going for ever, and the certificate says what that proves. */
import { describe, expect, it } from 'vitest';
import type { PaxosSchedule, PaxosSetup } from '../../view/scenario.ts';
import { futureOf, sameUpToShift, shiftBallots, Watch } from './certificate.ts';
import { duelOnTwoSides, duelOnFullMesh } from './duels.ts';
import type { Certificate } from './history.ts';
import { put } from '../../kernel/pages.ts';
import { byHand, Play, processesOf } from './play.ts';

const eager = (acceptors: number, proposers: readonly string[]) =>
  processesOf(acceptors, proposers).map((each) => ({ ...each, proposeMs: 0 }));

const scheduled = (schedule: PaxosSchedule): Play =>
  new Play({
    ...byHand(5, ['A1 10%', 'A5 20%'], { retry: { policy: 'immediate' }, schedule }),
    processes: eager(5, ['A1 10%', 'A5 20%']),
  });

const rows = (play: Play): number =>
  play.s(play.model.config.scheduler?.pid ?? 0).scheduler?.done ?? 0;

/** Runs until so many rows are delivered, and what each brings about at once is done. */
const untilRow = (play: Play, row: number): Play => {
  play.wait(() => rows(play) >= row);
  return play.until(play.world.time);
};

describe('shifting ballots', () => {
  it('leaves 0 and null where they are', () => {
    const state = { promised: 3, accBallot: 0, accValue: null, from: 3, list: [{ ballot: 1 }] };
    expect(shiftBallots(state, 2)).toEqual({ ...state, promised: 5, list: [{ ballot: 3 }] });
  });

  it('finds the shift between two states, or none', () => {
    const a = { promised: 3, accBallot: 1 };
    expect(sameUpToShift(a, shiftBallots(a, 4))).toBe(4);
    expect(sameUpToShift(a, { promised: 5, accBallot: 2 })).toBe(null);
    expect(sameUpToShift(a, { promised: 5, accBallot: 0 })).toBe(null);
  });
});

describe.each([
  ['P-C3', duelOnTwoSides, { rows: 14, shift: 2, messages: 16 }, 22],
  ['P-C3M', duelOnFullMesh, { rows: 22, shift: 2, messages: 32 }, 34],
] as const)('%s by the adversary', (_name, schedule, period, stem) => {
  it('never chooses anything, in any number of cycles', () => {
    const play = untilRow(scheduled(schedule), stem + 12 * period.rows);
    expect(play.chosen).toEqual([]);
    expect(play.s(1).proposer?.ballot).toBeGreaterThanOrEqual(27);
    expect(play.violations).toEqual([]);
  });

  it('is certified as soon as one cycle is complete', () => {
    const play = untilRow(scheduled(schedule), stem + period.rows);
    expect(play.world.ghost.certificate).toMatchObject({ ...period, to: stem + period.rows });
  });

  it('looked at after each row, its stem is as short as it can be', () => {
    const play = scheduled(schedule);
    const watch = new Watch();
    let found = null;
    for (let row = 1; found === null && row < 100; row++) {
      untilRow(play, row);
      found = watch.look(play.world, row);
    }
    expect(found).toMatchObject(period);
    expect(found?.from).toBeLessThanOrEqual(stem);
  });

  it('is not proved any more when somebody has interfered', () => {
    const play = untilRow(scheduled(schedule), stem + period.rows + 1);
    expect(play.world.ghost.certificate).not.toBe(null);
    // One who forgets what it promised: the next cycle is another one.
    play.do({ kind: 'kill', pid: 3 }, { kind: 'wipe', pid: 3 }, { kind: 'start', pids: [3] });
    untilRow(play, stem + 2 * period.rows);
    expect(play.world.ghost.certificate).toBe(null);
  });

  it('the same run twice has the same digest', () => {
    const digest = (): string => untilRow(scheduled(schedule), 60).world.fingerprint();
    expect(digest()).toBe(digest());
  });
});

describe('no certificate', () => {
  const free = (change: Partial<PaxosSetup>, seed: number, latency: number): Play =>
    new Play(
      {
        processes: eager(5, ['A1 10%', 'A5 20%']),
        timeoutMs: null,
        ...change,
      },
      {
        latency: { kind: 'uniform', min: 1000, max: latency },
        diskLatency: { kind: 'fixed', us: 0 },
      },
      seed,
    );

  it('for random schedules, however long they take', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const play = free({ retry: { policy: 'immediate' } }, seed, 5000);
      const watch = new Watch();
      for (let step = 1; step < 400 && play.chosen.length === 0; step++) {
        play.world.advance();
        expect(watch.look(play.world, step)).toBe(null);
      }
    }
  });

  it('for a schedule that ends', () => {
    const play = untilRow(scheduled({ rows: duelOnTwoSides.rows }), 22);
    play.until(play.world.time + 1_000_000);
    expect(rows(play)).toBe(22);
    expect(play.world.ghost.certificate).toBe(null);
  });

  it('while votes are missing that could become a quorum in the next cycle', () => {
    const play = untilRow(scheduled(duelOnTwoSides), 36);
    const { world } = play;
    const ballot = play.s(1).proposer?.ballot ?? 0;
    const votes = [{ acceptor: 4, value: '10%' }];
    const ballots = put(world.ghost.ballots, ballot, { issued: ['10%'], votes });
    const other = Object.assign(world.clone(), { ghost: { ...world.ghost, ballots } });
    expect(sameUpToShift(futureOf(world), futureOf(world.clone()))).toBe(0);
    expect(sameUpToShift(futureOf(world), futureOf(other))).toBe(null);
  });

  it('once chance decides when a proposer tries again', () => {
    const play = minority({ policy: 'random', ms: 10 });
    expect(certified(play)).toBe(null);
  });
});

/** A proposer that reaches two acceptors of five. */
function minority(retry: NonNullable<PaxosSetup['retry']>): Play {
  const play = new Play(
    { processes: eager(5, ['A1 10%']), retry },
    { latency: { kind: 'fixed', us: 5000 }, diskLatency: { kind: 'fixed', us: 0 } },
  );
  const groups = [
    [1, 2],
    [3, 4, 5],
  ];
  return play.do({ kind: 'partition', groups, oneWay: false });
}

function certified(play: Play): Certificate | null {
  const watch = new Watch();
  let found = null;
  for (let step = 1; found === null && step < 1000 && play.world.advance(); step++)
    found = watch.look(play.world, step);
  return found;
}

describe('without an adversary', () => {
  it('a minority that tries again at fixed times does so for ever: certified', () => {
    const play = minority({ policy: 'fixed', ms: 10 });
    expect(certified(play)).toMatchObject({ shift: 1, messages: 2 });
    expect(play.chosen).toEqual([]);
  });
});
