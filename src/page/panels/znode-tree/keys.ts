import type { TreeRow } from '../../../view/zookeeper-ask.ts';
import { parentOf } from './unfolding.ts';

/** What a key does in a tree, as the ARIA pattern has it. */
export type Move =
  | { readonly to: number }
  | { readonly toPath: string }
  | { readonly fold: TreeRow; readonly open: boolean };

interface Where {
  /** The row of the selected node; -1 when it has none. */
  readonly index: number;
  readonly total: number;
  /** Rows that one sees at a time. */
  readonly page: number;
  /** The selected node's row, when it is known. */
  readonly row: TreeRow | null;
}

/** Null: the key is none of the tree's. */
export const moveFor = (key: string, { index, total, page, row }: Where): Move | null => {
  const to = (wanted: number): Move => ({ to: Math.max(0, Math.min(total - 1, wanted)) });
  switch (key) {
    case 'ArrowDown':
      return to(index + 1);
    case 'ArrowUp':
      return to(index - 1);
    case 'PageDown':
      return to(index + page);
    case 'PageUp':
      return to(index - page);
    case 'Home':
      return to(0);
    case 'End':
      return to(total - 1);
    case 'ArrowRight':
      if (row === null || row.children === 0) return to(index);
      return row.open ? to(index + 1) : { fold: row, open: true };
    case 'ArrowLeft': {
      if (row === null) return to(index);
      if (row.open && row.children > 0) return { fold: row, open: false };
      const parent = parentOf(row.path);
      return parent === null ? to(index) : { toPath: parent };
    }
    case 'Enter':
    case ' ':
      if (row === null || row.children === 0) return to(index);
      return { fold: row, open: !row.open };
    default:
      return null;
  }
};

/** The next row, from the selected one round, whose name begins with what was typed. */
export const typedTo = (
  rows: readonly TreeRow[],
  selected: string | null,
  typed: string,
): TreeRow | null => {
  const wanted = typed.toLowerCase();
  const at = rows.findIndex(({ path }) => path === selected);
  // One letter goes on to the next; more of them may still be the same node.
  const from = at + (typed.length === 1 ? 1 : 0);
  const round = [...rows.slice(Math.max(0, from)), ...rows.slice(0, Math.max(0, from))];
  return round.find(({ name }) => name.toLowerCase().startsWith(wanted)) ?? null;
};
