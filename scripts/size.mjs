// What a visitor downloads: gzipped sizes of the built site against their budgets. Exit code 1 when
// one is over. `node scripts/size.mjs [DIST]`
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

/** Kilobytes (1,000 bytes), gzipped. */
const budgets = {
  critical: 120,
  firstLoad: 250,
  worker: 45,
  lazy: 80,
};

const LATER = 'later: ';

/** @typedef {{ file: string, imports?: string[], css?: string[], isEntry?: boolean }} Chunk */
/** @typedef {{ name: string, kilobytes: number, budget: number }} Figure */

/**
 * @param {string} dist
 * @returns {Figure[]}
 */
export function sizes(dist) {
  /** @type {Record<string, Chunk>} */
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
  /** @param {Iterable<string>} files */
  const kilobytes = (files) =>
    [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0) /
    1000;

  const first = reachable(manifest, 'index.html');
  const chunks = [...first].map((key) => manifest[key]).filter((chunk) => chunk !== undefined);
  const scripts = new Set(chunks.map(({ file }) => file));
  const styles = new Set(chunks.flatMap(({ css }) => css ?? []));

  const listed = new Set(Object.values(manifest).map(({ file }) => file));
  const lazy = [...listed].filter((file) => file.endsWith('.js') && !scripts.has(file));
  // The bundler lists no workers, so every script below assets/ that is not listed belongs to one:
  // what the worker itself imports comes with it, the rest (a lab's protocol) when it is asked for.
  const unlisted = readdirSync(join(dist, 'assets'))
    .filter((name) => name.endsWith('.js'))
    .map((name) => `assets/${name}`)
    .filter((file) => !listed.has(file));
  const worker = withImports(
    dist,
    unlisted.filter((file) => file.startsWith('assets/sim.worker-')),
  );
  if (worker.size === 0) throw new Error(`no simulation worker in ${dist}`);
  const workerLater = unlisted.filter((file) => !worker.has(file));

  return [
    { name: 'critical path, scripts', kilobytes: kilobytes(scripts), budget: budgets.critical },
    {
      name: 'first load, with page and styles',
      kilobytes: kilobytes(['index.html', ...scripts, ...styles]),
      budget: budgets.firstLoad,
    },
    { name: 'worker', kilobytes: kilobytes(worker), budget: budgets.worker },
    ...[...workerLater, ...lazy].map((file) => ({
      name: `${LATER}${file}`,
      kilobytes: kilobytes([file]),
      budget: budgets.lazy,
    })),
  ];
}

/**
 * The chunks that `entry` loads at once, itself included.
 * @param {Record<string, Chunk>} manifest
 * @param {string} entry
 */
function reachable(manifest, entry) {
  const found = new Set([entry]);
  for (const key of found) for (const next of manifest[key]?.imports ?? []) found.add(next);
  return found;
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

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const all = sizes(process.argv[2] ?? fileURLToPath(new URL('../dist', import.meta.url)));
  for (const line of lines(all)) process.stdout.write(`${line}\n`);
  if (all.some(({ kilobytes, budget }) => kilobytes > budget)) process.exitCode = 1;
}
