import { readFileSync } from 'node:fs';
import { LABS } from '../scripts/labs.mjs';
import { catalogue } from '../src/lessons/catalogue.ts';

/** One lesson of each lab: what a lab and its lessons fetch is the same from one lesson to the next. */
const LESSONS = LABS.flatMap((lab) => {
  const lesson = catalogue.find(({ model }) => model === lab);
  return lesson === undefined ? [] : [lesson.id];
});

/** The addresses of a route as the page's router names it. */
const addressesOf = (path: string): readonly string[] => {
  if (path === '/lab/:id') return LABS.map((id) => `#/lab/${id}`);
  if (path === '/lesson/:id') return LESSONS.map((id) => `#/lesson/${id}`);
  if (path.includes(':')) throw new Error(`say which addresses ${path} has`);
  return [`#${path}`];
};

const app = readFileSync(new URL('../src/page/app/app.tsx', import.meta.url), 'utf8');
const paths = [...app.matchAll(/<Route path="([^"]+)"/g)].map(([, path = '']) => path);
if (paths.length === 0) throw new Error('the page has no routes');

/** An address of each kind that the page's router knows, and one that it does not. */
export const ROUTES: readonly string[] = [...paths.flatMap(addressesOf), '#/nowhere'];
