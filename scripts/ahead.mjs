// What a cold visit of an address needs, told to public/early.js as data in the built page: all of it is
// asked for while the page's own script is still on its way, and not when that has run.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { passedOn } from './facades.mjs';
import { LABS } from './labs.mjs';

const LANGUAGES = ['en', 'zh-CN'];

/** What the gallery shows first. */
export const HERO = 'built/hero.built.ts';

/** What stands round every lab: in the free lab, in a lesson. */
export const PAGES = { lab: 'page/app/lab-page.tsx', lesson: 'page/app/lesson-page.tsx' };

const labs = fileURLToPath(new URL('../src/page/labs', import.meta.url));

/**
 * Labs whose words a lab says, too: those that its `bundles.ts` lists.
 * @param {string} id
 */
function bundlesBesides(id) {
  const file = join(labs, id, 'bundles.ts');
  if (!existsSync(file)) return [];
  const [, list = ''] = /\bbundles\b[^=]*=\s*\[([^\]]*)\]/.exec(readFileSync(file, 'utf8')) ?? [];
  return [...list.matchAll(/'(\w+)'/g)].map(([, name]) => name);
}

/**
 * The sources of a lab, its words in this language among them.
 * @param {string} id
 * @param {string} language
 */
export const labSources = (id, language) => [
  `page/labs/${id}/lab.tsx`,
  `page/words/${language}/labs.ts`,
  ...[id, ...bundlesBesides(id)].map((name) => `page/words/${language}/${name}/index.ts`),
];

/**
 * The words of a lesson.
 * @param {string} id
 * @param {string} language
 */
export const lessonSource = (id, language) => `lessons/${id}/${language}.json`;

/** @param {string} id */
export const stillSource = (id) => `built/stills/${id}.built.ts`;

/** The first words come with the page in English, and are a file in every other language. */
const firstWords = (/** @type {string} */ language) =>
  language === 'en' ? [] : [`page/words/${language}/index.ts`];

/** @typedef {import('vite').Rollup.OutputBundle} Bundle */

/**
 * The files of these sources with all that they import at once, but for those that the page names.
 * @param {Bundle} bundle
 * @param {string} html
 * @param {readonly string[]} sources
 */
function filesOf(bundle, html, sources) {
  const chunks = Object.values(bundle).flatMap((one) => (one.type === 'chunk' ? [one] : []));
  const found = new Set(
    sources.map((source) => {
      const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/src/${source}`));
      if (chunk === undefined) throw new Error(`the build has no chunk of src/${source}`);
      return chunk.fileName;
    }),
  );
  const styles = new Set();
  for (const file of found) {
    const chunk = chunks.find(({ fileName }) => fileName === file);
    for (const next of chunk?.imports ?? []) found.add(next);
    for (const style of chunk?.viteMetadata?.importedCss ?? []) styles.add(style);
  }
  const passing = new Set(
    chunks.flatMap(({ fileName, code }) => (passedOn(code) === null ? [] : [fileName])),
  );
  return [...styles, ...found].filter((file) => !html.includes(file) && !passing.has(file));
}

/**
 * @param {Bundle} bundle
 * @param {string} html
 * @param {Readonly<Record<string, string>>} lessons the lab of each, by their ids
 */
function needs(bundle, html, lessons) {
  const worker = Object.keys(bundle).find((file) => /\/sim\.worker-[^/]+\.js$/.test(file));
  if (worker === undefined) throw new Error('the build has no worker of the simulation');
  /** @param {readonly string[]} sources */
  const of = (sources) => filesOf(bundle, html, sources);
  /** @param {(language: string) => readonly string[]} sources */
  const spoken = (sources) => Object.fromEntries(LANGUAGES.map((one) => [one, of(sources(one))]));
  const page = /src="\.\/(assets\/page-[^"]+\.js)"/.exec(html)?.[1];
  if (page === undefined) throw new Error('the page names no script of its own');
  return {
    worker,
    page,
    first: spoken(firstWords),
    hero: of([HERO]),
    pages: { lab: of([PAGES.lab]), lesson: of([PAGES.lesson]) },
    labs: Object.fromEntries(
      LABS.map((id) => [
        id,
        { still: of([stillSource(id)]), ...spoken((one) => labSources(id, one)) },
      ]),
    ),
    lessons: Object.fromEntries(
      Object.entries(lessons).map(([id, lab]) => [
        id,
        { lab, words: spoken((one) => [lessonSource(id, one)]) },
      ]),
    ),
  };
}

/**
 * The lab of each lesson.
 * @param {string} root
 * @returns {Record<string, string>}
 */
export function lessonsOf(root) {
  const folder = join(root, 'src/lessons');
  const ids = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory());
  return Object.fromEntries(
    ids.map(({ name }) => [
      name,
      JSON.parse(readFileSync(join(folder, name, 'lesson.json'), 'utf8')).model,
    ]),
  );
}

/**
 * Lessons of this lab, one for each view with which one begins, or with none: in them differs what is fetched.
 * @param {string} root
 * @param {string} model
 * @returns {{ id: string, exhibit: string | null }[]}
 */
export function lessonsOfLab(root, model) {
  /** @type {Map<string | null, string>} */
  const found = new Map();
  for (const id of Object.keys(lessonsOf(root))) {
    const file = join(root, 'src/lessons', id, 'lesson.json');
    const lesson = JSON.parse(readFileSync(file, 'utf8'));
    const exhibit = lesson.steps[0].exhibit?.kind ?? null;
    if (lesson.model === model && !found.has(exhibit)) found.set(exhibit, id);
  }
  return [...found].map(([exhibit, id]) => ({ id, exhibit }));
}

/** What the page names itself: a browser that waits for early.js does not look for it behind that. */
const OWN = /(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g;

/**
 * @param {string} root of the project
 * @returns {import('vite').Plugin}
 */
export function ahead(root) {
  return {
    name: 'ahead',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        if (bundle === undefined) return html;
        const data = JSON.stringify(needs(bundle, html, lessonsOf(root)));
        // Data and no script: the page's policy allows none inline.
        const own = [...html.matchAll(OWN)].map(([, file = '']) =>
          file.endsWith('.css')
            ? `<link rel="preload" as="style" crossorigin href="./${file}" />`
            : `<link rel="modulepreload" crossorigin href="./${file}" />`,
        );
        return html.replace(
          '<script src="./early.js">',
          `${own.join('\n    ')}\n    <script type="application/json" id="ahead">${data}</script>\n    $&`,
        );
      },
    },
  };
}
