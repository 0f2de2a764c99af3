import { expect, it } from 'vitest';
import { Digest } from './digest.ts';

it('of small numbers together is that of each after the other', () => {
  const numbers = [0, 1, 17, 255, 65_536, 0x7fff_ffff];
  const [together, apart] = [new Digest(), new Digest()];
  together.small(numbers);
  for (const each of numbers) apart.mix(each);
  expect(together.hex()).toBe(apart.hex());
  together.small(numbers.toReversed());
  expect(together.hex()).not.toBe(apart.hex());
});
