import { expect, it } from 'vitest';
import { completed } from './completing.ts';

it('takes the only command whole and goes on to its arguments', () => {
  const found = { from: 0, candidates: ['stat'] };
  expect(completed('sta', 3, found)).toEqual({ line: 'stat ', cursor: 5, offers: [] });
});

it('leaves a path open, which may go on', () => {
  const found = { from: 9, candidates: ['config'] };
  expect(completed('get /app/con', 12, found)).toEqual({
    line: 'get /app/config',
    cursor: 15,
    offers: [],
  });
});

it('goes as far as all agree and offers the choice', () => {
  const found = { from: 0, candidates: ['getAcl', 'getAllChildrenNumber'] };
  expect(completed('ge', 2, found)).toMatchObject({ line: 'getA', cursor: 4 });
  expect(completed('ge', 2, found).offers).toEqual(['getAcl', 'getAllChildrenNumber']);
});

it('keeps what stands behind the cursor', () => {
  const found = { from: 0, candidates: ['create'] };
  expect(completed('cre /a', 3, found)).toEqual({ line: 'create /a', cursor: 7, offers: [] });
});

it('changes nothing when nothing fits', () => {
  const found = { from: 0, candidates: [] };
  expect(completed('xyz', 2, found)).toEqual({ line: 'xyz', cursor: 2, offers: [] });
});
