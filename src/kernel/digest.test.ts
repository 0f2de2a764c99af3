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

it('of a large value is the same part by part, and in no part is all of it', () => {
  const large = Array.from({ length: 30_000 }, (_, index) => ({
    name: `n${index}`,
    of: { index, half: index / 2, none: null, so: [true, 'text'] },
  }));
  const [whole, apart] = [new Digest(), new Digest()];
  whole.value(large);
  const seen = new Set<string>();
  for (const told of apart.parts(large)) {
    expect(told).toBe(0);
    seen.add(apart.hex());
  }
  expect(apart.hex()).toBe(whole.hex());
  expect(seen.size).toBeGreaterThan(2);
});
