// For the bundler: writes `licenses.txt`, the license of each package that has code in the built site,
// workers included, behind our own. It is read off the modules in the bundles and not off package.json:
// what is not in a bundle is not named, and what is cannot be forgotten.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = 'licenses.txt';
/** Where a tool's text goes on with what it was itself built of: none of that is in the site. */
const TOOLS_OWN = /^# Licenses of bundled dependencies/m;
const TEXT = /^(licen[cs]e|copying|notice)/i;
/** Modules that the bundlers add by themselves. */
const OWN = [
  { test: /^\0rolldown\//, name: 'rolldown' },
  { test: /^\0vite\//, name: 'vite' },
];

/**
 * The folder of the package that a module belongs to; null for our own.
 * @param {string} id the module's, as the bundler names it
 * @param {string} root of the project
 */
export function packageFolder(id, root) {
  const own = OWN.find(({ test }) => test.test(id));
  if (own !== undefined) return join(root, 'node_modules', own.name);
  const [path = ''] = id.replace(/^\0/, '').split('?');
  const inside = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(path);
  return inside?.[1] ?? null;
}

/**
 * What is said of one package.
 * @param {string} folder
 */
function entry(folder) {
  const { name, version, license, author } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  if (typeof license !== 'string') throw new Error(`${folder} says no license: look for it`);
  const texts = readdirSync(folder)
    .filter((file) => TEXT.test(file))
    .toSorted()
    .map((file) => readFileSync(join(folder, file), 'utf8').split(TOOLS_OWN, 1).join('').trim());
  const by = typeof author === 'string' ? author : author?.name;
  const without = `Its package has no text of the license${by === undefined ? '' : `; it is by ${by}`}.`;
  const text = texts.length > 0 ? texts.join('\n\n') : without;
  return { title: `${name} ${version} (${license})`, text };
}

/**
 * A plugin for each build: of the workers, which vite builds first, of the page and of the service
 * worker.
 * @param {string} root of the project, absolute
 * @param {() => string} folder where the site is built
 * @returns {{ page: () => import('vite').Plugin, worker: () => import('vite').Plugin, serviceWorker: () => import('vite').Plugin }}
 */
export function licenses(root, folder) {
  /** @type {Set<string>} */
  const folders = new Set();
  /** @param {import('rolldown').OutputBundle} bundle */
  const collect = (bundle) => {
    for (const output of Object.values(bundle)) {
      if (output.type !== 'chunk') continue;
      for (const [id, { renderedLength }] of Object.entries(output.modules)) {
        const folder = renderedLength > 0 ? packageFolder(id, root) : null;
        if (folder !== null) folders.add(folder);
      }
    }
  };
  /** The same package may lie in two folders. */
  const entries = () => {
    const all = Array.from(folders, entry).map(
      (one) => /** @type {const} */ ([one.title, one.text]),
    );
    return [...new Map(all)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  };
  const own = join(root, 'LICENSE');
  const source = () => {
    const parts = entries().map(([title, text]) => `${title}\n\n${text}`);
    if (existsSync(own)) parts.unshift(readFileSync(own, 'utf8').trim());
    return `${parts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
  };
  return {
    worker: () => ({
      name: 'licenses-worker',
      apply: 'build',
      generateBundle: (_, bundle) => collect(bundle),
    }),
    page: () => ({
      name: 'licenses',
      apply: 'build',
      generateBundle(_, bundle) {
        collect(bundle);
        this.emitFile({ type: 'asset', fileName: FILE, source: source() });
      },
    }),
    // It is built last, when the file is already there.
    serviceWorker: () => ({
      name: 'licenses-service-worker',
      apply: 'build',
      generateBundle(_, bundle) {
        collect(bundle);
        writeFileSync(join(folder(), FILE), source());
      },
    }),
  };
}
