import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { instantText } from './instant.ts';

it('an instant is the date that ECMA-262 says, wherever there is one', () => {
  const instants = fc.oneof(
    fc.integer({ min: -8.64e15, max: 8.64e15 }),
    fc.integer({ min: -1e12, max: 4e12 }),
    fc.constantFrom(0, -1, 8.64e15, -8.64e15, 951_782_400_000, -62_167_219_200_000),
  );
  fc.assert(
    fc.property(instants, (ms) => {
      expect(instantText(ms)).toBe(new Date(ms).toISOString());
    }),
  );
});

it('what is no date is said as its number', () => {
  for (const ms of [2 ** 60, -(2 ** 63), Number.NaN, Infinity]) {
    expect(instantText(ms)).toBe(`${ms} ms`);
  }
});
