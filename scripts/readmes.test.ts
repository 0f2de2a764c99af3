import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** `records/`, `src/view/limits.ts`, `zkcli/*.case.json`: a path in a text, from a folder on. */
const PATH = /`((?:[\w.*-]+\/)+(?:[\w*-]+(?:\.[\w*]+)*)?)`/gu;
/** What is made by a command, or lies on another machine. */
const MADE: ReadonlySet<string> = new Set(['dist/', 'assets/', 'test-results/', 'dataDir/myid']);

/** Whether there is something of this name; in its last part or its last folder `*` is any text. */
function isThere(base: string, path: string): boolean {
  const star = path.indexOf('*');
  if (star < 0) return existsSync(join(base, path));
  const folder = join(base, path.slice(0, path.lastIndexOf('/', star) + 1));
  if (!existsSync(folder)) return false;
  const [name = ''] = path.slice(path.lastIndexOf('/', star) + 1).split('/');
  const [before = '', ...after] = name.split('*');
  return readdirSync(folder).some(
    (each) => each.startsWith(before) && each.endsWith(after.join('*')),
  );
}

/** The paths that a text names and that are nowhere: from itself, from the root, from `src`, or from the page. */
function missing(file: string, text: string, top = root): string[] {
  const bases = [dirname(file), top, join(top, 'src'), join(top, 'src/page')];
  const named = [...text.matchAll(PATH)].map(([, path = '']) => path);
  return named.filter((path) => {
    if (MADE.has(path)) return false;
    // A lesson, or a lab, of one's own.
    const asked = path.replace(/\b(?:ID|NAME)\b/u, '*');
    return !bases.some((base) => isThere(base, asked));
  });
}

const SKIPPED: ReadonlySet<string> = new Set(['node_modules', 'dist', 'test-results']);

/** Below a folder, as paths from the root. */
const markdown = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return SKIPPED.has(entry.name) || entry.name.startsWith('.') ? [] : markdown(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });

it.each(markdown('').toSorted())('%s names files and folders that are there', (path) => {
  const file = join(root, path);
  expect(missing(file, readFileSync(file, 'utf8'))).toEqual([]);
});

it('every folder of ARCHITECTURE’s tree is there, and none of src is left out', () => {
  const tree = /```\n(src\/\n[\s\S]*?)```/u.exec(
    readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8'),
  );
  const named = [...(tree?.[1] ?? '').matchAll(/^ {2}((?:[\w-]+\/ ?)+)(?: |$)/gmu)].flatMap(
    ([, names = '']) =>
      names
        .trim()
        .split(' ')
        .map((name) => name.replace(/\/$/u, '')),
  );
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
  expect(named.filter((name) => name !== '').toSorted()).toEqual(folders.toSorted());
});

it('a folder that is gone is noticed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'readmes-'));
  const file = join(folder, 'README.md');
  writeFileSync(file, '');
  const named = 'See `gone/`, `README.md`, `src/nowhere.ts` and `lost/*.json`; not `a command`.';
  expect(missing(file, named, folder)).toEqual(['gone/', 'src/nowhere.ts', 'lost/*.json']);
});
