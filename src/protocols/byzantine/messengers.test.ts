/** The two generals: who knows what, and what comes of a messenger that is caught. */
import { describe, expect, it } from 'vitest';
import { Play } from './testing/play.ts';

const two = (confirmations: number) => ({ generals: 2, twoGenerals: { confirmations } });

/** Drops the messenger with this number as soon as it is under way. */
function caught(confirmations: number, number: number): Play {
  const play = new Play(two(confirmations)).runs(11);
  for (let ms = 0; ms < 1000; ms++) {
    const [flight] = play.world.network.flights.values();
    const message = flight?.message as { number: number } | undefined;
    if (flight !== undefined && message?.number === number) {
      play.does({ kind: 'drop', message: flight.id });
      break;
    }
    play.runs(1);
  }
  return play.ends();
}

describe('two generals', () => {
  it('attack together when every messenger comes', () => {
    const { two: seen } = new Play(two(3)).ends().detail;
    expect(seen).toMatchObject({ sent: 4, arrived: 4, lost: 0, outcome: 'both' });
    expect(seen?.knows).toMatchObject([
      { pid: 1, depth: 4, came: 2, needs: 2, attacks: true },
      { pid: 2, depth: 3, came: 2, needs: 2, attacks: true },
    ]);
  });

  it.each([0, 1, 2, 3, 4, 5])('attack apart when the last of %i + 1 is caught', (confirmations) => {
    const last = confirmations + 1;
    const { two: seen } = caught(confirmations, last).detail;
    expect(seen).toMatchObject({ sent: last, arrived: confirmations, lost: 1, outcome: 'alone' });
    expect(seen?.chain.at(-1)?.state).toBe('lost');
    // Whoever sent it attacks: to it nothing is different.
    const sender = seen?.chain.at(-1)?.from ?? 0;
    expect(seen?.knows.filter(({ attacks }) => attacks).map(({ pid }) => pid)).toEqual([sender]);
  });

  it('send no more when one does not come', () => {
    const { two: seen } = caught(3, 2).detail;
    expect(seen?.chain.map(({ state }) => state)).toEqual(['arrived', 'lost', 'never', 'never']);
    expect(seen?.outcome).toBe('nobody');
  });

  it('the sender of the last one sees the same whether it comes or not', () => {
    for (let confirmations = 0; confirmations < 6; confirmations++) {
      const sender = confirmations % 2 === 0 ? 1 : 2;
      const whole = new Play(two(confirmations)).ends().general(sender).camp;
      expect(caught(confirmations, confirmations + 1).general(sender).camp).toEqual(whole);
    }
  });

  it('may need fewer than are to come', () => {
    const play = new Play({ generals: 2, twoGenerals: { confirmations: 3, needs: [0, 3] } });
    expect(play.ends().detail.two?.outcome).toBe('alone');
  });
});
