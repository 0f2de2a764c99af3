// Which files a protocol touches: those that are its own, and those beside them that name it. Run as
// `node scripts/touched.mjs counter`; the number stands in CONTRIBUTING.md.
import { fileURLToPath, pathToFileURL } from 'node:url';
import { references } from './imports.mjs';
import { parseFile, sourceFiles, walk } from './sources.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @typedef {import('./sources.mjs').Node} Node */

/** @param {readonly Node[]} members */
const keysOf = (members) =>
  members.map((one) => {
    const { name, value } = /** @type {{ name?: string, value?: string }} */ (one['key'] ?? {});
    return name ?? value ?? '';
  });

/**
 * Whether a file names a protocol: it imports something of its, says its name as a text, or lists it
 * beside another one.
 * @param {string} file
 * @param {string} protocol
 * @param {string} other
 */
function names(file, protocol, other) {
  const own = new RegExp(`[/]${protocol}[/.-]`, 'u');
  if (
    references(root, file).some(({ specifier }) => specifier !== undefined && own.test(specifier))
  )
    return true;
  let found = false;
  walk(parseFile(root, file).program, (node) => {
    if (node.type === 'Literal' && node['value'] === protocol) found = true;
    const members = /** @type {readonly Node[] | undefined} */ (
      node.type === 'ObjectExpression'
        ? node['properties']
        : node.type === 'TSInterfaceBody'
          ? node['body']
          : undefined
    );
    if (members === undefined) return;
    const keys = keysOf(members);
    if (keys.includes(protocol) && keys.includes(other)) found = true;
  });
  return found;
}

/**
 * @param {string} protocol
 * @returns {{ own: string[], others: string[], tests: string[] }} tests: those of both kinds
 */
export function touched(protocol) {
  // Lessons choose a lab, what stands in testing/ is of tests, and what is built nobody writes.
  const files = sourceFiles(root, ['src', 'scripts', 'e2e']).filter(
    (file) => !/^src\/lessons\/|\/testing\/|^scripts\/touched\.|\.built\.ts$/u.test(file),
  );
  const mine = new RegExp(`(^|/)${protocol}[/.-]`, 'u');
  const isTest = (/** @type {string} */ file) => /\.(test|spec)\.tsx?$/u.test(file);
  const own = files.filter((file) => mine.test(file));
  const other = protocol === 'paxos' ? 'election' : 'paxos';
  const others = files.filter((file) => !mine.test(file) && names(file, protocol, other));
  return {
    own: own.filter((file) => !isTest(file)),
    others: others.filter((file) => !isTest(file)),
    tests: [...own, ...others].filter(isTest),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { own, others, tests } = touched(process.argv[2] ?? 'counter');
  for (const [kind, files] of Object.entries({ own, others, tests })) {
    process.stdout.write(`${kind}: ${files.length}\n${files.map((one) => `  ${one}\n`).join('')}`);
  }
}
