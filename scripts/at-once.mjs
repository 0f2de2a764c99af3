// A worker that asks for a file on demand finds out only when it has come what that needs: each such
// step costs a round trip. The page's own demands are told ahead by Vite; for workers this does the same.

/** How what is begun stands in the built file. */
export const BEGUN = /Promise\.allSettled\(\[[^\]]*\]\),/g;

/**
 * Begins to fetch what a dynamically imported file needs beside the file itself, all at once.
 * @returns {import('vite').Plugin}
 */
export function atOnce() {
  return {
    name: 'at-once',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const there = closure(bundle, [chunk.fileName]);
        chunk.code = chunk.code.replaceAll(
          /\bimport\(([`'"])\.\/([\w.-]+\.js)\1\)/g,
          (asked, _quote, name) => {
            const needs = [...closure(bundle, [`assets/${name}`])].filter(
              (file) => !there.has(file) && file !== `assets/${name}`,
            );
            if (needs.length === 0) return asked;
            // What fails there fails again, and is told, where the file itself imports it.
            const begun = needs.map((file) => `import("./${file.slice('assets/'.length)}")`);
            return `(Promise.allSettled([${begun.join(',')}]),${asked})`;
          },
        );
      }
    },
  };
}

/**
 * These files and all that they import at once.
 * @param {import('vite').Rollup.OutputBundle} bundle
 * @param {readonly string[]} files
 * @returns {Set<string>}
 */
function closure(bundle, files) {
  const found = new Set(files);
  for (const file of found) {
    const chunk = bundle[file];
    if (chunk?.type === 'chunk') for (const next of chunk.imports) found.add(next);
  }
  return found;
}
