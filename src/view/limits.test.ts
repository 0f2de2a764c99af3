import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { LIMITS } from './limits.ts';

it('docs/limits.md names every limit with its value and why, and nothing else', () => {
  const text = readFileSync(new URL('../../docs/limits.md', import.meta.url), 'utf8');
  const rows = [...text.matchAll(/^\| `(\w+)` *\| (\d+) *\| (.+?) *\|$/gmu)];
  expect(rows.map(([, name, value]) => [name, Number(value)])).toEqual(Object.entries(LIMITS));
  for (const [, , , why] of rows) expect(why?.length).toBeGreaterThan(15);
});

/** Characters of a name, the longest that a form bounds by itself. */
const NAME = 200;

it('a form of a scenario takes what is longer than a name from here', () => {
  const folder = join(import.meta.dirname, '../scenarios');
  const own = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      const lengths = [...text.matchAll(/maxLength\(([\d_]+)\)/gu)];
      return lengths.map(([, digits = '']) => `${name}: ${digits}`);
    });
  expect(own.length).toBeGreaterThan(10);
  expect(own.filter((line) => Number(line.split(': ')[1]?.replaceAll('_', '')) > NAME)).toEqual([]);
});
