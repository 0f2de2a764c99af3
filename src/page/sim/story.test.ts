import { describe, expect, it } from 'vitest';
import type { Told } from '../../view/fact.ts';
import { FASTEST_TOLD, holdOf, READING, tell } from './story.ts';
import type { Story } from './story.ts';

const switched = (pid: number, to: number): Told => ({
  fact: { step: 10 * pid + to, time: 0, pid, rule: 'vote-switched', cause: null, data: { to } },
  again: `vote-switched ${to}`,
  more: 0,
});

const after = (...told: readonly Told[]): Story => {
  const story = told.reduce<Story | null>(tell, null);
  if (story === null) throw new Error('nothing was told');
  return story;
};

describe('the story of a run', () => {
  it('holds the first of a kind long enough to read, in proportion to the speed', () => {
    const first = after(switched(1, 5));
    expect(holdOf(first, 1)).toBe(READING);
    expect(holdOf(first, 2)).toBe(READING / 2);
    expect(holdOf(first, FASTEST_TOLD + 1)).toBe(0);
  });

  it('folds what others do right after it into a count, without standing still', () => {
    const folded = after(switched(1, 5), switched(2, 5), switched(3, 5));
    expect([folded.fact.pid, folded.more]).toEqual([1, 2]);
    expect(holdOf(folded, 1)).toBe(0);
  });

  it('tells another thing anew, and holds what it has told before for a shorter time', () => {
    const other = after(switched(1, 5), switched(2, 4));
    expect([other.fact.pid, other.more, holdOf(other, 1)]).toEqual([2, 0, READING]);
    const back = tell(other, switched(3, 5));
    expect([back.fact.pid, back.more, holdOf(back, 1)]).toEqual([3, 0, READING / 2]);
  });

  it('holds the fourth of one rule for a shorter time, whoever it is about', () => {
    const many = after(switched(1, 2), switched(1, 3), switched(1, 4), switched(1, 5));
    expect(holdOf(many, 1)).toBe(READING / 2);
  });
});
