// Which modules of the page are one file: those that are always fetched together. The bundler left to
// itself makes a file of every set of modules that the same entries share, some 180 of them, and a
// cold visit fetches one for every few kilobytes.

/** @typedef {{ importedIds: readonly string[], dynamicallyImportedIds: readonly string[] }} Module */
/** @typedef {{ getModuleInfo(id: string): Module | null }} Graph */
/** @typedef {{ name: string, entries: string[], shared?: number, later?: boolean, only?: RegExp, sharedLater?: string[] }} Bundle */

import { LABS, PROTOCOLS } from './labs.mjs';

/** What stands round every lab, and what a lesson is besides. */
const FRAME = 'page/app/lab-page.tsx';
const LESSON = 'page/app/lesson-page.tsx';
const ALL_LABS = LABS.map((id) => `page/labs/${id}/lab.tsx`);

/** What the page begins with: it fetches labs, lessons and words on demand, each a file of its own. */
const PAGE = 'page/main.tsx';

/**
 * A module belongs to the first of these that needs it: to one whose every entry, or so many of them
 * (`shared`), import it at once; `later`: what these fetch when it is shown, or in idle time; `sharedLater`:
 * only what one of those fetches then, too; `only`: if its path is one of these. What stands in none is
 * left to the bundler: files on demand.
 * @type {Bundle[]}
 */
const BUNDLES = [
  // What the gallery's live election plays with; every lab does too.
  { name: 'run', entries: ['page/gallery/hero/live-hero.tsx'] },
  { name: 'lab', entries: [FRAME] },
  // One file of styles with that of every lab.
  { name: 'lab', entries: [LESSON], only: /\.css$/ },
  { name: 'lab', entries: ALL_LABS, shared: 2 },
  // What is shown later must not need the files of another lab, nor those of a lesson.
  ...[LESSON, ...ALL_LABS].map((entry) => ({
    name: 'lab',
    entries: [entry],
    sharedLater: [FRAME, ...ALL_LABS.filter((other) => other !== entry)],
  })),
  ...LABS.map((id) => ({ name: id, entries: [`page/labs/${id}/lab.tsx`] })),
  // What every lab says, and what several do: an ensemble's servers speak as those of the election lab.
  ...['en', 'zh-CN'].flatMap((locale) => [
    { name: `first-${locale}`, entries: [`page/words/${locale}/index.ts`] },
    { name: `said-${locale}`, entries: [`page/words/${locale}/labs.ts`] },
    {
      name: `said-${locale}`,
      entries: LABS.map((id) => `page/words/${locale}/${id}/index.ts`),
      shared: 2,
    },
  ]),
  { name: 'parts', entries: [FRAME], later: true },
  // One file of styles for all of them.
  { name: 'parts', entries: ALL_LABS, later: true, only: /\.css$/ },
  { name: 'parts', entries: ALL_LABS, shared: 2, later: true },
  ...LABS.map((id) => ({
    name: `${id}-parts`,
    entries: [`page/labs/${id}/lab.tsx`],
    later: true,
  })),
];

/** The libraries of widgets stand apart from what is ours: together they would be too large a file. What is shown later of them comes with what shows it. */
const WIDGETS =
  /\/node_modules\/(@?react-aria|@?react-stately|@internationalized|react-resizable-panels)/;

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
 * Everything that what `entry` imports at once imports later, but for what the page itself asks for.
 * @param {string} entry
 * @param {Set<string>} page what the page begins with
 * @param {Graph} graph
 * @returns {Set<string>}
 */
function laterClosure(entry, page, graph) {
  const asking = [...closure(entry, graph)].filter((id) => !page.has(id));
  const asked = asking.flatMap((id) => graph.getModuleInfo(id)?.dynamicallyImportedIds ?? []);
  return new Set(asked.flatMap((id) => [...closure(id, graph)]));
}

