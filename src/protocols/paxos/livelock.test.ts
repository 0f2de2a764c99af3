/** The adversary keeps the duel going for ever, and the certificate says what that proves. */
import { describe, expect, it } from 'vitest';
import type { PaxosSchedule, PaxosSetup } from '../../view/paxos-setup.ts';
import { readFileSync } from 'node:fs';
import { Watch } from './certificate.ts';
import { futureOf, sameUpToShift } from './testing/same-future.ts';
import { shiftBallots } from './normal-form.ts';
import { duelOnTwoSides, duelOnFullMesh } from './duels.ts';
import { isFair } from './history.ts';
import type { Certificate } from './history.ts';
import { put } from '../../kernel/pages.ts';
import { byHand, Play, processesOf } from './testing/play.ts';
import type { NetworkOptions } from '../../kernel/network-options.ts';

const eager = (acceptors: number, proposers: readonly string[]) =>
  processesOf(acceptors, proposers).map((each) => ({ ...each, proposeMs: 0 }));

const scheduled = (schedule: PaxosSchedule, options: NetworkOptions = {}): Play =>
  new Play(
    {
      ...byHand(5, ['A1 10%', 'A5 20%'], { retry: { policy: 'immediate' }, schedule }),
      processes: eager(5, ['A1 10%', 'A5 20%']),
    },
    options,
  );

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

/** Runs so many cycles beyond the stem. */
const certificateOf = (
  schedule: PaxosSchedule,
  options: NetworkOptions = {},
): Certificate | null => {
  const { rows: all, repeatFrom = 0 } = schedule;
  const play = untilRow(scheduled(schedule, options), all.length + 6 * (all.length - repeatFrom));
  expect(play.chosen).toEqual([]);
  return play.world.ghost.certificate;
};

/** The same schedule with these rows before it. */
const after = (stem: readonly string[], { rows: all, repeatFrom = 0 }: PaxosSchedule) => ({
  rows: [...stem, ...all],
  repeatFrom: repeatFrom + stem.length,
});

describe('what decides nothing keeps no proof away', () => {
  it.each([
    ['a uniform latency', { kind: 'uniform', min: 5000, max: 15_000 }],
    ['a normal one', { kind: 'normal', mean: 9000, deviation: 4000, min: 10 }],
    ['a listed one', { kind: 'listed', us: [1000, 2000, 9000] }],
  ] as const)('%s of messages that wait for the schedule', (_name, latency) => {
    expect(certificateOf(duelOnTwoSides, { latency })).toMatchObject({ rows: 14, shift: 2 });
    expect(certificateOf(duelOnFullMesh, { latency })).toMatchObject({ rows: 22, shift: 2 });
  });

  it('a message of the stem on a link that the cycle never serves', () => {
    const schedule = after(['A1 → A4 prepare'], duelOnTwoSides);
    expect(certificateOf(schedule)).toMatchObject({ rows: 14, shift: 2 });
  });

  it('old messages behind those that the cycle delivers', () => {
    const schedule = after(['A1 proposes', 'A5 proposes'], duelOnFullMesh);
    expect(certificateOf(schedule)).toMatchObject({ rows: 22, shift: 2, [isFair]: false });
  });

  it('the old promise of an acceptor that nobody asks any more', () => {
    const without = (text: string): boolean => !text.includes(' A2 ');
    const { rows: all, repeatFrom = 0 } = duelOnFullMesh;
    const stem = all.slice(0, repeatFrom).filter(without);
    const cycle = all.slice(repeatFrom).filter(without);
    const schedule = { rows: ['A1 → A2 prepare', ...stem, ...cycle], repeatFrom: 1 + stem.length };
    expect(certificateOf(schedule)).toMatchObject({ rows: 18, shift: 2, [isFair]: false });
  });
});

describe('chance and disks that do decide', () => {
  it.each([
    ['disks of random latency', { diskLatency: { kind: 'uniform', min: 0, max: 1000 } }],
    [
      'disks that get slower',
      { diskLatency: { kind: 'listed', us: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] } },
    ],
  ] as const)('%s are part of what is compared', (_name, options) => {
    const play = scheduled(duelOnTwoSides, options);
    untilRow(play, 22 + 2 * 14);
    // One cycle does not use up ten entries, and chance does not come again.
    const { world } = play;
    const later = world.clone();
    const row = rows(play);
    while (
      (later.process(play.model.config.scheduler?.pid ?? 0).s?.scheduler?.done ?? 0) <
      row + 14
    )
      later.advance();
    expect(sameUpToShift(futureOf(world), futureOf(later))).toBe(null);
  });

  it('a vote that waits for a slow disk may still make a quorum: no false proof', () => {
    const file = JSON.parse(
      String(readFileSync(`${import.meta.dirname}/../../../fixtures/paxos/false-certificate.json`)),
    );
    const { setup, latency, diskLatency, interventions } = file;
    const play = new Play(setup, { latency, diskLatency });
    for (const { timeMs, what } of interventions) {
      play.until(timeMs * 1000);
      play.do(what);
    }
    expect(play.world.ghost.certificate).toBe(null);
    play.wait(() => play.chosen.length > 0, 5000);
    expect(play.chosen[0]).toMatch(/^X@/);
  });

  it.each([
    ['a disk made slower', { kind: 'disk-latency', pid: 4, latency: { kind: 'fixed', us: 1 } }],
    ['a pause', { kind: 'pause', pid: 4 }],
    ['loss', { kind: 'lossy', loss: 0.5, duplication: 0 }],
  ] as const)('%s is compared', (_name, what) => {
    const play = untilRow(scheduled(duelOnTwoSides), 36);
    const other = play.world.clone();
    other.intervene(what);
    expect(sameUpToShift(futureOf(play.world), futureOf(other))).toBe(null);
  });
});

describe('fairness', () => {
  it('each on its own side: messages to the other side are never delivered', () => {
    expect(certificateOf(duelOnTwoSides)).toMatchObject({ [isFair]: false });
  });

  it('on the full mesh every message is delivered, and still nothing is ever chosen', () => {
    expect(certificateOf(duelOnFullMesh)).toMatchObject({ [isFair]: true });
  });

  it('a schedule that drops by name what it does not deliver is fair', () => {
    const sides: Readonly<Record<string, readonly string[]>> = {
      A1: ['A4', 'A5'],
      A5: ['A1', 'A2'],
    };
    const far = (from: string, kind: string): string[] =>
      (sides[from] ?? []).map((to) => `${from} → ${to} ${kind} dropped`);
    const { rows: all, repeatFrom = 0 } = duelOnTwoSides;
    const named = (list: readonly string[]): string[] =>
      list.flatMap((text, at) => {
        const [, from = '', to, kind = ''] = /^(A\d) → (A\d) (\w+)$/u.exec(text) ?? [];
        // After its last delivery of a kind, the rest of that round is dropped.
        return to === 'A3' && list[at + 1]?.startsWith(`${from} → `) !== undefined
          ? [text, ...far(from, kind)]
          : [text];
      });
    const stem = named(all.slice(0, repeatFrom));
    const schedule = { rows: [...stem, ...named(all.slice(repeatFrom))], repeatFrom: stem.length };
    expect(certificateOf(schedule)).toMatchObject({ shift: 2, [isFair]: true });
  });
});

describe('without an adversary', () => {
  it('a minority that tries again at fixed times does so for ever: certified', () => {
    const play = minority({ policy: 'fixed', ms: 10 });
    expect(certified(play)).toMatchObject({ shift: 1, messages: 2 });
    expect(play.chosen).toEqual([]);
  });
});
