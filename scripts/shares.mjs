// For the bundler: writes `.vite/packages.json`, which part of each file of the built page comes of which
// package, so that scripts/size.mjs can say what a library weighs as it is shipped: after what is not
// used has been left out.
import { basename } from 'node:path';
import { packageFolder } from './licenses.mjs';

/** Packages that are one library. */
export const REACT_ARIA = /^(@?react-aria|@?react-stately|@internationalized)/;

/**
 * @param {string} id the module's, as the bundler names it
 * @param {string} root of the project
 */
function packageOf(id, root) {
  const folder = packageFolder(id, root);
  if (folder === null) return null;
  return /[\\/](@[^\\/]+[\\/][^\\/]+)$/.exec(folder)?.[1] ?? basename(folder);
}

/**
 * @param {string} root of the project, absolute
 * @returns {import('vite').Plugin}
 */
export function shares(root) {
  return {
    name: 'shares',
    apply: 'build',
    generateBundle(_, bundle) {
      /** @type {Record<string, Record<string, number>>} */
      const parts = {};
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const modules = Object.entries(chunk.modules);
        const all = modules.reduce((sum, [, { renderedLength }]) => sum + renderedLength, 0);
        /** @type {Record<string, number>} */
        const of = {};
        for (const [id, { renderedLength }] of modules) {
          const name = packageOf(id, root);
          if (name !== null) of[name] = (of[name] ?? 0) + renderedLength / all;
        }
        parts[chunk.fileName] = of;
      }
      this.emitFile({
        type: 'asset',
        fileName: '.vite/packages.json',
        source: JSON.stringify(parts),
      });
    },
  };
}
