import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { catalogue } from '../src/lessons/catalogue.ts';

const root = new URL('../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

/** The claims are numbered from 1. */
const CLAIMS = 196;
const VERDICTS = ['right', 'loose', 'wrong', 'opinion'];
/** What nothing shows so far is said plainly, and for these alone. */
const OPEN: readonly string[] = [];

const lessons = new Set(catalogue.map(({ id }) => id));
const labs = new Set(
  readdirSync(new URL('src/page/labs', root), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  ),
);

const presetsOf = (lab: string): string =>
  readdirSync(new URL(`src/page/labs/${lab}`, root))
    .filter((name) => name.endsWith('presets.ts'))
    .map((name) => read(`src/page/labs/${lab}/${name}`))
    .join('\n');

/** How a file names its tests: `it('…'`, `test.each(…)('…'`. */
const NAMED = /\b(?:it|test|describe)(?:\.\w+\([^)]*\))?\(\s*(['"`])((?:\\.|(?!\1)[^\n\\])+)\1/gu;

/** Whether a test of this file has a name that begins so; without a name, whether the file has one at all. */
function hasTest(file: string, name: string | undefined): boolean {
  if (!existsSync(new URL(file, root))) return false;
  const names = [...read(file).matchAll(NAMED)].map(([, , found = '']) =>
    found.replaceAll('\\', ''),
  );
  return names.some((found) => name === undefined || found.startsWith(name));
}

/** What a reference names and is not there; null: it is. */
function missing(reference: string): string | null {
  const [kind = '', ...words] = reference.split(' ');
  const rest = words.join(' ');
  const [file = '', ...named] = rest.split(': ');
  const name = named.length === 0 ? undefined : named.join(': ');
  const [lab = '', preset = ''] = words;
  const isThere =
    (kind === 'lesson' && lessons.has(rest)) ||
    (kind === 'lab' && labs.has(rest)) ||
    (kind === 'preset' && labs.has(lab) && presetsOf(lab).includes(`'${preset}'`)) ||
    (kind === 'test' && /^(?:src|scripts)\//u.test(file) && hasTest(file, name)) ||
    (kind === 'journey' && file.startsWith('e2e/') && hasTest(file, name)) ||
    (reference.startsWith('not yet: ') && OPEN.includes(reference.slice('not yet: '.length))) ||
    reference === 'history';
  return isThere ? null : reference;
}

interface Row {
  readonly cells: readonly string[];
  readonly references: readonly string[];
}

const rowsIn = (text: string): Row[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| +(?:-|:-|#|picture)/u.test(line))
    .map((line) => {
      const cells = line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim());
      const references = [...(cells.at(-1) ?? '').matchAll(/`([^`]+)`/gu)].map(
        ([, each]) => each ?? '',
      );
      return { cells, references };
    });

/** What is wrong with the page, in words. */
function problemsIn(text: string): string[] {
  const rows = rowsIn(text);
  const claims = rows.filter(({ cells }) => cells.length === 5);
  const wrong = claims.flatMap(
    ({ cells: [number = '', verdict = '', claim = '', so = ''] }, index) => [
      ...(number === String(index + 1) ? [] : [`row ${index + 1} has the number ${number}`]),
      ...(VERDICTS.includes(verdict) ? [] : [`row ${number} is ${verdict}`]),
      ...(claim.length > 3 && so.length > 3 ? [] : [`row ${number} says nothing`]),
    ],
  );
  if (claims.length !== CLAIMS) wrong.push(`${claims.length} claims`);
  for (const { cells, references } of rows) {
    if (references.length === 0) wrong.push(`${cells[0]}: nothing shows it`);
    for (const each of references.flatMap((reference) => missing(reference) ?? []))
      wrong.push(`${cells[0]}: there is no ${each}`);
  }
  return wrong;
}

const page = read('docs/claims.md');

it('docs/claims.md has every claim once, and all that it names exists', () => {
  expect(problemsIn(page)).toEqual([]);
});

it('a claim that is left out, or that names what is not there, is seen', () => {
  const [, first = '', second = ''] = /(\| +1 \|.+)\n(\| +2 \|.+)/u.exec(page) ?? [];
  expect(problemsIn(page.replace(`${first}\n`, ''))).toContain('195 claims');
  const spoilt = (reference: string): string =>
    page.replace(second, `| 2 | loose | claimed | what is so | \`${reference}\` |`);
  for (const reference of [
    'lesson no-such-lesson',
    'lab nowhere',
    'preset zookeeper no-such-preset',
    'test src/view/limits.test.ts: no such name',
    'test src/view/none.test.ts',
    'journey e2e/zkcli.spec.ts: no such name',
    'not yet: anything else',
  ])
    expect(problemsIn(spoilt(reference))).toEqual([`2: there is no ${reference}`]);
  expect(problemsIn(page.replace(second, '| 2 | loose | claimed | what is so | |'))).toEqual([
    '2: nothing shows it',
  ]);
});
