// What we owe, counted: the numbers of debts.json may only fall. `npm run debts -- --update` lowers
// them to what is there now.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { lineAt, parseFile, sourceFiles, walk } from './sources.mjs';

const FOLDERS = ['src', 'bench', 'e2e', 'scripts'];
const LONGEST = 300;

/** @typedef {'anyTypes' | 'lintSuppressions' | 'typeSuppressions' | 'longFiles'} Kind */
/** @typedef {Record<Kind, string[]>} Debts */
/** @typedef {Record<Kind, number>} Limits */

/** @type {Record<Kind, string>} */
const remedies = {
  anyTypes: 'say the type, or `unknown`',
  lintSuppressions: 'mend what the linter says',
  typeSuppressions: 'mend what the compiler says',
  longFiles: `a file of more than ${LONGEST} lines holds a second thing: give that its own file`,
};

/**
 * Every debt, as `file:line`.
 * @param {string} root
 * @returns {Debts}
 */
export function debts(root) {
  /** @type {Debts} */
  const found = { anyTypes: [], lintSuppressions: [], typeSuppressions: [], longFiles: [] };
  for (const file of sourceFiles(root, FOLDERS)) {
    const { text, program, comments } = parseFile(root, file);
    /** @param {number} offset */
    const at = (offset) => `${file}:${lineAt(text, offset)}`;

    walk(program, ({ type, start }) => {
      if (type === 'TSAnyKeyword') found.anyTypes.push(at(start));
    });
    for (const { value, start } of comments) {
      if (/@\w+\s*\{[^}]*\bany\b/.test(value)) found.anyTypes.push(at(start));
      if (/\b(oxlint|eslint)-disable/.test(value)) found.lintSuppressions.push(at(start));
      if (/@ts-(ignore|expect-error|nocheck)/.test(value)) found.typeSuppressions.push(at(start));
    }
    const lines = text.split('\n').length - 1;
    if (lines > LONGEST) found.longFiles.push(`${file}:${lines}`);
  }
  return found;
}

/**
 * @param {Debts} found
 * @param {Limits} limits
 */
export function verdict(found, limits) {
  const kinds = /** @type {Kind[]} */ (Object.keys(found));
  const over = kinds.filter((kind) => found[kind].length > limits[kind]);
  const under = kinds.filter((kind) => found[kind].length < limits[kind]);
  const lines = [
    ...over.flatMap((kind) => [
      `${kind}: ${found[kind].length}, and debts.json allows ${limits[kind]}: ${remedies[kind]}`,
      ...found[kind].map((place) => `  ${place}`),
    ]),
    ...under.map(
      (kind) =>
        `${kind}: ${found[kind].length} instead of ${limits[kind]}: thank you! Keep it so: npm run debts -- --update`,
    ),
  ];
  return { ok: over.length === 0, lines };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const file = `${root}debts.json`;
  const found = debts(root);
  /** @type {Limits} */
  const limits = JSON.parse(readFileSync(file, 'utf8'));
  const { ok, lines } = verdict(found, limits);
  for (const line of lines) process.stdout.write(`${line}\n`);
  if (!ok) {
    process.exitCode = 1;
  } else if (process.argv.includes('--update')) {
    const lower = Object.fromEntries(Object.entries(found).map(([kind, at]) => [kind, at.length]));
    writeFileSync(file, `${JSON.stringify(lower, null, 2)}\n`);
  }
}
