import { expect, it } from 'vitest';
import { fitting, shortened, withoutControls } from './plain-text.ts';

it('what a terminal would obey is shown instead', () => {
  expect(withoutControls('a\u001b]0;b\u0007\u009b选😀')).toBe('a\\u001b]0;b\\u0007\\u009b选😀');
  expect(withoutControls('a\n\tb\r', '\n\t')).toBe('a\n\tb\\u000d');
});

it('a text is never longer than a message has room for', () => {
  expect(shortened('abc', 3)).toBe('abc');
  expect(shortened('abcd', 3)).toBe('abc…');
  const long = fitting(`${'k'.repeat(1e6)} means nothing here. Remove it.`, 300);
  expect(long.length).toBeLessThan(310);
  expect(long).toMatch(/^kkk.*means nothing here\. Remove it\.$/u);
  // Each of these is shown by six characters.
  for (const length of [100, 400]) {
    const shown = fitting(`${'\u0001'.repeat(length)} Remove it.`, 300);
    expect(shown.length).toBeLessThan(310);
    expect(shown).toMatch(/Remove it\.$/u);
  }
});