/**
 * The name of a module's bundle; null where the bundler decides. For one build: the graph must not
 * change between two calls.
 * @param {string} src folder of the sources, absolute, with `/`
 * @returns {(id: string, graph: Graph) => string | null}
 */
export function bundleOf(src) {
  /** @type {{ name: string, shared: number, later: boolean, closures: Set<string>[], only: RegExp, also: Set<string> | null }[] | null} */
  let known = null;
  /** @param {Graph} graph */
  const read = (graph) => {
    const page = closure(`${src}/${PAGE}`, graph);
    /** @param {string} entry */
    const laterOf = (entry) => laterClosure(`${src}/${entry}`, page, graph);
    return BUNDLES.map(({ name, entries, shared = 1, later = false, only = /^/, sharedLater }) => ({
      name,
      shared,
      later,
      only,
      also: sharedLater ? new Set(sharedLater.flatMap((entry) => [...laterOf(entry)])) : null,
      closures: entries.map((entry) =>
        later ? laterOf(entry) : closure(`${src}/${entry}`, graph),
      ),
    }));
  };
  return (id, graph) => {
    known ??= read(graph);
    const bundle = known.find(
      ({ closures, shared, only, also }) =>
        only.test(id) &&
        (also === null || also.has(id)) &&
        closures.filter((one) => one.has(id)).length >= shared,
    );
    if (bundle === undefined) return null;
    return !bundle.later && WIDGETS.test(id) ? 'widgets' : bundle.name;
  };
}

const WORKERS = ['sim', 'task', 'files'].map((name) => `worker/${name}.worker.ts`);

/**
 * What a build of a worker begins with, and what each of its protocols needs at once and later.
 * @param {string} src
 * @param {Graph} graph
 */
function workerParts(src, graph) {
  const none = /** @type {Set<string>} */ (new Set());
  const adapters = PROTOCOLS.map((name) => `${src}/scenarios/${name}/adapter.ts`);
  const begins = WORKERS.map((worker) => closure(`${src}/${worker}`, graph));
  return {
    first: new Set(begins.flatMap((one) => [...one])),
    programs: closure(`${src}/clients/programs.ts`, graph),
    // A protocol that is made of another one comes with that.
    protocols: adapters.flatMap((adapter) => {
      const atOnce = closure(adapter, graph);
      const ofAnother = adapters.some((other) => other !== adapter && atOnce.has(other));
      const serves = atOnce.has(`${src}/zookeeper/server/server.ts`);
      const clients = atOnce.has(`${src}/clients/programs.ts`);
      const later = laterClosure(adapter, none, graph);
      return ofAnother ? [] : [{ atOnce, serves, clients, later }];
    }),
  };
}

/**
 * The same of the workers' modules: what the protocols share and what runs them does not need is one
 * file, and not one for every few of them. What clients run stands apart from the servers, since together
 * they would be too large a file; what is asked later of who has clients needs parts of both. A file
 * never needs one that needs it: two such cannot be begun.
 * @param {string} src folder of the sources, absolute, with `/`
 * @returns {(id: string, graph: Graph) => string | null}
 */
export function workerBundleOf(src) {
  /** @type {WeakMap<Graph, ReturnType<typeof workerParts>>} */
  const known = new WeakMap();
  return (id, graph) => {
    const { first, programs, protocols } = known.get(graph) ?? workerParts(src, graph);
    known.set(graph, { first, programs, protocols });
    if (first.has(id)) return null;
    const needing = protocols.filter(({ atOnce }) => atOnce.has(id));
    if (id.startsWith(`${src}/kernel/`)) return 'machines';
    if (needing.length > 1) return needing.every(({ serves }) => serves) ? 'servers' : 'machines';
    if (programs.has(id)) return 'programs';
    // What a protocol without clients asks later, too, is its own.
    const shared = needing.some(({ later, clients }) => clients && later.has(id));
    return shared ? 'programs' : null;
  };
}
