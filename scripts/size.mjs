// What a visitor downloads: gzipped sizes of the built site against their budgets. Exit code 1 when
// one is over. `node scripts/size.mjs [DIST]`
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { BEGUN } from './at-once.mjs';
import { HERO, labSources, lessonsOfLab, lessonSource, PAGES, stillSource } from './ahead.mjs';
import { LABS } from './labs.mjs';
import { REQUESTS } from './requests.mjs';
import { REACT_ARIA } from './shares.mjs';

/** Kilobytes (1,000 bytes), gzipped. */
const budgets = {
  critical: 120,
  firstLoad: 250,
  worker: 45,
  lazy: 80,
};

const LATER = 'later: ';

/** What a lab shows later, by the names of its bundles, and what its worker is asked then. */
const PARTS = /^assets\/(?:\w+-)?(?:parts|widgets)-/;
const ANSWERS = /^assets\/answer-/;

/** @typedef {{ file: string, imports?: string[], css?: string[], isEntry?: boolean }} Chunk */
/** @typedef {Record<string, Chunk>} Manifest */
/** @typedef {{ name: string, kilobytes: number, budget: number }} Figure */
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
 * @param {string} dist
 * @returns {Figure[]}
 */
export function sizes(dist) {
  const manifest = manifestOf(dist);
  const first = firstFiles(dist, manifest);
  const scripts = first.filter((file) => file.endsWith('.js'));

  const listed = new Set(Object.values(manifest).map(({ file }) => file));
  const lazy = [...listed].filter(
    (file) => file.endsWith('.js') && !scripts.includes(file) && existsSync(join(dist, file)),
  );
  const workers = workerFiles(dist, manifest);
  const worker = simulation(dist, workers);
  const workerLater = workers.filter((file) => !worker.has(file));

  return [
    {
      name: 'critical path, scripts',
      kilobytes: kilobytes(dist, scripts),
      budget: budgets.critical,
    },
    {
      name: 'first load, with page and styles',
      kilobytes: kilobytes(dist, ['index.html', ...first]),
      budget: budgets.firstLoad,
    },
    { name: 'worker', kilobytes: kilobytes(dist, worker), budget: budgets.worker },
    ...[...workerLater, ...lazy].map((file) => ({
      name: `${LATER}${file}`,
      kilobytes: kilobytes(dist, [file]),
      budget: budgets.lazy,
    })),
  ];
}

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
function manifestOf(dist) {
  return JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
}

/**
 * @param {string} dist
 * @param {Iterable<string>} files
 */
function kilobytes(dist, files) {
  const sizes = [...files].map((file) => gzipSync(readFileSync(join(dist, file))).length);
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

/**
 * The scripts and styles that the page itself names, and what those import at once.
 * @param {string} dist
 * @param {Manifest} manifest
 */
function firstFiles(dist, manifest) {
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
function workerFiles(dist, manifest) {
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
function simulation(dist, workers) {
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

/** Of what is fetched later, so many are named: the largest. */
const NAMED = 5;

/**
 * The lines to print: those that are over their budget all, of the other chunks the largest.
 * @param {Figure[]} all
 */
function* lines(all) {
  const later = all
    .filter(({ name }) => name.startsWith(LATER))
    .toSorted((a, b) => b.kilobytes - a.kilobytes);
  const named = later.filter(({ kilobytes, budget }, index) => index < NAMED || kilobytes > budget);
  for (const { name, kilobytes, budget } of [
    ...all.filter((figure) => !later.includes(figure)),
    ...named,
  ]) {
    const over = kilobytes > budget ? '  OVER BUDGET' : '';
    yield `${kilobytes.toFixed(1).padStart(6)} of ${budget} KB  ${name}${over}`;
  }
  const others = later.length - named.length;
  if (others > 0) yield `       and ${others} smaller ones`;
}

/**
 * A line for each address: how many files a cold visit fetches, and what they weigh together.
 * @param {string} dist
 * @param {ReturnType<typeof visits>[number]} visit
 */
function visitLine(dist, { route, files, most, budget }) {
  const over = most > budget ? '  OVER BUDGET' : '';
  const weight = kilobytes(dist, files).toFixed(1).padStart(6);
  const upTo = most > files.length ? ` (${most} with its view)` : '';
  return `${weight} KB in ${files.length} of ${budget} requests  ${route}${upTo}${over}`;
}

/**
 * Kilobytes that a library has in these files: its part of each file's source, of the file as it is packed.
 * @param {string} dist
 * @param {readonly string[]} files
 * @param {RegExp} packages
 */
export function libraryShare(dist, files, packages) {
  const list = join(dist, '.vite/packages.json');
  /** @type {Record<string, Record<string, number>>} */
  const parts = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : {};
  return files.reduce((sum, file) => {
    const own = Object.entries(parts[file] ?? {}).filter(([name]) => packages.test(name));
    const part = own.reduce((all, [, share]) => all + share, 0);
    return part === 0 ? sum : sum + part * kilobytes(dist, [file]);
  }, 0);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const dist = process.argv[2] ?? fileURLToPath(new URL('../dist', import.meta.url));
  const all = sizes(dist);
  const cold = visits(dist);
  for (const line of lines(all)) process.stdout.write(`${line}\n`);
  for (const visit of cold) process.stdout.write(`${visitLine(dist, visit)}\n`);
  const lab = cold.find(({ route }) => route !== '#/')?.files ?? [];
  const aria = libraryShare(dist, lab, REACT_ARIA).toFixed(1).padStart(6);
  process.stdout.write(`${aria} KB of a lab's are React Aria's\n`);
  const heavy = all.some(({ kilobytes, budget }) => kilobytes > budget);
  const many = cold.some(({ most, budget }) => most > budget);
  if (heavy || many) process.exitCode = 1;
}
