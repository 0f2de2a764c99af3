import { expect, it } from 'vitest';
import { LIMITS } from '../view/limits.ts';
import { conformance } from './conformance-command.ts';
import { sim } from './sim-command.ts';
import { file, said } from './testing/said.ts';

const long = 'x'.repeat(LIMITS.lineCharacters + 1);

it('a file with a line that no console takes is refused before its first command', () => {
  const path = file('long.txt', `create /a 1\n${long}`);
  const { code, out, err } = said(sim, ['zkcli', path]);
  expect({ code, out }).toEqual({ code: 2, out: [] });
  expect(err).toEqual([
    expect.stringMatching(/long\.txt: line 2 has 10001 characters; at most 10000 .*; shorten it/u),
  ]);
});

it('such a line from a pipe ends what has begun', () => {
  const { code, out, err } = said(sim, ['zkcli'], ['create /a 1', long, 'create /b 1']);
  expect(code).toBe(2);
  expect(err).toEqual([
    'Created /a',
    expect.stringContaining('standard input: line 2 has 10001 characters'),
  ]);
  expect(out.join()).not.toContain('xxx');
});

it('a recording of more commands than any has is refused', () => {
  const commands = Array.from({ length: LIMITS.recordingItems + 1 }, () => 'ls /');
  const { code, err } = said(conformance, [file('long.case.json', { name: 'x', commands })]);
  expect(code).toBe(2);
  expect(err).toEqual([expect.stringContaining('commands: 2001 items; at most 2000')]);
});
