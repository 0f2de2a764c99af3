import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { expect, onTestFinished, test } from 'vitest';
import { licenses, packageFolder } from './licenses.mjs';

/** Builds a site of these files, and gives what its `licenses.txt` says. */
async function licensesOf(files: Readonly<Record<string, string>>): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'zooscope-licenses-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  const { page, worker } = licenses(root, () => root);
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [page()],
    worker: { format: 'es', plugins: () => [worker()] },
  });
  return readFileSync(join(root, 'dist/licenses.txt'), 'utf8');
}

const packageAt = (folder: string, name: string, text: string): Record<string, string> => ({
  [`${folder}/package.json`]: JSON.stringify({
    name,
    version: '1.2.3',
    license: 'MIT',
    author: 'Ann',
    type: 'module',
    sideEffects: false,
    main: 'index.js',
  }),
  [`${folder}/index.js`]: 'export const say = (what) => console.log(what);',
  ...(text === '' ? {} : { [`${folder}/LICENSE`]: text }),
});

test('the site names each package that it holds, its workers’ too, and no other', async () => {
  const text = await licensesOf({
    LICENSE: 'our own license',
    'index.html': '<script type="module" src="./main.js"></script>',
    'main.js': [
      "import { say } from 'of-the-page';",
      "import { say as unused } from 'shaken-off';",
      "import { say as nested } from 'outer';",
      "import { say as bare } from '@scope/bare';",
      "say('here'); nested('in'); bare('b');",
      "new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });",
    ].join('\n'),
    'worker.js': "import { say } from 'of-the-worker'; say('there');",
    // Of these two every build has a few lines.
    ...packageAt('node_modules/vite', 'vite', 'of the builder'),
    ...packageAt('node_modules/rolldown', 'rolldown', 'of the bundler'),
    ...packageAt('node_modules/of-the-page', 'of-the-page', 'license of the page’s'),
    ...packageAt('node_modules/of-the-worker', 'of-the-worker', 'license of the worker’s'),
    ...packageAt('node_modules/shaken-off', 'shaken-off', 'license of nothing'),
    ...packageAt('node_modules/@scope/bare', '@scope/bare', ''),
    ...packageAt('node_modules/outer', 'outer', 'license of the outer'),
    'node_modules/outer/index.js': "export * from 'inner';",
    ...packageAt('node_modules/outer/node_modules/inner', 'inner', 'license of the inner'),
  });
  expect(text.startsWith('our own license\n')).toBe(true);
  expect(text).toContain('of-the-page 1.2.3 (MIT)\n\nlicense of the page’s\n');
  expect(text).toContain('of-the-worker 1.2.3 (MIT)\n\nlicense of the worker’s\n');
  expect(text).toContain('inner 1.2.3 (MIT)\n\nlicense of the inner\n');
  expect(text).toContain(
    '@scope/bare 1.2.3 (MIT)\n\nIts package has no text of the license; it is by Ann.',
  );
  expect(text).toContain('vite 1.2.3 (MIT)');
  expect(text).not.toContain('shaken-off');
});

test('what the bundlers add is theirs', () => {
  expect(packageFolder('\0vite/preload-helper.js', '/p')).toBe('/p/node_modules/vite');
  expect(packageFolder('\0rolldown/runtime.js', '/p')).toBe('/p/node_modules/rolldown');
  expect(packageFolder('/p/src/page/main.tsx', '/p')).toBeNull();
});
