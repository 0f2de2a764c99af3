import type { TreeRow } from '../../view/zookeeper-ask.ts';
import { at, group } from '../shape.ts';
import type { Drawing } from '../shape.ts';
import { indentFor, rowShapes } from './row.ts';
import type { RowOptions } from './row.ts';

/** Drawing units from one row to the next. */
export const ROW = 27;

export interface TreeOptions extends Pick<RowOptions, 'words' | 'nameOf' | 'width' | 'veil'> {
  /** Path of the selected node. */
  readonly selected?: string | null;
  readonly fresh?: RowOptions['fresh'];
}

/** Rows of a tree, one below the other. */
export const treeDrawing = (rows: readonly TreeRow[], options: TreeOptions): Drawing => {
  const { width, selected = null, fresh = null } = options;
  const indent = indentFor(Math.max(0, ...rows.map(({ depth }) => depth)), width);
  return {
    width,
    height: Math.max(1, rows.length) * ROW,
    shapes: rows.map((row, index) =>
      group(
        rowShapes(row, {
          ...options,
          height: ROW,
          indent,
          selected: row.path === selected,
          fresh: row.touched ? fresh : null,
        }),
        { key: row.path, transform: at(0, index * ROW) },
      ),
    ),
  };
};
