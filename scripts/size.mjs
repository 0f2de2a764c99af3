// What a visitor downloads: gzipped sizes of the built site against their budgets. Exit code 1 when
// one is over. `node scripts/size.mjs [DIST]`
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { REACT_ARIA } from './shares.mjs';
import { firstFiles, manifestOf, simulation, visits, workerFiles } from './visits.mjs';

/** Kilobytes (1,000 bytes), gzipped. */
const budgets = {
  critical: 120,
  firstLoad: 250,
  worker: 46,
  lazy: 80,
};

const LATER = 'later: ';

/** @typedef {{ name: string, kilobytes: number, budget: number }} Figure */
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
 * @param {string} dist
 * @param {Iterable<string>} files
 */
function kilobytes(dist, files) {
  const sizes = [...files].map((file) => gzipSync(readFileSync(join(dist, file))).length);
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
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
