import { randomBytes } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const script = fileURLToPath(new URL('size.mjs', import.meta.url));

interface Kilobytes {
  readonly entry: number;
  readonly shared: number;
  readonly lazy: number;
  /** The worker itself, what it imports at once, and what it fetches when asked. */
  readonly 'sim.worker-1': number;
  readonly kernel: number;
  readonly protocol: number;
}

const imports: Readonly<Record<string, string>> = {
  'sim.worker-1': 'import{k}from"./kernel.js";const p=()=>import("./protocol.js");//',
};

/** What the command says of a site whose files have about so many incompressible kilobytes. */
function size(kilobytes: Kilobytes) {
  const dist = mkdtempSync(join(tmpdir(), 'zooscope-size-'));
  onTestFinished(() => rmSync(dist, { recursive: true }));
  mkdirSync(join(dist, 'assets'));
  mkdirSync(join(dist, '.vite'));
  for (const [name, size] of Object.entries(kilobytes)) {
    const text = Buffer.concat([Buffer.from(imports[name] ?? ''), randomBytes(size * 1000)]);
    writeFileSync(join(dist, `assets/${name}.js`), text);
  }
  writeFileSync(join(dist, 'index.html'), '');
  writeFileSync(
    join(dist, '.vite/manifest.json'),
    JSON.stringify({
      'index.html': { file: 'assets/entry.js', imports: ['_shared'], dynamicImports: ['lazy.ts'] },
      _shared: { file: 'assets/shared.js' },
      'lazy.ts': { file: 'assets/lazy.js', imports: ['index.html'] },
    }),
  );
  const { status, stdout } = spawnSync(process.execPath, [script, dist], { encoding: 'utf8' });
  return { status, over: stdout.split('\n').filter((line) => line.includes('OVER')), stdout };
}

const small: Kilobytes = {
  entry: 10,
  shared: 10,
  lazy: 10,
  'sim.worker-1': 10,
  kernel: 10,
  protocol: 10,
};

test('a site within its budgets passes, with its figures', () => {
  const { status, stdout } = size(small);
  expect(status).toBe(0);
  expect(stdout).toMatch(/20\.\d of 120 KB {2}critical path/);
});

test.each([
  ['critical path', { ...small, entry: 60, shared: 69 }],
  ['worker', { ...small, 'sim.worker-1': 36 }],
  ['worker', { ...small, kernel: 36 }],
  ['later: assets/protocol.js', { ...small, protocol: 81 }],
  ['later: assets/lazy.js', { ...small, lazy: 81 }],
])('too large a %s is refused', (name, kilobytes) => {
  const { status, over } = size(kilobytes);
  expect(status).toBe(1);
  expect(over).toEqual([expect.stringContaining(name)]);
});
