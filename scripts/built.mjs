// For the bundler: a module whose name ends in `.built.ts` is run here, while the site is built, and
// what it exports becomes the module, as data. So the page can show a run of the simulation at once.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const BUILT = /\.built\.ts$/;
const cache = fileURLToPath(new URL('../node_modules/.cache/built', import.meta.url));

/** @returns {import('vite').Plugin} */
export function built() {
  let turn = 0;
  return {
    name: 'built',
    enforce: 'pre',
    async load(id) {
      if (!BUILT.test(id)) return null;
      const { code, files } = await bundled(id);
      // In the development server, a change of what it was made of makes it anew.
      for (const file of files) this.addWatchFile(file);
      // A module is imported once under one name.
      const file = join(cache, `${basename(id, '.ts')}-${process.pid}-${++turn}.mjs`);
      mkdirSync(cache, { recursive: true });
      writeFileSync(file, code);
      try {
        const exported = Object.entries(await import(pathToFileURL(file).href));
        return exported
          .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
          .join('\n');
      } finally {
        rmSync(file, { force: true });
      }
    },
  };
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
