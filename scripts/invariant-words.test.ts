import { expect, it } from 'vitest';
import { en } from '../src/page/words/en/index.ts';
import { invariants } from '../src/protocols/election/invariants.ts';

it('each invariant has its plain words, and a sentence for when it breaks', () => {
  const names = invariants.map(({ name }) => name).toSorted();
  expect(Object.keys(en.invariants).toSorted()).toEqual(names);
  expect(Object.keys(en.facts.broken).toSorted()).toEqual(names);
});
