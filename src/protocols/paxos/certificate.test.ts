/** What a state is compared by: each thing that decides the future, and nothing that moves on meanwhile. */
import { describe, expect, it } from 'vitest';
import { put } from '../../kernel/pages.ts';
import type { Intervention } from '../../view/intervention.ts';
import type { PaxosSchedule } from '../../view/paxos-setup.ts';
import { duelOnFullMesh, duelOnTwoSides } from './duels.ts';
import { futureOf, sameUpToShift } from './testing/same-future.ts';
import { recordOf } from './history.ts';
import { byHand, Play, processesOf } from './testing/play.ts';
import type { NetworkOptions } from '../../kernel/network-options.ts';

const duel = (schedule: PaxosSchedule, options: NetworkOptions = {}): Play =>
  new Play(
    {
      ...byHand(5, ['A1 10%', 'A5 20%'], { retry: { policy: 'immediate' }, schedule }),
      processes: processesOf(5, ['A1 10%', 'A5 20%']).map((each) => ({ ...each, proposeMs: 0 })),
    },
    options,
  );

const rowsOf = ({ world, model }: Pick<Play, 'world' | 'model'>): number =>
  world.process(model.config.scheduler?.pid ?? 0).s?.scheduler?.done ?? 0;

const untilRow = (play: Play, row: number): Play => {
  play.wait(() => rowsOf(play) >= row);
  return play.until(play.world.time);
};

/** Two worlds that differ in what was done to one of them alone. */
function compared(play: Play, ...done: readonly Intervention[]): number | null {
  const other = play.world.clone();
  for (const what of done) other.intervene(what);
  return sameUpToShift(futureOf(play.world), futureOf(other));
}

describe('a certificate', () => {
  it.each([
    [duelOnTwoSides, { rows: 14, shift: 2 }, 22 + 14],
    [duelOnFullMesh, { rows: 22, shift: 2 }, 34 + 22],
  ] as const)('stands in a copy, whatever chance its original draws', (schedule, period, row) => {
    // Where no latency is left to chance, the generator is part of what is compared.
    const play = untilRow(duel(schedule, { latency: { kind: 'fixed', us: 5000 } }), row);
    const known = play.world.ghost.certificate;
    expect(known).toMatchObject(period);
    const copy = play.world.clone();
    for (let i = 0; i < 5; i++) play.world.random.unit();
    for (let i = 0; i < 500; i++) copy.advance();
    // The very one: not lost, and proved anew by later cycles.
    expect(copy.ghost.certificate).toBe(known);
  });
});

