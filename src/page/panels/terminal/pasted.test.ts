import { expect, it } from 'vitest';
import { pasted } from './pasted.ts';

it('is nothing special when it is one line', () => {
  expect(pasted('ls /', '', '')).toBeNull();
});

it('runs whole lines, blank ones left out, and types the rest', () => {
  expect(pasted('eate /a 1\r\n\nls /\nget /a', 'cr', ' -s')).toEqual({
    lines: ['create /a 1', 'ls /'],
    rest: 'get /a -s',
  });
  expect(pasted('ls /\n', '', '')).toEqual({ lines: ['ls /'], rest: '' });
});

it('runs nothing of more than may be run at once', () => {
  expect(pasted('ls /\n'.repeat(1001), '', '')).toBe('too-many');
  expect(pasted(`ls ${'a'.repeat(10_001)}\n`, '', '')).toBe('too-many');
});
