import type { Drawing } from '../shape.ts';
import { motleyTree, smallTree } from './fixtures.ts';
import { treeDrawing } from './tree.ts';
import type { TreeOptions } from './tree.ts';
import { sayInEnglish } from '../say.ts';
import { znodeWords } from './words.ts';

const GREEK = 'αβγ';

export const treeOptions = (change: Partial<TreeOptions> = {}): TreeOptions => ({
  say: sayInEnglish(znodeWords),
  nameOf: (pid) => GREEK[pid - 101] ?? String(pid),
  width: 300,
  ...change,
});

/** Fixtures of the tree, for the developers' gallery and the tests. */
export const znodeDrawings: readonly { readonly name: string; readonly draw: () => Drawing }[] = [
  {
    name: 'tree: x was set, x is selected',
    draw: () => treeDrawing(smallTree(), treeOptions({ selected: '/app/x', fresh: 'glow' })),
  },
  {
    name: 'tree: the same without motion',
    draw: () => treeDrawing(smallTree(), treeOptions({ selected: '/config/db', fresh: 'outline' })),
  },
  { name: 'tree: every kind of node', draw: () => treeDrawing(motleyTree(), treeOptions()) },
  {
    name: 'tree: every kind of node, wide',
    draw: () => treeDrawing(motleyTree(), treeOptions({ width: 560, selected: '/watched' })),
  },
  {
    name: 'tree: on a phone',
    draw: () => treeDrawing(motleyTree(), treeOptions({ width: 358 })),
  },
  { name: 'tree: nothing known yet', draw: () => treeDrawing([], treeOptions()) },
];
