// The project's source files, and their syntax trees.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseSync } from 'rolldown/utils';

/** @typedef {{ type: string, start: number, end: number, [field: string]: unknown }} Node */

const SOURCE = /\.(ts|tsx|mjs)$/;

/**
 * Paths of the source files below `folders` of `root`, relative to it, with `/` on every system.
 * @param {string} root
 * @param {string[]} folders
 * @returns {string[]}
 */
export function sourceFiles(root, folders) {
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder), { withFileTypes: true, recursive: true }))
    .filter((entry) => entry.isFile() && SOURCE.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted();
}

/**
 * Of a file with a syntax error the tree may be empty: the compiler is there to say that.
 * @param {string} root
 * @param {string} file
 * @returns {{ text: string, program: unknown, comments: { value: string, start: number }[] }}
 */
export function parseFile(root, file) {
  const text = readFileSync(join(root, file), 'utf8');
  const { program, comments } = parseSync(file, text);
  return { text, program, comments };
}

/**
 * Visits each node of a syntax tree, parents first.
 * @param {unknown} value
 * @param {(node: Node) => void} visit
 */
export function walk(value, visit) {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, visit);
  } else if (value !== null && typeof value === 'object') {
    if ('type' in value && typeof value.type === 'string') visit(/** @type {Node} */ (value));
    for (const child of Object.values(value)) walk(child, visit);
  }
}

/**
 * @param {string} text
 * @param {number} offset
 */
export function lineAt(text, offset) {
  return text.slice(0, offset).split('\n').length;
}
