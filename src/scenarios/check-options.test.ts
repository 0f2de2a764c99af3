import { expect, it } from 'vitest';
import { optionProblems } from './check-options.ts';

const options = ['x', 'y'].map((id, index) => ({ id, if: { leader: index + 1 } }));

it('a question is answered by one of its options', () => {
  const wrong = (answer: string) =>
    optionProblems({ answer, options }, ['predict']).map(({ where, code }) => `${where} ${code}`);
  expect(wrong('x')).toEqual([]);
  expect(wrong('z')).toEqual(['predict.answer scenario-no-such-option']);
});
