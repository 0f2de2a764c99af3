import { expect, it } from 'vitest';
import { LineHistory } from './line-history.ts';

it('goes back line by line, and forth to what was being typed', () => {
  const history = new LineHistory(['ls /']);
  history.add('get /a');
  expect(history.earlier('se')).toBe('get /a');
  expect(history.earlier('get /a')).toBe('ls /');
  expect(history.earlier('ls /')).toBe('ls /');
  expect(history.later('ls /')).toBe('get /a');
  expect(history.later('get /a')).toBe('se');
  expect(history.later('se')).toBe('se');
});

it('begins at the end again after each line, keeps no blank one and none twice in a row', () => {
  const history = new LineHistory();
  for (const line of ['ls /', '  ', 'ls /', 'stat /']) history.add(line);
  expect(history.earlier('')).toBe('stat /');
  history.add('stat /');
  expect(history.earlier('')).toBe('stat /');
  expect(history.earlier('')).toBe('ls /');
});

it('has nothing to offer before the first line', () => {
  const history = new LineHistory();
  expect(history.earlier('x')).toBe('x');
  expect(history.later('x')).toBe('x');
});
