import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refusals } from './arrows.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'zooscope-arrows-'));
  for (const path of ['src/view', 'package.json', '.oxlintrc.json']) {
    cpSync(join(root, path), join(copy, path), { recursive: true });
  }
  plant('src/page/planted-target.ts', 'export const target = 1; export type Target = number;');
  plant('src/runner/planted-target.ts', 'export const target = 1; export type Target = number;');
  plant('src/kernel/planted-target.ts', 'export const target = 1; export type Target = number;');
  plant('src/view/planted-target.ts', 'export const target = 1; export type Target = number;');
  plant('src/page/panels/planted-target.ts', 'export const target = 1;');
  plant('src/page/labs/paxos/planted-target.ts', 'export const target = 1;');
});

afterEach(() => {
  rmSync(copy, { recursive: true });
});

function plant(file: string, text: string): void {
  mkdirSync(dirname(join(copy, file)), { recursive: true });
  writeFileSync(join(copy, file), `${text}\n`);
}

/** What the check says of one file of the copy, as `line text`. */
function saidOf(file: string): string[] {
  return refusals(copy)
    .filter((refusal) => refusal.file === file)
    .map(({ line, text }) => `${line} ${text}`);
}

test('what stands in testing/ is imported by tests and by each other alone', () => {
  plant('src/kernel/testing/planted-story.ts', 'export const story = 1;');
  plant('src/kernel/testing/planted-other.ts', `export { story } from './planted-story.ts';`);
  plant('src/kernel/planted.test.ts', `import { story } from './testing/planted-story.ts'; story;`);
  plant('src/kernel/planted-rule.ts', `export { story } from './testing/planted-story.ts';`);
  expect(saidOf('src/kernel/testing/planted-other.ts')).toEqual([]);
  expect(saidOf('src/kernel/planted.test.ts')).toEqual([]);
  expect(saidOf('src/kernel/planted-rule.ts')).toEqual([
    '1 imports src/kernel/testing/planted-story.ts: what stands in testing/ is for tests',
  ]);
});

describe('an import against the arrows is refused, with file, line and target', () => {
  test.each([
    [
      'an upward import',
      `\nimport { target } from '../runner/planted-target.ts'; export { target };`,
    ],
    [
      'a type-only import',
      `\nimport type { Target } from '../runner/planted-target.ts'; let a: Target;`,
    ],
    [
      'an inline type import',
      `\nimport { type Target } from '../runner/planted-target.ts'; let a: Target;`,
    ],
    ['an import type', `\nexport type A = import('../runner/planted-target.ts').Target;`],
    ['a type query', `\nexport type A = typeof import('../runner/planted-target.ts');`],
    ['a re-export', `\nexport { target } from '../runner/planted-target.ts';`],
    ['a re-export of all', `\nexport * from '../runner/planted-target.ts';`],
    ['an import for effect', `\nimport '../runner/planted-target.ts';`],
    ['a dynamic import', `\nexport const later = () => import('../runner/planted-target.ts');`],
    ['a template', `\nexport const later = () => import(\`../runner/planted-target.ts\`);`],
    ['a glob', `\nexport const all = import.meta.glob('../runner/*.ts');`],
    ['a require', `\nexport const all = require('../runner/planted-target.ts');`],
    [
      'an import with a query',
      `\nimport text from '../runner/planted-target.ts?raw'; export { text };`,
    ],
    ['a URL', `\nexport const at = new URL('../runner/planted-target.ts', import.meta.url);`],
    ['a reference', `\n/// <reference path="../runner/planted-target.ts" />\nexport {};`],
  ])('%s', (_, text) => {
    plant('src/kernel/planted.ts', text);
    expect(saidOf('src/kernel/planted.ts')).toEqual([
      expect.stringMatching(/^2 imports src\/runner\/.*: src\/kernel may import view/),
    ]);
  });

  test.each([
    ['src/protocols/zab/planted.ts', `import '../../runner/planted-target.ts';`],
    ['src/stage/planted.ts', `import '../page/planted-target.ts';`],
    ['src/stage/planted.tsx', `import '../kernel/planted-target.ts';`],
    ['src/page/deep/planted.tsx', `import type { Target } from '../../kernel/planted-target.ts';`],
    ['src/page/planted.ts', `import '../runner/planted-target.ts';`],
    ['src/page/planted.ts', `import type { M } from '../worker/planted.ts'; let m: M;`],
    ['src/page/planted.ts', `import W from '../worker/planted.ts?worker'; export { W };`],
    ['src/page/planted.ts', `export const u = new URL('../worker/planted.ts', import.meta.url);`],
    ['src/page/planted.ts', `import '../lessons/first-start/lesson.json';`],
    ['src/page/planted.ts', `import '../built/run.ts';`],
    ['src/built/planted.ts', `import '../page/planted-target.ts';`],
    ['src/page/planted.test.ts', `import '../kernel/planted-target.ts';`],
    ['src/view/planted.ts', `import type { Target } from '../kernel/planted-target.ts';`],
    ['src/unheard-of/planted.ts', `import '../kernel/planted-target.ts';`],
    ['src/kernel/planted.ts', `import '../../scripts/planted.ts';`],
    ['src/kernel/planted.ts', `const where = './a.ts'; void import(where);`],
    ['src/kernel/planted.ts', `import './planted-target';`],
    ['src/kernel/planted.ts', `import '/src/runner/planted-target.ts';`],
    ['src/kernel/planted.ts', `import type { FC } from 'react'; let f: FC;`],
    ['src/protocols/planted.ts', `import { max } from 'd3'; export { max };`],
    ['src/runner/planted.ts', `import 'node:fs';`],
    ['src/stage/planted.ts', `import 'react';`],
    ['src/page/planted.ts', `import 'xstate';`],
    ['src/page/planted.ts', `import 'vitest';`],
    ['src/page/widgets/planted.ts', `import '../panels/planted-target.ts';`],
    ['src/page/panels/planted.ts', `import '../labs/paxos/planted-target.ts';`],
    ['src/page/labs/election/planted.ts', `import '../paxos/planted-target.ts';`],
    ['src/page/panels/planted.ts', `import '../planted-target.ts';`],
    ['src/page/unheard-of/planted.ts', `import '../panels/planted-target.ts';`],
  ])('%s: %s', (file, text) => {
    plant(file, text);
    expect(saidOf(file)).toHaveLength(1);
  });
});

