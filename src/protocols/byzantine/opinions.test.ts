/** Each general with an opinion of its own: all loyal ones end with one list, where that is promised. */
import { describe, expect, it } from 'vitest';
import { Random } from '../../kernel/random.ts';
import type { ByzantineSetup, Order, Strategy } from '../../view/byzantine-setup.ts';
import { allOralMessages } from './testing/all-oral-messages.ts';
import { consulted } from './opinions.ts';

const STRATEGIES: readonly Strategy[] = ['flip', 'split', 'silent', 'random'];

const letters = (text: string): readonly Order[] => text.split('');

const listsOf = (setup: ByzantineSetup, opinions: string): readonly string[] =>
  consulted(setup, letters(opinions)).lists.map(({ holds }) => holds.join(''));

/** Without what is held to be the opinion of this one. */
const without = (list: string, pid: number): string => list.slice(0, pid - 1) + list.slice(pid);

describe('generals with an opinion each', () => {
  it('end with the opinions of all when all are loyal, and do what most hold', () => {
    const { lists, messages } = consulted({ generals: 4 }, letters('AARA'));
    expect(lists.map(({ pid, holds, does }) => [pid, holds.join(''), does])).toEqual(
      [1, 2, 3, 4].map((pid) => [pid, 'AARA', 'A']),
    );
    expect(messages).toBe(4 * allOralMessages(4, 1));
  });

  it('end with one list, in which the loyal ones stand as they are, whatever one of four says', () => {
    for (const strategy of STRATEGIES) {
      for (const traitor of [1, 2, 3, 4]) {
        const lists = listsOf({ generals: 4, traitors: [traitor], strategy }, 'ARAR');
        expect(new Set(lists).size).toBe(1);
        expect(without(lists[0] ?? '', traitor)).toBe(without('ARAR', traitor));
      }
    }
  });

  it('among three end with a list that is wrong of a loyal one', () => {
    // L2 lies: of C, which holds A, L1 ends with the fixed value.
    expect(listsOf({ generals: 3, traitors: [3] }, 'ARA')[1]).toMatch(/^RR/u);
  });

  it('do one thing in random settings in which that is promised, the count being as the formula has it', () => {
    const random = new Random(7);
    for (let run = 0; run < 150; run++) {
      const rounds = 1 + random.below(2);
      const generals = 3 * rounds + 1 + random.below(2);
      const values: readonly Order[] = random.below(2) === 0 ? ['A', 'R'] : ['A', 'B', 'R'];
      const traitors = Array.from({ length: rounds }, () => 1 + random.below(generals));
      const strategy = STRATEGIES[random.below(3)] ?? 'flip';
      const opinions = Array.from(
        { length: generals },
        () => values[random.below(values.length)] ?? 'A',
      );
      const setup = { generals, rounds, values, traitors: [...new Set(traitors)], strategy };
      const { lists, messages } = consulted(setup, opinions, run + 1);
      expect(new Set(lists.map(({ holds }) => holds.join())).size).toBe(1);
      expect(new Set(lists.map(({ does }) => does)).size).toBe(1);
      for (const { holds } of lists) {
        const wrong = holds.filter(
          (value, i) => !traitors.includes(i + 1) && value !== opinions[i],
        );
        expect(wrong).toEqual([]);
      }
      const all = generals * allOralMessages(generals, rounds);
      // Who keeps silent sends none.
      expect(strategy === 'silent' ? all : messages).toBe(all);
    }
  });
});
