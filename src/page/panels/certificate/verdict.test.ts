import { describe, expect, it } from 'vitest';
import type { LivelockView, ScheduleView } from '../../../view/paxos.ts';
import { chanceByKind } from './chance-words.ts';
import { passOf, verdictOf } from './verdict.ts';

const schedule: ScheduleView = {
  row: 9,
  rows: Array.from({ length: 22 }, (_, row) => `row ${row}`),
  repeatFrom: 8,
  done: 36,
  every: 10_000,
  chance: [],
};
const livelock: LivelockView = {
  from: 22,
  to: 36,
  shift: 2,
  rows: 14,
  messages: 16,
  step: 180,
  fair: false,
};
const duel = { chosen: [], schedule, livelock };

describe('what is said of a run for ever', () => {
  it('is the exact period, once it is proved', () => {
    expect(verdictOf(duel, 190, [{ step: 3 }])).toEqual({
      kind: 'proved',
      messages: 16,
      shift: 2,
      from: 22,
      to: 36,
      cycle: 2,
      fair: false,
    });
    expect(passOf(duel)).toBe(140_000);
  });

  it('is nothing, however long it takes, where no schedule repeats', () => {
    const open = { ...duel, livelock: null };
    expect(verdictOf({ ...open, schedule: null }, 1e6, [])).toEqual({ kind: 'no-schedule' });
    expect(verdictOf({ ...open, schedule: { ...schedule, repeatFrom: null } }, 9, [])).toEqual({
      kind: 'ends',
      rows: 22,
    });
    expect(verdictOf(open, 90, [])).toEqual({ kind: 'not-yet', row: 36 });
    expect(passOf({ schedule: null })).toBe(null);
  });

  it('is what is left to chance, where something is and nothing is proved', () => {
    const chance = [
      { of: 'loss', from: 1, to: 4 },
      { of: 'disk', from: 2, to: 2 },
      { of: 'disk', from: 3, to: 3 },
    ] as const;
    const open = { ...duel, livelock: null, schedule: { ...schedule, chance } };
    expect(verdictOf(open, 90, [])).toEqual({ kind: 'chance', chance });
    expect(chanceByKind(chance, (pid) => `A${pid}`)).toEqual([
      { of: 'loss', whose: ['A1 → A4'] },
      { of: 'disk', whose: ['A2', 'A3'] },
    ]);
    // A proof that stands is not called into question.
    expect(verdictOf({ ...duel, schedule: { ...schedule, chance } }, 190, []).kind).toBe('proved');
  });

  it('is withdrawn when somebody interferes after the proof', () => {
    expect(verdictOf(duel, 190, [{ step: 185 }])).toEqual({ kind: 'interfered' });
    // What stands later on the branch than the moment shown has not been done yet.
    expect(verdictOf(duel, 184, [{ step: 185 }]).kind).toBe('proved');
  });

  it('is the decision, where there is one', () => {
    const chosen = [{ ballot: 4, value: '20%' }];
    expect(verdictOf({ ...duel, chosen }, 500, [])).toEqual({
      kind: 'decided',
      value: '20%',
      ballot: 4,
    });
  });
});
