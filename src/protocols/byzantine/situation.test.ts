/** Two ways to one situation of generals: in which order the messages of a round came is not in it. */
import { describe, expect, it } from 'vitest';
import { situationHash } from '../../kernel/situation.ts';
import type { ByzantineSetup } from '../../view/byzantine-setup.ts';
import type { Pid } from '../../view/time.ts';
import { Play } from './testing/play.ts';

/** The rounds, of 40 ms each, begin 10 ms after the start; the fourth general lies. */
const five = (more: Partial<ByzantineSetup> = {}): ByzantineSetup => ({
  generals: 5,
  rounds: 1,
  traitors: [4],
  ...more,
});

const L2 = 3;

/**
 * Messages to L2 take so long, in ms, from whom it is said; all others 15.
 * @param ms until when, after the start; the links are as they were by then
 */
function way(setup: ByzantineSetup, takes: Readonly<Record<Pid, number>>, ms: number): Play {
  const play = new Play(setup);
  const pids = Array.from({ length: setup.generals }, (_, index) => index + 1);
  const links = pids.flatMap((from) =>
    pids.filter((to) => to !== from).map((to) => ({ from, to })),
  );
  for (const { from, to } of links) {
    const us = 1000 * (to === L2 ? (takes[from] ?? 15) : 15);
    play.does({ kind: 'latency', from, to, latency: { kind: 'fixed', us } });
  }
  play.runs(ms);
  for (const link of links) play.does({ kind: 'latency', ...link, latency: null });
  return play;
}

const hashOf = ({ world }: Play): string => situationHash(world);

describe.each([
  ['OM(1)', five()],
  ['SM(1)', five({ signed: true })],
])('the situation of generals under %s', (_, setup) => {
  it.each([45, 84, 95, 500])(
    'is the same in whichever order a round was heard: after %i ms',
    (ms) => {
      const [one, other] = [way(setup, { 2: 12, 5: 20 }, ms), way(setup, { 2: 20, 5: 12 }, ms)];
      expect(hashOf(other)).toBe(hashOf(one));
    },
  );

  it('is the same after a lie that was taken back, and lies that were set in another order', () => {
    const lie = (play: Play, to: Pid, value: string | null): Play => play.lies(4, '1.4', to, value);
    const one = lie(lie(new Play(setup), 2, 'R'), 3, null);
    const other = lie(lie(lie(new Play(setup), 3, 'A'), 3, null), 2, 'R');
    expect(other.world.fingerprint()).not.toBe(one.world.fingerprint());
    expect(hashOf(other)).toBe(hashOf(one));
  });

  it('is another one when something is under way, was lost, was said otherwise, or a round is over', () => {
    const seen = [
      way(setup, {}, 5),
      way(setup, {}, 12),
      way(setup, {}, 30),
      way(setup, { 1: 35 }, 30),
      way(setup, {}, 70),
      way(setup, { 4: 60 }, 95),
      way(setup, {}, 95),
      way({ ...setup, strategy: 'silent' }, {}, 95),
      way({ ...setup, order: 'R' }, {}, 95),
    ].map(hashOf);
    expect(new Set(seen).size).toBe(seen.length);
  });
});
