// A built worker runs machines by their tables, and needs of XState only that it defines them:
// `src/kernel/machine/definition.ts` stands in its place there.
import { join } from 'node:path';

/**
 * @param {string} root of the project, absolute
 * @returns {import('vite').Plugin}
 */
export const definitions = (root) => ({
  name: 'definitions',
  apply: 'build',
  enforce: 'pre',
  resolveId: (id) => (id === 'xstate' ? join(root, 'src/kernel/machine/definition.ts') : null),
});
