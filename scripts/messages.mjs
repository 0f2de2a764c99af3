// The words of the page are compiled when the site is built: what reads the notation of messages (ICU)
// would be a tenth of what the first page fetches, and would read each of them anew at every visit.
import compile from 'icu-minify/compile';

/** Where words are written: in each language's folder, and in English with the drawing or the keys that they are of. */
const WORDS =
  /\/src\/page\/words\/(?:en|zh-CN)\/.*\.ts$|\/src\/(?:stage|zoo-cfg)\/.*\.ts\?messages$/;
/** Theirs are read as they are written, too: those of the page are a module of their own. */
const OF_OTHERS = /(\bfrom\s*["'][^"']*\/(?:stage|zoo-cfg)\/[\w/-]+\.ts)(?=["'])/g;

/** What formats messages that are not compiled, and its counterpart for those that are. */
const FORMAT = { any: 'use-intl/format-message', compiled: 'use-intl/format-message/format-only' };

/**
 * @typedef {{ type: string, start: number, end: number, value?: unknown, init?: Node | null, expressions?: Node[] }} Node
 */

/**
 * The texts among the values of properties, and those that are constants themselves.
 * @param {unknown} node
 * @param {Node[]} [found]
 * @returns {Node[]}
 */
function textsIn(node, found = []) {
  if (typeof node !== 'object' || node === null) return found;
  const { type, value, init } = /** @type {Node} */ (node);
  const held = type === 'Property' ? value : type === 'VariableDeclarator' ? init : null;
  const text = /** @type {Node | null | undefined} */ (held);
  if (text?.type === 'Literal' && typeof text.value === 'string') found.push(text);
  for (const child of Object.values(node)) textsIn(child, found);
  return found;
}

/**
 * Places where a text is put together of others: what is compiled can be a part of none.
 * @param {unknown} node
 * @param {Node[]} [found]
 * @returns {Node[]}
 */
function joinsIn(node, found = []) {
  if (typeof node !== 'object' || node === null) return found;
  const one = /** @type {Node} */ (node);
  const { type, expressions = [] } = one;
  if (type === 'TemplateLiteral' && expressions.length > 0) found.push(one);
  for (const child of Object.values(node)) joinsIn(child, found);
  return found;
}

/**
 * A module of words with its messages compiled.
 * @param {string} code
 * @param {(code: string) => unknown} parse
 * @throws TypeError when a message is not written in one piece
 */
export function withCompiled(code, parse) {
  let made = code;
  const tree = parse(code);
  for (const { start, end } of joinsIn(tree)) {
    const text = code.slice(start, end);
    // One with arguments of a function's and none of a message's is no message.
    if (/(?<!\$)\{/u.test(text))
      throw new TypeError(`a message has to be written in one piece: ${text}`);
  }
  for (const { start, end, value } of textsIn(tree).toReversed())
    made = made.slice(0, start) + JSON.stringify(compile(String(value))) + made.slice(end);
  return made.replaceAll(OF_OTHERS, '$1?messages');
}

/**
 * For the built site alone: the development server and the tests read messages as they are written.
 * @returns {import('vite').Plugin}
 */
export const messages = () => ({
  name: 'messages',
  apply: 'build',
  config: () => ({ resolve: { alias: { [FORMAT.any]: FORMAT.compiled } } }),
  transform(code, id) {
    return WORDS.test(id)
      ? { code: withCompiled(code, (text) => this.parse(text)), map: null }
      : null;
  },
});
