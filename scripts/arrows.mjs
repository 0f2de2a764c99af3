// Keeps the arrows of the architecture: which folder of src/ may import which, and which packages.
// Type imports count, and so does every other way of naming a file (imports.mjs). Also refuses
// cycles of files. `node scripts/arrows.mjs [ROOT]`; exit code 1 when something is refused.
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { cycles } from './cycles.mjs';
import { references } from './imports.mjs';
import { sourceFiles } from './sources.mjs';

/** @typedef {{ imports: string[], packages: string[] }} Layer */

const simulation = [
  'kernel',
  'protocols',
  'zoo-cfg',
  'zookeeper',
  'clients',
  'ensemble',
  'scenarios',
  'runner',
];
/** @param {string} folder */
const before = (folder) => ['view', ...simulation.slice(0, simulation.indexOf(folder))];

/**
 * What each folder may import besides itself. `view` is types of what is shown; lessons are data.
 * @type {Record<string, Layer>}
 */
const layers = {
  kernel: { imports: before('kernel'), packages: ['xstate'] },
  protocols: { imports: before('protocols'), packages: ['xstate'] },
  'zoo-cfg': { imports: ['view'], packages: [] },
  zookeeper: { imports: before('zookeeper'), packages: ['xstate'] },
  clients: { imports: before('clients'), packages: ['xstate', 'valibot'] },
  ensemble: { imports: before('ensemble'), packages: ['xstate'] },
  scenarios: { imports: [...before('scenarios'), 'lessons'], packages: ['valibot'] },
  runner: { imports: [...before('runner'), 'lessons'], packages: [] },
  'server-logs': { imports: ['view'], packages: [] },
  worker: { imports: [...simulation, 'server-logs', 'view', 'lessons'], packages: [] },
  offline: { imports: [], packages: ['workbox-precaching'] },
  cli: { imports: [...simulation, 'server-logs', 'view', 'lessons'], packages: ['node:*'] },
  view: { imports: [], packages: [] },
  lessons: { imports: ['view'], packages: [] },
  stage: { imports: ['view'], packages: ['d3'] },
  built: { imports: [...simulation, 'view', 'lessons', 'stage'], packages: [] },
  page: { imports: ['stage', 'view', 'zoo-cfg'], packages: ['dependencies'] },
};

/**
 * The folders of the page, each of which may import those before it; a lab of `labs` no other lab.
 * What lies beside them (`main.tsx`) is on top.
 */
const PAGE = [
  'browser',
  'sim',
  'words',
  'widgets',
  'draw',
  'share',
  'panels',
  'lab-frame',
  'labs',
  'gallery',
  'app',
];

/** The page takes the words of the lessons, not what they make the simulation do. */
const WORDS =
  /^src\/lessons\/(.*\/)?(words\.ts|sources\.ts|misconceptions\.ts|words\/.*|en\.json|zh-CN\.json)$/;
/** Of what is run when the site is built the page gets the results, and it is the labs' first runs and words. */
const BUILT = /^src\/built\/.*\.built\.ts$/;
const FIRST_RUNS =
  /^src\/page\/(labs\/(.*\/)?(initial|presets)|words\/(en|zh-CN)\/\w+\/opening)\.ts$/;
/** The engine of the state machines: it belongs to the simulation. */
const notForPage = ['xstate'];
const forTests = ['vitest', 'fast-check', 'node:*', '@testing-library/react'];

/** @typedef {{ file: string, line: number, text: string }} Refusal */

/**
 * @param {string} root
 * @returns {Refusal[]}
 */
export function refusals(root) {
  const dependencies = Object.keys(
    JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).dependencies,
  );
  /** @type {Refusal[]} */
  const found = [];
  /** @type {Map<string, string[]>} */
  const graph = new Map();

  for (const file of sourceFiles(root, ['src'])) {
    /** @type {string[]} */
    const targets = [];
    graph.set(file, targets);
    for (const { specifier, kind, line } of references(root, file)) {
      if (specifier === undefined) {
        if (kind === 'url') continue;
        found.push({ file, line, text: 'imports a computed path: write it as one literal' });
      } else if (/^\.{0,2}\//.test(specifier) || kind === 'worker-url') {
        const { text, target } = relative(file, specifier, kind);
        if (text !== undefined) found.push({ file, line, text });
        if (target !== undefined && kind !== 'worker-url') targets.push(target);
      } else if (kind !== 'url' && !mayUse(file, specifier, dependencies)) {
        const text = `imports the package ${specifier}, which src/${folderOf(file)} may not use`;
        found.push({ file, line, text });
      }
    }
  }
  for (const cycle of cycles(graph)) {
    const text = `is part of a cycle: ${[...cycle, cycle[0]].join(' → ')}; move what both need into a file of its own`;
    found.push({ file: cycle[0] ?? '', line: 1, text });
  }
  return found;
}

