import { expect, it } from 'vitest';
import { en } from '../words/en/index.ts';
import { catalogue, GROUPS, matching } from './catalogue.ts';

it('the gallery has a line for each group of the lessons, in teaching order, and no other', () => {
  expect(Object.keys(en.gallery.group)).toEqual(GROUPS.map(({ id }) => id));
});

it('a search finds the lessons that hold every word, in either language', () => {
  expect(matching(catalogue('en'), 'MAJORITIES').map(({ id }) => id)).toEqual(['majorities']);
  expect(matching(catalogue('zh-CN'), '过半').map(({ id }) => id)).toContain('majorities');
  expect(matching(catalogue('en'), 'majorities submarine')).toEqual([]);
});
