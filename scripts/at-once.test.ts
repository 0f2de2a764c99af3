import { expect, test } from 'vitest';
import { atOnce, BEGUN } from './at-once.mjs';

/** What a file of the bundle says after it, by its name. */
const withEverything = (files: Readonly<Record<string, { code: string; imports: string[] }>>) => {
  const bundle = Object.fromEntries(
    Object.entries(files).map(([name, { code, imports }]) => [
      `assets/${name}`,
      {
        type: 'chunk',
        fileName: `assets/${name}`,
        code,
        imports: imports.map((one) => `assets/${one}`),
      },
    ]),
  );
  const { generateBundle } = atOnce();
  if (typeof generateBundle !== 'function') throw new Error('it does nothing with a bundle');
  void generateBundle.call({} as never, {} as never, bundle as never, false);
  return Object.fromEntries(Object.entries(bundle).map(([name, { code }]) => [name, code]));
};

test('with a file that a worker asks for begins all that this needs and is not there yet', () => {
  const files = withEverything({
    'worker.js': { code: 'const a=()=>import(`./lab-1.js`).then(l=>l.a)', imports: ['kernel.js'] },
    'lab-1.js': { code: '', imports: ['kernel.js', 'rules.js'] },
    'rules.js': { code: '', imports: ['machines.js'] },
    'machines.js': { code: '', imports: [] },
    'kernel.js': { code: '', imports: [] },
  });
  expect(files['assets/worker.js']).toBe(
    'const a=()=>(Promise.allSettled([import("./rules.js"),import("./machines.js")]),import(`./lab-1.js`)).then(l=>l.a)',
  );
  expect(files['assets/worker.js']?.replaceAll(BEGUN, '')).toBe(
    'const a=()=>(import(`./lab-1.js`)).then(l=>l.a)',
  );
});

test('a file that needs nothing more is asked for as before', () => {
  const code = 'const a=()=>import("./lesson.js")';
  const files = withEverything({
    'worker.js': { code, imports: [] },
    'lesson.js': { code: '', imports: ['worker.js'] },
  });
  expect(files['assets/worker.js']).toBe(code);
});
