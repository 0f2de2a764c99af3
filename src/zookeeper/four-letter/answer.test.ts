import { expect, it } from 'vitest';
import { FOUR_LETTER_WORDS } from '../../zoo-cfg/keys.ts';
import { isAllowed, isWord } from './answer.ts';
import { javaDouble, meanOf } from './java-double.ts';

it('knows the words that a whitelist may name, and no other', () => {
  expect(FOUR_LETTER_WORDS.every(isWord)).toBe(true);
  for (const word of ['nope', 'help', 'RUOK', '']) expect(isWord(word)).toBe(false);
});

it('always answers srvr, and of the others those that the whitelist names', () => {
  expect(isAllowed('srvr', [])).toBe(true);
  expect(isAllowed('ruok', ['srvr', 'stat'])).toBe(false);
  expect(isAllowed('ruok', ['ruok'])).toBe(true);
  expect(isAllowed('ruok', ['*'])).toBe(true);
});

it('writes means as Java does', () => {
  expect([0, 8.2222, 12, 0.0004, 1e7].map(javaDouble)).toEqual([
    '0.0',
    '8.2222',
    '12.0',
    '4.0E-4',
    '1.0E7',
  ]);
  expect(meanOf(74, 9)).toBe(8.2222);
  expect(meanOf(0, 0)).toBe(0);
});
