/** Every lie where that is finite, the worst found where it is not, and what the limits rest on. */
import { describe, expect, it } from 'vitest';
import type { ByzantineSetup, TieRule } from '../../view/byzantine-setup.ts';
import { configOf } from './config.ts';
import { countFailing, everyLie, fails, WorstLie } from './every-lie.ts';
import { allOralMessages } from './testing/all-oral-messages.ts';
import { failsIn, messengerRows, sameToL1, seenBy, worlds } from './experiments.ts';
import { naiveRun } from './naive.ts';
import { playedOut } from './outcome.ts';

const all = (generals: number, tie: TieRule = 'default'): readonly ByzantineSetup[] =>
  everyLie({ generals, tie }) ?? [];

describe('every lie of one traitor', () => {
  it.each([
    [3, 16, 2],
    [4, 40, 0],
    [5, 96, 0],
  ])('among %i generals: %i of them, %i break something', (generals, count, failing) => {
    expect(all(generals)).toHaveLength(count);
    expect(countFailing(all(generals))).toBe(failing);
  });

  it('breaks IC2 alone among three', () => {
    const broken = all(3).filter((setup) => fails(naiveRun(configOf(setup))));
    expect(broken.map(({ traitors, order, lies }) => [traitors, order, lies?.[0]?.value])).toEqual([
      [[2], 'A', 'R'],
      [[3], 'A', 'R'],
    ]);
    for (const setup of broken) expect(playedOut(setup)).toMatchObject({ ic1: true, ic2: false });
  });

  it('comes to the same when the generals themselves play it', () => {
    for (const setup of [...all(3), ...all(4)]) {
      const { decisions, messages, ic1, ic2 } = naiveRun(configOf(setup));
      const played = playedOut(setup);
      expect(played.total).toBe(messages);
      expect([played.ic1, played.ic2 ?? true]).toEqual([ic1, ic2]);
      const loyal = played.decisions.filter(({ pid }) => decisions.has(pid));
      expect(loyal.map(({ value }) => value)).toEqual([...decisions.values()]);
    }
  });

  it('is not listed where there are too many', () => {
    expect(everyLie({ generals: 6 })).toBeNull();
    expect(everyLie({ generals: 4, rounds: 2 })).toBeNull();
    expect(everyLie({ generals: 4, signed: true })).toBeNull();
    expect(everyLie({ generals: 4, values: ['A', 'B', 'R'] })).toBeNull();
  });
});

describe('the search for the worst lie', () => {
  const searched = (setup: ByzantineSetup, traitors: number, most = 2000) => {
    const search = new WorstLie(setup, traitors, most, 1);
    while (!search.try(100));
    return search.found;
  };

  it('tries everything where that is little', () => {
    // One order: half of the forty.
    expect(searched({ generals: 4 }, 1)).toEqual({
      tried: 20,
      broken: 0,
      complete: true,
      worst: null,
    });
    expect(searched({ generals: 3, traitors: [3] }, 1)).toMatchObject({
      tried: 2,
      broken: 1,
      complete: true,
      worst: { disagree: 1 },
    });
  });

  it('finds what two traitors among six can do, and nothing that two of seven can', () => {
    const six = searched({ generals: 6, rounds: 2, traitors: [5, 6] }, 2);
    expect(six).toMatchObject({ tried: 2000, complete: false, worst: { disagree: 3 } });
    expect(six.broken).toBeGreaterThan(20);
    expect(playedOut(six.worst?.setup ?? { generals: 4 })).toMatchObject({ ic2: false });
    const seven = searched({ generals: 7, rounds: 2 }, 2);
    expect(seven).toMatchObject({ tried: 2000, broken: 0, worst: null, complete: false });
  });

  it('finds it with one round too few, and where signatures do not help any more', () => {
    expect(searched({ generals: 7, rounds: 1, traitors: [1, 7] }, 2).worst).not.toBeNull();
    const signed = { generals: 4, signed: true } as const;
    expect(searched({ ...signed, rounds: 1, traitors: [1, 4] }, 2).worst).not.toBeNull();
    expect(searched({ ...signed, rounds: 2, traitors: [1, 4] }, 2).worst).toBeNull();
  });

  it('is the same for the same seed', () => {
    const setup = { generals: 6, rounds: 2, traitors: [1, 6] };
    expect(searched(setup, 2, 500)).toEqual(searched(setup, 2, 500));
  });
});

describe('two worlds', () => {
  it('are one to L1', () => {
    expect(sameToL1()).toBe(true);
    expect(seenBy(worlds.commanderLies, 2)).toBe('1 A, 1.3 R');
    // L2 can tell them apart: it knows whether it lies.
    expect(seenBy(worlds.commanderLies, 3)).not.toBe(seenBy(worlds.lieutenantLies, 3));
  });

  it('no rule for a tie is right in both', () => {
    const rules = ['default', 'commander', 'other'] as const;
    expect(
      rules.map((rule) => [failsIn('lieutenantLies', rule), failsIn('commanderLies', rule)]),
    ).toEqual([
      ['IC2', 'none'],
      ['none', 'IC1'],
      ['IC2', 'IC1'],
    ]);
    for (const rule of rules) expect(countFailing(all(3, rule))).toBeGreaterThan(0);
  });
});

describe('two generals', () => {
  it('have no last message that is safe', () => {
    const rows = messengerRows(12);
    expect(rows.map(({ safe }) => safe)).toEqual(rows.map(() => 0));
    expect(rows.every(({ same }) => same)).toBe(true);
    expect(rows.map(({ rules }) => rules)).toEqual([6, 9, 12, 16, 20, 25, 30, 36, 42, 49, 56, 64]);
    // By the rule that all must come, one attacks alone when the last one is caught.
    expect(rows.map(({ lastCaught }) => lastCaught.filter(Boolean).length)).toEqual(
      rows.map(() => 1),
    );
    expect(rows.map(({ lastCaught, sender }) => lastCaught[sender - 1])).toEqual(
      rows.map(() => true),
    );
  });
});

it('as many messages as the specification says', () => {
  const totals = [
    [3, 1],
    [4, 1],
    [7, 1],
    [7, 2],
    [6, 2],
    [10, 2],
    [10, 3],
  ].map(([generals = 0, m = 0]) => allOralMessages(generals, m));
  expect(totals).toEqual([4, 9, 36, 156, 85, 585, 3609]);
});
