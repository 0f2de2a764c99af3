import { describe, expect, it } from 'vitest';
import { byKey, drawn, textsIn } from '../../testing/members-drawn.ts';
import { collisions } from '../../testing/collisions.ts';
import { inEnglish } from '../../words.ts';
import { zookeeperWords } from '../words.ts';
import { ensemble, grouped } from './fixtures.ts';
import { ackedText, committedText, groupsOf } from './quorum-told.ts';

const englishZooKeeper = inEnglish(zookeeperWords);

const weighs = (...all: readonly (readonly [sid: number, group: number, weight: number])[]) =>
  all.map(([sid, group, weight]) => ({ sid, group: group - 1, weight }));

describe('what decides in an ensemble with groups', () => {
  const weights = weighs([1, 1, 1], [2, 1, 1], [3, 2, 3], [4, 2, 1], [5, 3, 0]);

  it('is more than half of a group’s weight, in groups that weigh anything', () => {
    expect(groupsOf(weights, [1, 3])).toEqual({ all: [0, 1], won: [1] });
    expect(groupsOf(weights, [1, 2, 4])).toEqual({ all: [0, 1], won: [0] });
  });

  it('is said by the numbers of the groups', () => {
    const voters = [1, 2, 3, 4, 5];
    expect(ackedText('1·5', { voters, weights }, [1], englishZooKeeper)).toBe('1·5: no group of 2');
    expect(ackedText('1·5', { voters, weights }, [3], englishZooKeeper)).toBe('1·5: group 2 of 2');
    expect(committedText({ voters, weights }, [1, 2, 3], englishZooKeeper)).toBe(
      'groups 1, 2 of 2: committed',
    );
  });

  it('is a weight where there is one group alone, and a head where there is none', () => {
    const one = weighs([1, 1, 3], [2, 1, 1], [3, 1, 1]);
    const voters = [1, 2, 3];
    expect(committedText({ voters, weights: one }, [1], englishZooKeeper)).toBe(
      '3 of 5: committed',
    );
    expect(committedText({ voters, weights: [] }, [1, 2], englishZooKeeper)).toBe(
      '2 of 3: committed',
    );
  });
});

describe('the drawing of an ensemble with groups', () => {
  it('shows each voter’s weight below its name, and its group beside its epoch', () => {
    const shapes = drawn(grouped());
    expect(textsIn(byKey(shapes, 'server-3'))).toEqual(['S3', '×3']);
    expect(textsIn(byKey(shapes, 'word-3')).join(' ')).toContain('group 2');
    expect(textsIn(byKey(shapes, 'acks-5'))).toEqual(['1·5: group 1 of 3']);
    expect(collisions(shapes)).toEqual([]);
  });

  it('shows nothing of the kind where a majority decides', () => {
    const plain = ensemble({ members: ['S1 FOLLOWING 2 knows 1·4: 1·4', 'S2 LEADING 2: 1·4'] });
    expect(textsIn(byKey(drawn(plain), 'server-1'))).toEqual(['S1']);
  });
});
