import { memo } from 'react';
import type { TreeRow } from '../../../view/zookeeper-ask.ts';
import { rowShapes } from '../../../stage/znode/row.ts';
import type { RowOptions } from '../../../stage/znode/row.ts';
import { Shapes } from '../../draw/shapes.tsx';

interface RowProps extends Pick<
  RowOptions,
  'say' | 'nameOf' | 'width' | 'height' | 'indent' | 'fresh' | 'veil'
> {
  row: TreeRow;
  id: string;
  /** From the top of all rows, px. */
  top: number;
  /** Pixels a drawing unit. */
  scale: number;
  selected: boolean;
  describe: (row: TreeRow) => string;
}

/** A node of the tree: named by its path, described by what is drawn of it. The tree hears presses. */
export const Row = memo(function Row(props: RowProps) {
  const { row, id, top, scale, width, height, selected, describe } = props;
  const told = describe(row);
  return (
    <div
      role="treeitem"
      id={id}
      tabIndex={-1}
      className="znode-row"
      data-path={row.path}
      aria-describedby={`${id}-told`}
      title={`${row.path}\n${told}`}
      aria-level={row.depth + 1}
      aria-setsize={row.siblings}
      aria-posinset={row.place}
      aria-selected={selected}
      {...(row.children > 0 ? { 'aria-expanded': row.open } : {})}
      style={{ top, height: height * scale }}
    >
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <Shapes shapes={rowShapes(row, props)} />
      </svg>
      {/* Its data and watches are drawn beside the name: they describe it. */}
      <span className="vh">{row.path}</span>
      <span id={`${id}-told`} hidden>
        {told}
      </span>
    </div>
  );
});
