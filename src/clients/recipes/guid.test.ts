import { describe, expect, it } from 'vitest';
import { guidOf, nextGuid } from './guid.ts';

describe('guids', () => {
  it('are eight hexadecimal digits of two draws', () => {
    expect(guidOf(0, 0)).toBe('00000000');
    expect(guidOf(0.5, 0.999_999_9)).toBe('8000ffff');
  });

  it('of many sessions after one another differ, whatever the first one is', () => {
    for (const first of ['00000000', 'ffffffff', '2c21b0da']) {
      const all = new Set([first]);
      for (let guid = first, count = 0; count < 1000; count++) all.add((guid = nextGuid(guid)));
      expect(all.size).toBe(1001);
      expect([...all].every((guid) => /^[\da-f]{8}$/u.test(guid))).toBe(true);
    }
  });

  it('that a program has given itself stay', () => {
    expect(nextGuid('mine')).toBe('mine');
    expect(nextGuid('')).toBe('');
  });
});
