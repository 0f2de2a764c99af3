import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

interface Package {
  readonly version: string;
  readonly license: string;
  readonly dev?: boolean;
}

const read = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');

test('the built site carries the licenses of what it contains', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, Package>;
  };
  const { dependencies } = JSON.parse(read('package.json')) as {
    dependencies: Record<string, string>;
  };
  const text = read('dist/licenses.txt');
  expect(text).toContain('Apache License');
  const named = [...text.matchAll(/^-{80}\n\n(\S+) (\S+) \((\S+)\)\n\n(?=\S)/gm)];

  // Each is what the lock says, and nothing of the tools is in the site but a few lines of two.
  for (const [, name = '', version, license] of named) {
    const locked = Object.entries(packages).find(
      ([path, one]) => path.endsWith(`node_modules/${name}`) && one.version === version,
    )?.[1];
    expect(locked?.license, name).toBe(license);
    expect(locked?.dev !== true || ['vite', 'rolldown'].includes(name), name).toBe(true);
  }
  // Of d3 the site has only parts, which are packages of their own.
  const names = named.map(([, name]) => name);
  const wanted = Object.keys(dependencies).filter((name) => name !== 'd3');
  expect(names).toEqual(expect.arrayContaining([...wanted, 'd3-scale', 'scheduler']));
});
