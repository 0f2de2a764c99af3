import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { LIMITS } from './limits.ts';

it('docs/limits.md names every limit with its value and why, and nothing else', () => {
  const text = readFileSync(new URL('../../docs/limits.md', import.meta.url), 'utf8');
  const rows = [...text.matchAll(/^\| `(\w+)` *\| (\d+) *\| (.+?) *\|$/gmu)];
  expect(rows.map(([, name, value]) => [name, Number(value)])).toEqual(Object.entries(LIMITS));
  for (const [, , , why] of rows) expect(why?.length).toBeGreaterThan(15);
});
