// Where the site is built: what writes beside it, or reads what is there, asks here, since whoever
// builds may choose another folder than `dist`.
import { join, resolve } from 'node:path';

/**
 * @param {string} root of the project, absolute
 * @returns {{ plugin: () => import('vite').Plugin, path: () => string }} the plugin learns it
 */
export function siteFolder(root) {
  let folder = join(root, 'dist');
  return {
    plugin: () => ({
      name: 'site-folder',
      apply: 'build',
      configResolved(config) {
        folder = resolve(config.root, config.build.outDir);
      },
    }),
    path: () => folder,
  };
}