test('what the arrows allow is not refused', () => {
  plant(
    'src/runner/planted.ts',
    `import '../kernel/planted-target.ts'; import type { Target } from '../view/planted-target.ts';`,
  );
  plant(
    'src/page/planted.tsx',
    `import 'react'; import 'react-dom/client'; import './planted.css';
     import '../view/planted-target.ts'; import '../lessons/first-start/en.json';
     import '../built/pictures.built.ts';
     const worker = new Worker(new URL('../worker/sim.worker.ts', import.meta.url), { type: 'module' });`,
  );
  plant(
    'src/built/planted.ts',
    `import '../runner/planted-target.ts'; import '../page/labs/paxos/initial.ts';`,
  );
  plant('src/page/labs/list.ts', `import './paxos/planted-target.ts';`);
  plant('src/page/labs/paxos/planted.ts', `import '../../panels/planted-target.ts';`);
  plant('src/cli/planted.ts', `import 'node:fs'; import '../runner/planted-target.ts';`);
  plant('src/kernel/planted.test.ts', `import 'vitest'; import 'fast-check'; import 'node:fs';`);
  for (const file of [
    'src/runner/planted.ts',
    'src/page/planted.tsx',
    'src/page/labs/list.ts',
    'src/page/labs/paxos/planted.ts',
    'src/built/planted.ts',
    'src/cli/planted.ts',
    'src/kernel/planted.test.ts',
  ]) {
    expect(saidOf(file)).toEqual([]);
  }
});

test('a cycle of files is refused, naming its files, even when one way is a type', () => {
  plant('src/kernel/planted-a.ts', `import { b } from './planted-b.ts'; export type A = typeof b;`);
  plant('src/kernel/planted-b.ts', `import { c } from './planted-c.ts'; export const b = c;`);
  plant(
    'src/kernel/planted-c.ts',
    `import type { A } from './planted-a.ts'; export const c: A = 1;`,
  );
  expect(saidOf('src/kernel/planted-a.ts')).toEqual([
    expect.stringContaining(
      'src/kernel/planted-a.ts → src/kernel/planted-b.ts → src/kernel/planted-c.ts → src/kernel/planted-a.ts',
    ),
  ]);
});

test('the command names file and line, and fails', () => {
  plant('src/kernel/planted.ts', `import '../runner/planted-target.ts';`);
  const script = join(root, 'scripts/arrows.mjs');
  const { status, stdout } = spawnSync(process.execPath, [script, copy], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stdout).toContain('src/kernel/planted.ts:1 imports src/runner/planted-target.ts');
});

describe('the linter refuses what would make a run depend on anything but the world', () => {
  const impurities = [
    'Date.now()',
    'new Date()',
    'Math.random()',
    'performance.now()',
    'setTimeout(() => {}, 1)',
    'queueMicrotask(() => {})',
    'requestAnimationFrame(() => {})',
    'crypto.randomUUID()',
    'fetch("a")',
    'console.log(1)',
    'document.title',
    'window.name',
    'globalThis.name',
    'process.env',
  ];

  /** The planted lines that oxlint refuses, as `file:line`. */
  function linted(files: readonly string[]): string[] {
    const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
    const { stdout } = spawnSync(process.execPath, [oxlint, '--format=unix', ...files], {
      cwd: copy,
      encoding: 'utf8',
    });
    const refused = stdout.split('\n').filter((line) => line.includes('no-restricted-'));
    return [...new Set(refused.map((line) => line.split(':').slice(0, 2).join(':')))].toSorted();
  }

  test('every impurity, in every folder of the simulation', () => {
    const folders = [
      'kernel',
      'protocols/zab',
      'zookeeper',
      'clients',
      'ensemble',
      'scenarios',
      'runner',
    ];
    const files = folders.map((folder) => `src/${folder}/planted.ts`);
    for (const file of files) plant(file, impurities.map((code) => `void (${code});`).join('\n'));
    const every = files.flatMap((file) => impurities.map((_, line) => `${file}:${line + 1}`));
    expect(linted(files)).toEqual(every.toSorted());
  });

  test('but not in the command line, the page and the tests', () => {
    const files = ['src/cli/planted.ts', 'src/page/planted.ts', 'src/kernel/planted.test.ts'];
    for (const file of files) plant(file, 'void performance.now();');
    expect(linted(files)).toEqual([]);
  });
});
