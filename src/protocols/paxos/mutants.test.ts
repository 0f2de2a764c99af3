/** Each mutant is caught as its golden trace says, and what catches it is silent without it. */
import { describe, expect, it } from 'vitest';
import { remember } from './ghost.ts';
import { invariants } from './invariants.ts';
import { edit } from './member.ts';
import { mutants } from './mutants.ts';
import type { Mutant } from './mutants.ts';
import { byHand, Play, processesOf } from './testing/play.ts';
import { readRow } from './testing/trace.ts';
import { broken } from './testing/traces-broken.ts';

/** What was noticed, the first first: names of invariants, or an expectation that was not met. */
type Schedule = (broken: readonly Mutant[]) => readonly string[];

/** A trace's rows; without the mutant, messages that are not there are passed over. */
const trace =
  (name: string, acceptors: number, proposers: readonly string[]): Schedule =>
  (off) => {
    const play = new Play(byHand(acceptors, proposers, { broken: off }));
    for (const row of broken[name]?.rows ?? []) {
      try {
        play.row(readRow(row).act.replace(' empty', ''));
      } catch (error) {
        if (off.length > 0 || !(error instanceof RangeError)) throw error;
      }
    }
    return play.violations;
  };

const schedules: Readonly<Record<Mutant, Schedule>> = {
  'keep-own-value': trace('P-X2', 3, ['P1 X', 'P2 Y']),
  'share-ballots': trace('P-X1', 3, ['P1 X', 'P2 Y']),
  'accept-below-promise': trace('P-X3', 3, ['P1 X', 'P2 Y']),
  'adopt-lowest': trace('P-X4', 3, ['P1 X', 'P2 Y', 'P3 Z']),
  'forget-ballot': (off) => {
    const play = new Play(byHand(3, ['P4 v1'], { broken: off }));
    const pass = (from: number, to: number, type: string): void => {
      for (const { id } of play.held(from, to, type, 1)) play.deliver(id);
    };
    play.do({ kind: 'input', pid: 4, name: 'PROPOSE', data: {} });
    for (const pid of [1, 2]) {
      pass(4, pid, 'PREPARE');
      // Its promise comes twice, and once of that very late.
      for (const { id } of play.held(pid, 4, 'PROMISE'))
        play.do({ kind: 'duplicate', message: id });
      play.deliver(play.held(pid, 4, 'PROMISE')[0]?.id ?? 0);
    }
    pass(4, 4, 'DECIDE');
    for (const pid of [1, 2]) pass(4, pid, 'ACCEPT');
    play.do({ kind: 'kill', pid: 4 }, { kind: 'start', pids: [4] });
    play.do({ kind: 'input', pid: 4, name: 'PROPOSE', data: { value: 'v2' } });
    for (const pid of [1, 2]) pass(pid, 4, 'PROMISE');
    pass(4, 4, 'DECIDE');
    for (const pid of [1, 2]) pass(4, pid, 'ACCEPT');
    return play.violations;
  },
  'forget-disk': trace('P-X5', 3, ['P1 X', 'P2 Y']),
  'accept-without-promise': trace('P-X6', 3, ['P1 X', 'P2 Y', 'P3 Z']),
  'half-is-quorum': (off) => {
    const play = new Play(byHand(4, ['P1 X', 'P2 Y'], { broken: off }));
    const { acceptors, quorum } = play.model.config;
    // Any two quorums have an acceptor in common: what a set-up must see to.
    return 2 * quorum > acceptors.length ? [] : ['quorums intersect (at set-up)'];
  },
  'refuse-equal-accept': (off) => {
    const processes = processesOf(5, ['A1 10%', 'A5 20%']).map((each) => ({
      ...each,
      proposeMs: 0,
    }));
    const play = new Play({ processes, broken: off });
    const chosen = play.wait(() => play.chosen.length > 0, 3000);
    return chosen ? play.violations : [...play.violations, 'liveness: a value is chosen'];
  },
};

describe.each(Object.entries(mutants) as [Mutant, (typeof mutants)[Mutant]][])(
  '%s',
  (name, { caughtBy }) => {
    it(`is caught: ${caughtBy}`, () => {
      expect(schedules[name]([name])[0]).toBe(caughtBy);
    });

    it('the same schedule is fine without it', () => {
      expect(schedules[name]([])).toEqual([]);
    });
  },
);

describe('the invariants', () => {
  it('together with the handlers’ own rules are those of the specification', () => {
    expect(invariants.map((each) => each.name).toSorted()).toEqual(
      [
        'I-Agreement',
        'I-Keep',
        'I-Learn',
        'I-Mono',
        'I-OneValuePerBallot',
        'I-P2',
        'I-P2a',
        'I-P2b',
        'I-P2c',
        'I-Safe',
        'I-Stable',
        'I-Truth',
        'I-Type',
        'I-Validity',
      ].toSorted(),
    );
  });

  it.each([
    ['I-Validity', 'nobody has asked for Z'],
    ['I-Learn', 'A2 has learned Z, which is not chosen'],
  ])('%s notices a value out of nowhere', (name, text) => {
    const play = new Play(byHand(3, ['A1 X'], { learning: 'L1' }));
    const invariant = invariants.find((each) => each.name === name);
    const before = play.s(2);
    const after = edit(before);
    after.kept = { promised: 1, accBallot: 1, accValue: 'Z' };
    after.learner = { reports: [], learned: { ballot: 1, value: 'Z' } };
    const { disk } = play.world.process(2);
    const change = { pid: 2, did: [], before, after, diskBefore: disk, diskAfter: disk };
    play.world.ghost = remember(play.world.ghost, play.world, change);
    expect(invariant?.check(play.world, change)).toBe(text);
  });

  it('each one but I-Validity and I-Learn is broken by some golden counterexample', () => {
    const off: readonly (readonly [string, number, readonly string[], Mutant])[] = [
      ['P-C2x', 5, ['A1 10%', 'A5 20%'], 'keep-own-value'],
      ['P-X1', 3, ['P1 X', 'P2 Y'], 'share-ballots'],
      ['P-X3', 3, ['P1 X', 'P2 Y'], 'accept-below-promise'],
      ['P-X6', 3, ['P1 X', 'P2 Y', 'P3 Z'], 'accept-without-promise'],
    ];
    const seen = new Set(off.flatMap(([name, n, who, rule]) => trace(name, n, who)([rule])));
    const never = invariants.map((each) => each.name).filter((name) => !seen.has(name));
    expect(never).toEqual(['I-Validity', 'I-Learn']);
  });
});
