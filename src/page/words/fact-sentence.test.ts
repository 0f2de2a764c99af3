import { expect, test } from 'vitest';
import { shortSession } from './fact-sentence.ts';

test('a sentence has a session by who gave it and its count', () => {
  expect(shortSession('0x1000000012ab0003')).toBe('0x1…0003');
  expect(shortSession('0x2000000012ab0003')).toBe('0x2…0003');
  expect(shortSession('0x10000ab93df0000')).toBe('0x1…0000');
});

test('none, and what is no such number, stay as they are', () => {
  expect(shortSession('0x0')).toBe('0x0');
  expect(shortSession('none')).toBe('none');
});
