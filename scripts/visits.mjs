// Which files a cold visit of each address of the built site fetches.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BEGUN } from './at-once.mjs';
import { HERO, labSources, lessonsOfLab, lessonSource, PAGES, stillSource } from './ahead.mjs';
import { LABS } from './labs.mjs';
import { REQUESTS } from './requests.mjs';

/** What a lab shows later, by the names of its bundles, and what its worker is asked then. */
const PARTS = /^assets\/(?:\w+-)?(?:parts|widgets)-/;
const ANSWERS = /^assets\/(?:answer|ask)-/;

/** @typedef {{ file: string, imports?: string[], css?: string[], isEntry?: boolean }} Chunk */
/** @typedef {Record<string, Chunk>} Manifest */
/**
 * What a cold visit of an address fetches; `later`: what the page asks for by itself, once it runs.
 * `shows`: it begins with a view, whose files may be some of those that come later elsewhere.
 * @typedef {{ route: string, page: string[], protocols: string[], lesson?: string, shows?: boolean, budget: number }} Route
 */

const root = fileURLToPath(new URL('..', import.meta.url));

/** @param {string} id @returns {Route} */
const lab = (id) => ({
  route: `#/lab/${id}`,
  page: [PAGES.lab, ...labSources(id, 'en'), stillSource(id), `built/presets/${id}.built.ts`],
  protocols: [id],
  budget: REQUESTS.lab,
});

/** @returns {Route[]} lessons of each lab: in one more is fetched than in its lab, and for a view with which it begins */
const lessons = () =>
  LABS.flatMap((model) =>
    lessonsOfLab(root, model).map(({ id, exhibit }) => ({
      route: `#/lesson/${id}`,
      page: [PAGES.lesson, ...labSources(model, 'en'), lessonSource(id, 'en')],
      protocols: [model],
      lesson: id,
      shows: exhibit !== null,
      budget: REQUESTS.lesson,
    })),
  );

/** @type {Route[]} */
const routes = [
  {
    route: '#/',
    page: [HERO, 'built/pictures.built.ts', 'page/gallery/hero/live-hero.tsx'],
    protocols: ['election'],
    budget: REQUESTS.gallery,
  },
  ...LABS.filter((id) => existsSync(join(root, 'src/page/words/en', id, 'opening.ts'))).map(lab),
  ...lessons(),
];

/**
 * The files that a cold visit of each address fetches, the page itself included; `later`: those that it
 * fetches when they are shown, or in idle time. `most`: how many it may be before the page stands there.
 * @param {string} dist
 * @returns {{ route: string, files: string[], later: string[], most: number, budget: number }[]}
 */
export function visits(dist) {
  const manifest = manifestOf(dist);
  const first = firstFiles(dist, manifest);
  const workers = workerFiles(dist, manifest);
  const parts = Object.values(manifest).filter(({ file }) => PARTS.test(file));
  // Words are modules of their own; a bundle of several has no source that it is called by.
  const bundled = Object.keys(manifest)
    .filter((key) => key.startsWith('_') && PARTS.test(manifest[key]?.file ?? ''))
    .flatMap((key) => chunkFile(manifest, key));
  const answers = workers.filter((file) => ANSWERS.test(file));
  return routes.map(({ route, page, protocols, lesson, shows = false, budget }) => {
    const files = new Set(['index.html', ...first]);
    for (const source of page) {
      for (const file of chunkFiles(dist, manifest, `src/${source}`)) files.add(file);
    }
    const worker = simulation(dist, workers);
    const asked = [...protocols, ...(lesson === undefined ? [] : [`lesson-${lesson}`])];
    for (const file of [...worker, ...askedFiles(dist, worker, asked)]) files.add(file);
    const others = [...parts.flatMap(({ file, css = [] }) => [file, ...css]), ...answers];
    const later = [...new Set(others)].filter((file) => !files.has(file));
    const [model = ''] = protocols;
    const shown = new Set(
      bundled.filter((file) => new RegExp(`^assets/(${model}-)?parts-`).test(file)),
    );
    // What it shows may be asked of the worker, too.
    const most = files.size + (shows ? shown.size + 1 : 0);
    return { route, files: [...files].toSorted(), later, most, budget };
  });
}

