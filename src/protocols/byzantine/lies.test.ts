/** What single messages say, set by hand, and what the network may do to them. */
import { describe, expect, it } from 'vitest';
import { Play } from './testing/play.ts';

const L1 = 2;
const L2 = 3;
const L3 = 4;
const four = { generals: 4, traitors: [L3] } as const;

describe('a lie set by hand', () => {
  it('is what the message says, before its sender speaks', () => {
    const play = new Play(four).lies(L3, '1.4', L2, 'A').lies(L3, '1·4', L1, null).ends();
    expect(play.said).toContain('C L3 > L2: A');
    expect(play.said.filter((each) => each.startsWith('C L3 > L1'))).toEqual([]);
    expect(play.detail.levels).toMatchObject([{ lies: 0 }, { sent: 5, lies: 0 }]);
    expect(play.general(L1).heard).toEqual([0, 0, -2]);
  });

  it('is planned where the page shows it, with what a loyal general would say', () => {
    const play = new Play(four).lies(L3, '1.4', L2, 'A');
    const planned = () => play.detail.plans.map(({ to, value, byHand }) => [to, value, byHand]);
    // What L3 hears it does not know yet, and to flip depends on it.
    expect(planned()).toEqual([
      [L1, null, false],
      [L2, 'A', true],
    ]);
    play.runs(49);
    expect(play.detail.plans.map(({ truth, sentAt }) => [truth, sentAt])).toEqual([
      ['A', null],
      ['A', null],
    ]);
    play.runs(2);
    expect(planned()[0]).toEqual([L1, 'R', false]);
    const before = play.detail.plans[0]?.sentAt ?? 0;
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(play.world.step);
  });

  it('can be taken back', () => {
    const play = new Play(four).lies(L3, '1.4', L2, 'A');
    const data = { path: '1.4', to: L2, unset: true };
    play.does({ kind: 'input', pid: L3, name: 'LIE', data });
    play.ends();
    expect(play.said).toContain('C L3 > L2: R');
  });

  it.each([
    ['a loyal general', L1, '1.2', L2, 'R'],
    ['a path that is not its own', L3, '1.2', L2, 'R'],
    ['an order that is not there', L3, '1.4', L2, 'X'],
    ['the commander as listener', L3, '1.4', 1, 'R'],
    ['a path with somebody twice', L3, '1.1.4', L2, 'R'],
  ])('changes nothing for %s', (_, pid, path, to, value) => {
    const said = new Play(four).lies(pid, path, to, value).ends().said;
    expect(said).toEqual(new Play(four).ends().said);
  });

  it('comes too late when the message has left', () => {
    const play = new Play(four).runs(51).lies(L3, '1.4', L2, 'A').ends();
    expect(play.said).toContain('C L3 > L2: R');
    expect(play.general(L3).hand.size).toBe(0);
  });

  it('forges where the traitor cannot sign, and the receiver can tell', () => {
    const three = { generals: 3, signed: true, traitors: [3], strategy: 'silent' } as const;
    const play = new Play(three).lies(3, '1.3', L1, 'R').ends();
    expect(play.said).toContain('C L2 > L1: R');
    expect(play.general(L1).refused).toMatchObject([{ value: 'R', from: 3, why: 'forged' }]);
    expect(play.decisions).toEqual({ L1: 'A' });
  });
});

describe('strategies', () => {
  it('draw at random by the seed alone', () => {
    const random = { generals: 7, rounds: 2, traitors: [6, 7], strategy: 'random' } as const;
    const said = (seed: number) => new Play(random, seed).ends().said.toSorted();
    expect(said(3)).toEqual(said(3));
    expect(said(3)).not.toEqual(said(4));
  });

  it('take the next of several values', () => {
    const values = ['A', 'B', 'R'];
    const play = new Play({ generals: 4, traitors: [L3], values, order: 'B' }).ends();
    expect(play.said).toContain('C L3 > L1: R');
    expect(play.decisions).toEqual({ L1: 'B', L2: 'B' });
  });
});

describe('the network', () => {
  it('may lose, repeat, hold and hasten single messages', () => {
    const play = new Play({ generals: 4 }).runs(11);
    const [first, second, third] = play.world.network.flights.values().map(({ id }) => id);
    expect(play.does({ kind: 'drop', message: first ?? 0 })).toBe(true);
    expect(play.does({ kind: 'duplicate', message: second ?? 0 })).toBe(true);
    expect(play.does({ kind: 'hold', message: third ?? 0 })).toBe(true);
    play.runs(5);
    expect(play.does({ kind: 'release', message: third ?? 0 })).toBe(true);
    expect(play.does({ kind: 'deliver', message: third ?? 0 })).toBe(true);
    play.ends();
    // L1 was told nothing: for the others C was silent towards it, so C is at fault.
    expect(play.general(L1).heard[0]).toBe(-2);
    expect(play.general(L2).heard[0]).toBe(0);
    expect(play.general(L3).heard[0]).toBe(0);
    expect(play.detail.generals[0]).toMatchObject({ loyal: true, failed: true });
    expect(play.detail).toMatchObject({ ic1: 'holds', ic2: 'idle', notPromised: null });
    expect(play.decisions).toEqual({ L1: 'A', L2: 'A', L3: 'A' });
  });

  it('does not hurt when a loyal general dies: a crash is a fault as treason is', () => {
    const play = new Play({ generals: 4 }).runs(30);
    play.does({ kind: 'kill', pid: L3 });
    play.ends();
    expect(play.detail).toMatchObject({ ic1: 'holds', ic2: 'holds', notPromised: null });
    expect(play.detail.generals[3]).toMatchObject({ failed: true, decided: null });
    // One more fault than m.
    const two = new Play(four).runs(30);
    two.does({ kind: 'kill', pid: L2 });
    two.ends();
    expect(two.detail.notPromised).toBe('faults');
  });

  it('takes for absent what comes when its round is over', () => {
    const play = new Play({ generals: 4 }).runs(11);
    const [first] = play.world.network.flights.values();
    play.does({ kind: 'hold', message: first?.id ?? 0 });
    play.runs(50);
    play.does({ kind: 'deliver', message: first?.id ?? 0 });
    play.ends();
    expect(play.general(L1).heard[0]).toBe(-2);
    expect(play.detail.ic1).toBe('holds');
  });
});
