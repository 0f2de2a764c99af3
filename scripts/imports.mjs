// What a source file refers to, in every way it can: imports, re-exports, `import()`, import types,
// `require`, `import.meta.glob`, and `new URL('…', import.meta.url)`.
import { lineAt, parseFile, walk } from './sources.mjs';

/** @typedef {import('./sources.mjs').Node} Node */
/** @typedef {'static' | 'dynamic' | 'url' | 'worker-url'} Kind */
/** @typedef {{ specifier: string | undefined, kind: Kind, line: number }} Reference */

/**
 * The specifier is undefined where it is computed and cannot be known.
 * @param {string} root
 * @param {string} file
 * @returns {Reference[]}
 */
export function references(root, file) {
  const { text, program, comments } = parseFile(root, file);
  /** @type {Reference[]} */
  const found = [];
  /** @type {Set<unknown>} */
  const ofWorkers = new Set();
  /**
   * @param {Node} node
   * @param {unknown} source
   * @param {Kind} kind
   */
  const add = (node, source, kind) => {
    found.push({ specifier: literal(source), kind, line: lineAt(text, node.start) });
  };

  walk(program, (node) => {
    switch (node.type) {
      case 'ImportDeclaration':
      case 'ExportAllDeclaration':
      case 'TSImportType':
        return add(node, node['source'], 'static');
      case 'ExportNamedDeclaration':
        return node['source'] ? add(node, node['source'], 'static') : undefined;
      case 'TSExternalModuleReference':
        return add(node, node['expression'], 'static');
      case 'ImportExpression':
        return add(node, node['source'], 'dynamic');
      case 'CallExpression':
        if (isNamed(node['callee'], 'require')) add(node, first(node), 'static');
        if (isGlob(node['callee'])) for (const glob of globs(node)) add(node, glob, 'dynamic');
        return;
      case 'NewExpression':
        if (isNamed(node['callee'], 'Worker')) ofWorkers.add(first(node));
        if (isNamed(node['callee'], 'URL') && arguments_(node).length > 1) {
          add(node, first(node), ofWorkers.has(node) ? 'worker-url' : 'url');
        }
        return;
      default:
    }
  });
  for (const { value, start } of comments) {
    const path = /^\/\s*<reference\s+path="([^"]+)"/.exec(value)?.[1];
    if (path === undefined) continue;
    found.push({ specifier: `./${path}`, kind: 'static', line: lineAt(text, start) });
  }
  return found;
}

/**
 * @param {Node} node
 * @returns {unknown[]}
 */
function arguments_(node) {
  return /** @type {unknown[]} */ (node['arguments']);
}

/** @param {Node} node */
function first(node) {
  return arguments_(node)[0];
}

/** @param {Node} node */
function globs(node) {
  const argument = /** @type {Node | undefined} */ (first(node));
  return argument?.type === 'ArrayExpression'
    ? /** @type {unknown[]} */ (argument['elements'])
    : [argument];
}

/**
 * @param {unknown} node
 * @returns {string | undefined}
 */
function literal(node) {
  const { type, value, quasis } = /** @type {Node} */ (node);
  if (type === 'Literal' && typeof value === 'string') return value;
  if (type === 'TSLiteralType') return literal(/** @type {Node} */ (node)['literal']);
  if (type === 'TemplateLiteral' && Array.isArray(quasis) && quasis.length === 1) {
    return quasis[0].value.cooked;
  }
  return undefined;
}

/**
 * @param {unknown} node
 * @param {string} name
 */
function isNamed(node, name) {
  const { type, name: itsName } = /** @type {Node} */ (node);
  return type === 'Identifier' && itsName === name;
}

/** @param {unknown} node */
function isGlob(node) {
  const { type, object, property } = /** @type {Node} */ (node);
  return (
    type === 'MemberExpression' &&
    /** @type {Node} */ (object).type === 'MetaProperty' &&
    isNamed(property, 'glob')
  );
}