/**
 * @param {string} dist
 * @returns {Manifest}
 */
export function manifestOf(dist) {
  return JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
}

/**
 * The scripts and styles that the page itself names, and what those import at once.
 * @param {string} dist
 * @param {Manifest} manifest
 */
export function firstFiles(dist, manifest) {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css))"/g)].map(
    ([, file]) => file,
  );
  const keys = Object.keys(manifest).filter((key) => named.includes(manifest[key]?.file));
  return [...new Set([...named, ...keys.flatMap((key) => chunkFiles(dist, manifest, key))])].filter(
    (file) => file !== undefined,
  );
}

/**
 * A chunk's own files.
 * @param {Manifest} manifest
 * @param {string} key
 */
const chunkFile = (manifest, key) => {
  const { file, css = [] } = manifest[key] ?? {};
  return file === undefined ? [] : [file, ...css];
};

/**
 * The files that the chunk `entry` loads at once, its own included, if it has one (scripts/facades.mjs).
 * @param {string} dist
 * @param {Manifest} manifest
 * @param {string} entry
 */
function chunkFiles(dist, manifest, entry) {
  if (manifest[entry] === undefined) throw new Error(`the build has no chunk ${entry}`);
  const found = new Set([entry]);
  for (const key of found) for (const next of manifest[key]?.imports ?? []) found.add(next);
  return [...found].flatMap((key) => {
    const { file, css = [] } = manifest[key] ?? {};
    return file !== undefined && existsSync(join(dist, file)) ? [file, ...css] : css;
  });
}

/**
 * The bundler lists no workers, so every script below assets/ that is not listed belongs to one.
 * @param {string} dist
 * @param {Manifest} manifest
 */
export function workerFiles(dist, manifest) {
  const listed = new Set(Object.values(manifest).map(({ file }) => file));
  return readdirSync(join(dist, 'assets'))
    .filter((name) => name.endsWith('.js'))
    .map((name) => `assets/${name}`)
    .filter((file) => !listed.has(file));
}

/**
 * The simulation's worker and what it imports at once; the rest (a lab's protocol) comes when asked for.
 * @param {string} dist
 * @param {string[]} workers
 */
export function simulation(dist, workers) {
  const entries = workers.filter((file) => file.startsWith('assets/sim.worker-'));
  if (entries.length === 0) throw new Error(`no simulation worker in ${dist}`);
  return withImports(dist, entries);
}

/**
 * What the worker fetches when it asks for these: a protocol, a lesson.
 * @param {string} dist
 * @param {Iterable<string>} worker
 * @param {string[]} names what their files are called by
 */
function askedFiles(dist, worker, names) {
  const asked = [...worker].flatMap((file) => {
    const text = readFileSync(join(dist, file), 'utf8').replaceAll(BEGUN, '');
    return [...text.matchAll(/import\(["'`]\.\/([\w.-]+\.js)["'`]\)/g)].map(
      ([, name]) => `assets/${name}`,
    );
  });
  return withImports(
    dist,
    names.map((name) => {
      // The bundler's mark of what a file holds is eight characters long.
      const file = asked.find((one) => new RegExp(`^assets/${name}-[\\w-]{1,8}\\.js$`).test(one));
      if (file === undefined) throw new Error(`the worker has no ${name}`);
      return file;
    }),
  );
}

/**
 * The scripts and what they import at once; the built ones name each other as `from"./NAME.js"`.
 * @param {string} dist
 * @param {string[]} entries
 */
function withImports(dist, entries) {
  const found = new Set(entries);
  for (const file of found) {
    const text = readFileSync(join(dist, file), 'utf8');
    for (const [, name] of text.matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g)) {
      found.add(`assets/${name}`);
    }
  }
  return found;
}