/**
 * @param {string} file
 * @param {string} specifier
 * @param {import('./imports.mjs').Kind} kind
 * @returns {{ text?: string, target?: string }}
 */
function relative(file, specifier, kind) {
  const [path = ''] = specifier.split('?');
  if (path.startsWith('/')) return { text: `imports ${path}: write a relative path` };
  const target = posix.join(posix.dirname(file), path);
  if (posix.extname(path) === '') return { text: `imports ${path} without its extension` };

  if (target.includes('/testing/') && !isForTests(file)) {
    return { target, text: `imports ${target}: what stands in testing/ is for tests` };
  }
  const from = folderOf(file);
  const to = target.startsWith('src/') ? folderOf(target) : undefined;
  const layer = layers[from];
  if (layer === undefined) {
    return { text: `src/${from} has no place in the architecture: give it one in arrows.mjs` };
  }
  if (to === undefined) {
    if (isTest(file)) return {};
    return { text: `imports ${target} from outside src/` };
  }
  if (from === 'page' && to === 'page') return withinPage(file, target);
  if (from === to || layer.imports.includes(to)) return { target };
  if (from === 'page' && to === 'lessons' && WORDS.test(target)) return { target };
  if (from === 'page' && to === 'built' && BUILT.test(target)) return { target };
  if (from === 'built' && to === 'page' && FIRST_RUNS.test(target)) return { target };
  if (from === 'page' && to === 'worker') {
    if (kind === 'worker-url') return { target };
    return {
      text: `imports ${target}: reach the worker by messages alone (their types: src/view)`,
    };
  }
  const may = layer.imports.length === 0 ? 'nothing' : layer.imports.join(', ');
  return {
    target,
    text: `imports ${target}: src/${from} may import ${may}. Move what it needs down to there`,
  };
}

/**
 * @param {string} file
 * @param {string} target
 * @returns {{ text?: string, target: string }}
 */
function withinPage(file, target) {
  const [, , from = '', lab = ''] = file.split('/');
  const [, , to = '', other = ''] = target.split('/');
  const rank = PAGE.indexOf(to);
  // What stands in no folder is on top of all, and nobody's to import.
  if (isForTests(file) || !file.includes(`/${from}/`)) return { target };
  if (!PAGE.includes(from)) {
    return { target, text: `lies in page/${from}, which has no place in the page's order` };
  }
  if (rank < 0 || rank > PAGE.indexOf(from)) {
    return { target, text: `imports ${target}: page/${from} comes before it. Move it down` };
  }
  const otherLab = from === 'labs' && file.split('/').length > 4 && lab !== other;
  if (to === 'labs' && otherLab) {
    return { target, text: `imports ${target}: a lab knows no other, nor the list of them` };
  }
  return { target };
}

/** @param {string} file */
function folderOf(file) {
  return file.split('/')[1] ?? '';
}

/** @param {string} file */
function isTest(file) {
  return /\.test\.tsx?$/.test(file);
}

/** @param {string} file */
function isForTests(file) {
  return isTest(file) || file.includes('/testing/');
}

/**
 * @param {string} file
 * @param {string} specifier
 * @param {string[]} dependencies
 */
function mayUse(file, specifier, dependencies) {
  const from = folderOf(file);
  const name = specifier.startsWith('node:')
    ? 'node:*'
    : specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');
  const packages = layers[from]?.packages ?? [];
  if (packages.includes(name) || (isForTests(file) && forTests.includes(name))) return true;
  return (
    packages.includes('dependencies') && dependencies.includes(name) && !notForPage.includes(name)
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const found = refusals(process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url)));
  for (const { file, line, text } of found) process.stdout.write(`${file}:${line} ${text}\n`);
  if (found.length > 0) process.exitCode = 1;
}
