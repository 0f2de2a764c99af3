// Which modules of the page are one file: those that are always fetched together. The bundler left to
// itself makes a file of every set of modules that the same entries share, some 180 of them, and a
// cold visit fetches one for every few kilobytes.

/** @typedef {{ importedIds: readonly string[] }} Module */
/** @typedef {{ getModuleInfo(id: string): Module | null }} Graph */
/** @typedef {{ name: string, entries: string[], shared?: number, only?: RegExp }} Bundle */

import { LABS } from './labs.mjs';

/**
 * A module belongs to the first of these that needs it: to one of which an entry, or so many of them
 * (`shared`), import it at once, if its path is one of those meant (`only`). What stands in none is left to the bundler: files on demand.
 * @type {Bundle[]}
 */
const BUNDLES = [
  // What the gallery's live election plays with; every lab does too.
  { name: 'run', entries: ['page/gallery/hero/live-hero.tsx'] },
  { name: 'lab', entries: ['page/app/lab-page.tsx'] },
  { name: 'lab', entries: LABS.map((id) => `page/labs/${id}/lab.tsx`), shared: 2 },
  ...LABS.map((id) => ({ name: id, entries: [`page/labs/${id}/lab.tsx`] })),
  // An ensemble of ZooKeeper says what the servers of the election lab say.
  ...['en', 'zh-CN'].map((locale) => ({
    name: `said-${locale}`,
    entries: LABS.map((id) => `page/words/${locale}/${id}/index.ts`),
    shared: 2,
  })),
  // The English words of a lab's drawings are those that the drawings are typed by.
  { name: 'said-en', entries: LABS.map((id) => `page/words/en/${id}/index.ts`), only: /\/stage\// },
];

/** Packages of the labs stand apart from what is ours: together they would be too large a file. */
const PACKAGES = [
  { name: 'figures', test: /\/node_modules\/(d3|internmap)/ },
  { name: 'widgets', test: /\/node_modules\// },
];

/**
 * Everything that `entry` imports at once, itself included.
 * @param {string} entry
 * @param {Graph} graph
 * @returns {Set<string>}
 */
export function closure(entry, graph) {
  const found = new Set([entry]);
  for (const id of found)
    for (const next of graph.getModuleInfo(id)?.importedIds ?? []) found.add(next);
  return found;
}

/**
 * The name of a module's bundle; null where the bundler decides. For one build: the graph must not
 * change between two calls.
 * @param {string} src folder of the sources, absolute, with `/`
 * @returns {(id: string, graph: Graph) => string | null}
 */
export function bundleOf(src) {
  /** @type {{ name: string, shared: number, only: RegExp, closures: Set<string>[] }[] | null} */
  let known = null;
  return (id, graph) => {
    known ??= BUNDLES.map(({ name, entries, shared = 1, only = /^/ }) => ({
      name,
      shared,
      only,
      closures: entries.map((entry) => closure(`${src}/${entry}`, graph)),
    }));
    const bundle = known.find(
      ({ closures, shared, only }) =>
        only.test(id) && closures.filter((one) => one.has(id)).length >= shared,
    );
    if (bundle?.name !== 'lab') return bundle?.name ?? null;
    return PACKAGES.find(({ test }) => test.test(id))?.name ?? bundle.name;
  };
}

const WORKERS = ['sim', 'task', 'files'].map((name) => `worker/${name}.worker.ts`);

/** What the protocols share and what runs them does not need: one file, not one for every few of them. */
const MACHINES = /\/node_modules\/xstate\/|\/scenarios\/network-of\.ts$/;

/**
 * The same of the workers' modules. What clients run stands apart from the servers, since together they
 * would be too large a file, with all that it needs: two files that need each other cannot be begun.
 * @param {string} src folder of the sources, absolute, with `/`
 * @returns {(id: string, graph: Graph) => string | null}
 */
export const workerBundleOf = (src) => (id, graph) => {
  if (MACHINES.test(id)) return 'machines';
  const ofKernel = id.startsWith(`${src}/kernel/`);
  if (!ofKernel && !closure(`${src}/clients/programs.ts`, graph).has(id)) return null;
  const first = WORKERS.some((worker) => closure(`${src}/${worker}`, graph).has(id));
  if (first) return null;
  // What the clients' programs share with protocols that have no clients.
  return ofKernel || /\/src\/(view|scenarios)\//.test(id) ? 'machines' : 'programs';
};