describe('among what is compared', () => {
  const slow: NetworkOptions = { diskLatency: { kind: 'fixed', us: 50_000 } };

  it('is how much longer a sync takes that is under way', () => {
    const play = duel(duelOnTwoSides, slow);
    play.until(1);
    expect(play.world.pending().some(({ type }) => type === 'BALLOT_WRITTEN')).toBe(true);
    const later = play.world.clone();
    later.time += 1000;
    expect(sameUpToShift(futureOf(play.world), futureOf(later))).toBe(null);
    expect(compared(play)).toBe(0);
  });

  it('is what a disk has still before it, also when nobody waits for it any more', () => {
    const play = duel(duelOnTwoSides, slow);
    play.until(1);
    const other = play.world.clone();
    other.process(1).diskFreeAt += 1000;
    expect(sameUpToShift(futureOf(play.world), futureOf(other))).toBe(null);
  });

  it('is what waits for a paused process', () => {
    const play = new Play(
      { processes: processesOf(3, ['A1 10%']).map((each) => ({ ...each, proposeMs: 0 })) },
      { latency: { kind: 'fixed', us: 1000 }, diskLatency: { kind: 'fixed', us: 0 } },
    );
    play.until(500);
    play.do({ kind: 'pause', pid: 2 });
    play.until(3000);
    expect(play.world.process(2).backlog.length).toBeGreaterThan(0);
    const drained = play.world.clone();
    drained.process(2).takeBacklog();
    expect(sameUpToShift(futureOf(play.world), futureOf(drained))).toBe(null);
  });

  it('is how far a link is in its list of latencies', () => {
    const play = new Play(
      { processes: processesOf(3, ['A1 10%']).map((each) => ({ ...each, proposeMs: 0 })) },
      {
        latency: { kind: 'listed', us: [1000, 2000, 3000, 4000] },
        diskLatency: { kind: 'fixed', us: 0 },
      },
    );
    play.until(500);
    const other = play.world.clone();
    other.network.countCarried(2 * 65536 + 1);
    expect(sameUpToShift(futureOf(play.world), futureOf(other))).toBe(null);
  });

  it.each([
    ['a timer held by hand', { kind: 'hold-timer', pid: 1, timer: 'BALLOT_TIMEOUT' }],
    ['a timer that is due', { kind: 'fire-timer', pid: 1, timer: 'BALLOT_TIMEOUT' }],
    ['a latency set for all', { kind: 'latency', latency: { kind: 'fixed', us: 3 } }],
    ['a cut', { kind: 'cut', from: 1, to: 2, oneWay: true }],
    ['loss on one link', { kind: 'lossy', from: 1, to: 2, loss: 0.1, duplication: 0 }],
    ['a disk made slower', { kind: 'disk-latency', pid: 3, latency: { kind: 'fixed', us: 9 } }],
    ['a process that is down', { kind: 'kill', pid: 3 }],
    ['a loss of power', { kind: 'power-off', pid: 3 }],
  ] as const)('is %s', (_name, what) => {
    const play = new Play(
      {
        processes: processesOf(3, ['A1 10%']).map((each) => ({ ...each, proposeMs: 0 })),
        timeoutMs: 100,
      },
      { latency: { kind: 'fixed', us: 1000 }, diskLatency: { kind: 'fixed', us: 0 } },
    );
    play.until(1500);
    const { timers } = play.world.process(1);
    const timer = timers[0]?.type ?? '';
    const done = 'timer' in what ? { ...what, timer } : what;
    expect(compared(play, done)).toBe(null);
  });

  it('is how long a timer held by hand still has to go', () => {
    const play = new Play(
      {
        processes: processesOf(3, ['A1 10%']).map((each) => ({ ...each, proposeMs: 0 })),
        timeoutMs: 100,
      },
      { latency: { kind: 'fixed', us: 1000 }, diskLatency: { kind: 'fixed', us: 0 } },
    );
    play.until(1500);
    play.do({ kind: 'hold-timer', pid: 1, timer: 'BALLOT_TIMEOUT' });
    const other = play.world.clone();
    const process = other.process(1);
    expect(sameUpToShift(futureOf(play.world), futureOf(other))).toBe(0);
    process.timers = process.timers.map((timer) => timer.at(timer.time + 1000));
    expect(sameUpToShift(futureOf(play.world), futureOf(other))).toBe(null);
  });

  /** The same world, but an acceptor more has voted in this ballot. */
  const withVote = ({ world }: Play, ballot: number): Play['world'] => {
    const other = world.clone();
    const record = recordOf(other.ghost, ballot);
    const votes = [...record.votes, { acceptor: 3, value: '10%' }];
    other.ghost = {
      ...other.ghost,
      ballots: put(other.ghost.ballots, ballot, { ...record, votes }),
    };
    return other;
  };

  const forgetMessages = ({ world: { network } }: Play): void => {
    for (const { id } of [...network.flights.values()]) network.flights.delete(id);
  };

  const isVoting = ({ world }: Play, pid: number): boolean =>
    world.pending().some((event) => event.pid === pid && event.type === 'VOTE_WRITTEN');

  it('are the votes that others have cast in the ballot of a proposer', () => {
    const play = new Play(
      {
        processes: processesOf(3, ['A1 10%']).map((each) => ({ ...each, proposeMs: 0 })),
        timeoutMs: 100,
      },
      { latency: { kind: 'fixed', us: 1000 }, diskLatency: { kind: 'fixed', us: 0 } },
    );
    play.wait(() => play.world.process(1).s?.proposer?.value !== null);
    // No message of the ballot is under way: only the proposer knows of it.
    forgetMessages(play);
    const other = withVote(play, 1);
    expect(sameUpToShift(futureOf(play.world), futureOf(other))).toBe(null);
    other.ghost = play.world.ghost;
    expect(sameUpToShift(futureOf(play.world), futureOf(other))).toBe(0);
  });

  it('are the votes cast in the ballot of a vote that is being written', () => {
    const play = new Play(
      { processes: processesOf(3, ['A1 10%']).map((each) => ({ ...each, proposeMs: 0 })) },
      { latency: { kind: 'fixed', us: 1000 }, diskLatency: { kind: 'fixed', us: 5000 } },
    );
    play.wait(() => isVoting(play, 2));
    forgetMessages(play);
    // Its proposer is gone: what is on its way to a disk alone may still choose.
    play.do({ kind: 'crash', pid: 1, inOrder: false });
    expect(isVoting(play, 2)).toBe(true);
    const other = withVote(play, 1);
    expect(sameUpToShift(futureOf(play.world), futureOf(other))).toBe(null);
    other.ghost = play.world.ghost;
    expect(sameUpToShift(futureOf(play.world), futureOf(other))).toBe(0);
  });
});
