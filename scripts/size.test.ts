import { randomBytes } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { lessonsOf } from './ahead.mjs';
import { LABS as LABS_THERE } from './labs.mjs';

const command = fileURLToPath(new URL('size.mjs', import.meta.url));

/** Kilobytes of each script. */
interface Site {
  readonly entry: number;
  readonly shared: number;
  readonly lazy: number;
  /** The worker itself, what it imports at once, and what it fetches when asked. */
  readonly 'sim.worker-1': number;
  readonly kernel: number;
  readonly protocol: number;
}

const PROTOCOLS = LABS_THERE;
const LESSONS = Object.keys(lessonsOf(fileURLToPath(new URL('..', import.meta.url))));
const LABS = PROTOCOLS.flatMap((id) => [
  `src/page/labs/${id}/lab.tsx`,
  `src/page/words/en/${id}/index.ts`,
  `src/built/stills/${id}.built.ts`,
  `src/built/presets/${id}.built.ts`,
]);
const ASKED = [
  ...LABS,
  ...LESSONS.map((id) => `src/lessons/${id}/en.json`),
  'src/page/app/lesson-page.tsx',
  'src/page/app/lab-page.tsx',
  'src/page/words/en/labs.ts',
  'src/built/hero.built.ts',
  'src/built/pictures.built.ts',
  'src/page/gallery/hero/live-hero.tsx',
];

/** What stands at the beginning of a script. */
const imports: Readonly<Record<string, string>> = {
  'sim.worker-1': [
    'import{k}from"./kernel.js";const p=()=>import("./protocol.js");',
    ...PROTOCOLS.map((id) => `const ${id}=()=>import("./${id}-1.js");`),
    ...LESSONS.map((id) => `()=>import("./lesson-${id}-1.js");`),
    '//',
  ].join(''),
  'election-1': 'import{r}from"./rules.js";//',
};

/** What the command says of a site whose files have about so many incompressible kilobytes. */
function size(kilobytes: Site, sharedByLabs: readonly string[] = []) {
  const dist = mkdtempSync(join(tmpdir(), 'zooscope-size-'));
  onTestFinished(() => rmSync(dist, { recursive: true }));
  mkdirSync(join(dist, 'assets'));
  mkdirSync(join(dist, '.vite'));
  const script = (name: string, size: number): void => {
    const text = Buffer.concat([Buffer.from(imports[name] ?? ''), randomBytes(size * 1000)]);
    writeFileSync(join(dist, `assets/${name}.js`), text);
  };
  for (const [name, size] of Object.entries(kilobytes)) script(name, size);
  const later = [...PROTOCOLS, ...LESSONS.map((id) => `lesson-${id}`)].map((id) => `${id}-1`);
  for (const name of [...later, 'rules', ...sharedByLabs]) script(name, 1);
  writeFileSync(join(dist, 'early.js'), '');
  writeFileSync(
    join(dist, 'index.html'),
    '<script src="./early.js"></script><script type="module" src="./assets/entry.js"></script>',
  );
  const lazy = { file: 'assets/lazy.js', imports: ['index.html', ...sharedByLabs] };
  writeFileSync(
    join(dist, '.vite/manifest.json'),
    JSON.stringify({
      'index.html': { file: 'assets/entry.js', imports: ['_shared'], dynamicImports: ASKED },
      _shared: { file: 'assets/shared.js' },
      ...Object.fromEntries(ASKED.map((source) => [source, lazy])),
      ...Object.fromEntries(sharedByLabs.map((name) => [name, { file: `assets/${name}.js` }])),
    }),
  );
  const { status, stdout } = spawnSync(process.execPath, [command, dist], { encoding: 'utf8' });
  return { status, over: stdout.split('\n').filter((line) => line.includes('OVER')), stdout };
}

const small: Site = {
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

test('a cold visit of each address has its requests and their weight', () => {
  const { stdout } = size(small);
  // The page, early.js, two scripts, what is fetched on demand; the worker, its kernel, the protocol
  // and what that imports.
  expect(stdout).toMatch(/5\d\.\d KB in 9 of 15 requests {2}#\/\n/);
  expect(stdout).toMatch(/5\d\.\d KB in 9 of 25 requests {2}#\/lab\/election\n/);
  expect(stdout).toMatch(/5\d\.\d KB in 8 of 25 requests {2}#\/lab\/paxos\n/);
  // And what happens in the lesson, which the worker asks for.
  expect(stdout).toMatch(/in 10 of 25 requests {2}#\/lesson\/after-a-crash\n/);
});

test('too many requests of a cold visit are refused', () => {
  const many = Array.from({ length: 7 }, (_, index) => `part-${index}`);
  const { status, over } = size(small, many);
  expect(status).toBe(1);
  expect(over).toEqual([expect.stringMatching(/in 16 of 15 requests {2}#\/ /)]);
});
