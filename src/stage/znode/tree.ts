import type { TreeRow } from '../../view/zookeeper-ask.ts';
import { at, group, text } from '../shape.ts';
import type { Drawing } from '../shape.ts';
import { indentFor, rowShapes } from './row.ts';
import type { RowOptions } from './row.ts';

/** Drawing units from one row to the next. */
export const ROW = 27;

export interface TreeOptions extends Pick<RowOptions, 'say' | 'nameOf' | 'width' | 'veil'> {
  /** Path of the selected node. */
  readonly selected?: string | null;
  readonly fresh?: RowOptions['fresh'];
  /** Over the rows, where nothing else says what they are. */
  readonly heading?: { readonly title: string; readonly aside: string };
}

/** Height of the heading. */
const HEADING = 40;

/** Rows of a tree, one below the other. */
export const treeDrawing = (rows: readonly TreeRow[], options: TreeOptions): Drawing => {
  const { width, selected = null, fresh = null, heading } = options;
  const top = heading === undefined ? 0 : HEADING;
  const indent = indentFor(Math.max(0, ...rows.map(({ depth }) => depth)), width);
  return {
    width,
    height: top + Math.max(1, rows.length) * ROW,
    shapes: [
      ...(heading === undefined
        ? []
        : [
            text(8, 26, heading.title, { className: 'm b' }),
            text(width - 10, 26, heading.aside, { anchor: 'end', className: 's i2' }),
          ]),
      ...rows.map((row, index) =>
        group(
          rowShapes(row, {
            ...options,
            height: ROW,
            indent,
            selected: row.path === selected,
            fresh: row.touched ? fresh : null,
          }),
          { key: row.path, transform: at(0, top + index * ROW) },
        ),
      ),
    ],
  };
};
