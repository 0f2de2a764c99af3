import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { touched } from './touched.mjs';

const counter = touched('counter');

/** The two numbers that CONTRIBUTING.md says. */
function said(): readonly number[] {
  const text = readFileSync(join(import.meta.dirname, '../CONTRIBUTING.md'), 'utf8');
  return (/touches: (\d+) files of its own and\s(\d+) that were there/u.exec(text) ?? [])
    .slice(1)
    .map(Number);
}

it('the smallest protocol touches no more files than CONTRIBUTING says', () => {
  const { own, others } = counter;
  const [ownSaid = 0, othersSaid = 0] = said();
  expect(own.length).toBeLessThanOrEqual(ownSaid);
  expect(others.length).toBeLessThanOrEqual(othersSaid);
});

it('files are found by their place, by what they import, and by lists in which the protocol stands', () => {
  const { own, others, tests } = counter;
  expect(own).toContain('src/protocols/counter/model.ts');
  expect(others).toEqual(
    expect.arrayContaining([
      'src/scenarios/load-protocol.ts',
      'src/view/protocols.ts',
      'src/page/words/words.ts',
    ]),
  );
  expect(tests).toContain('src/protocols/counter/counter.test.ts');
});
