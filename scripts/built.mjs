// For the bundler: a module whose name ends in `.built.ts` is run here, while the site is built, and
// what it exports becomes the module, as data. So the page can show a run of the simulation at once. The
// words of a lesson get its first frame and what opening it is answered in the same way: who opens it needs
// all of it, and no other lesson's.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const BUILT = /\.built\.ts$/;
const LESSON = /\/src\/lessons\/([\w-]+)\/(?:en|zh-CN)\.json$/;
const besideWords = fileURLToPath(new URL('../src/built/lesson-first.ts', import.meta.url));
const cache = fileURLToPath(new URL('../node_modules/.cache/built', import.meta.url));

let turn = 0;

/** @returns {import('vite').Plugin} */
export function built() {
  /** @type {ReturnType<typeof run> | null} */
  let drawing = null;
  /** By lesson: its words in every language ask for it. */
  const drawn = new Map();
  const again = () => {
    drawing = null;
    drawn.clear();
  };
  return {
    name: 'built',
    enforce: 'pre',
    buildStart: again,
    watchChange: again,
    async load(id) {
      const [, lesson] = LESSON.exec(id) ?? [];
      if (lesson !== undefined) {
        drawing ??= run(besideWords);
        const { exported, files } = await drawing;
        for (const file of files) this.addWatchFile(file);
        const draw = /** @type {(id: string) => Promise<unknown>} */ (exported['lessonFirst']);
        if (!drawn.has(lesson)) drawn.set(lesson, draw(lesson));
        const words = JSON.parse(readFileSync(id, 'utf8'));
        return JSON.stringify({ ...words, ...(await drawn.get(lesson)) });
      }
      if (!BUILT.test(id)) return null;
      const { exported, files } = await run(id);
      // In the development server, a change of what it was made of makes it anew.
      for (const file of files) this.addWatchFile(file);
      return Object.entries(exported)
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
        .join('\n');
    },
  };
}

/**
 * What a module exports when it is run, and the files that it was made of.
 * @param {string} id
 * @returns {Promise<{ exported: Record<string, unknown>, files: string[] }>}
 */
async function run(id) {
  const { code, files } = await bundled(id);
  // A module is imported once under one name.
  const file = join(cache, `${basename(id, '.ts')}-${process.pid}-${++turn}.mjs`);
  mkdirSync(cache, { recursive: true });
  writeFileSync(file, code);
  try {
    return { exported: await import(pathToFileURL(file).href), files };
  } finally {
    rmSync(file, { force: true });
  }
}

/**
 * The module with all that it needs, for Node, and the files it was made of.
 * @param {string} id
 * @returns {Promise<{ code: string, files: string[] }>}
 */
async function bundled(id) {
  const bundle = await rolldown({ input: id, platform: 'node', external: [/^node:/] });
  try {
    const { output } = await bundle.generate({ format: 'esm', codeSplitting: false });
    return { code: output[0].code, files: output[0].moduleIds };
  } finally {
    await bundle.close();
  }
}
