import { expect, it } from 'vitest';
import { instantText } from './instant.ts';

it('an instant is a date where a date can say it, and its number elsewhere', () => {
  expect(instantText(0)).toBe('1970-01-01T00:00:00.000Z');
  expect(instantText(8.64e15)).toBe('+275760-09-13T00:00:00.000Z');
  for (const ms of [2 ** 60, -(2 ** 63), Number.NaN, Infinity]) {
    expect(instantText(ms)).toBe(`${ms} ms`);
  }
});
