/** A window of an unfolded tree: work grows with what is open and visible, not with the tree. */
import { sameZxid } from '../../protocols/election/zxid.ts';
import { MOST_ROWS } from '../../view/zookeeper-ask.ts';
import type { TreeRow, ZooKeeperAnswer, ZooKeeperQuestion } from '../../view/zookeeper-ask.ts';
import { textOf } from '../../zookeeper/records/utf8.ts';
import { descendants, nodeAt, nodeCount } from '../../zookeeper/tree/data-tree.ts';
import { statOf } from '../../zookeeper/tree/node.ts';
import type { DataNode } from '../../zookeeper/tree/node.ts';
import { at, get, rankOf, sizeOf } from '../../zookeeper/tree/sorted-map.ts';
import type { Asked } from './asked.ts';
import { kindOf, watchersOf } from './asked.ts';

/** Bytes of data that a row may show. */
const PREVIEW = 60;

export function treeRows(
  asked: Asked,
  { open, first, most }: Extract<ZooKeeperQuestion, { readonly ask: 'tree' }>,
): ZooKeeperAnswer {
  const { tree } = asked;
  const window = new Window(asked, open, first, Math.min(most, MOST_ROWS));
  window.node(tree.root, '/', '', 0);
  return {
    ask: 'tree',
    zxid: tree.lastZxid,
    first,
    total: window.passed,
    nodes: nodeCount(tree) - 1,
    rows: window.rows,
  };
}

/** Walks over the rows as they stand one below the other; long stretches of closed nodes are jumped. */
class Window {
  readonly rows: TreeRow[] = [];
  /** Rows so far, shown or not. */
  passed = 0;
  private readonly asked: Asked;
  private readonly first: number;
  private readonly last: number;
  /** Names of open nodes, by the path of their parent. */
  private readonly open = new Map<string, string[]>();
  private readonly rootIsOpen: boolean;

  constructor(asked: Asked, open: readonly string[], first: number, most: number) {
    this.asked = asked;
    this.first = Math.max(0, first);
    this.last = this.first + Math.max(0, most);
    this.rootIsOpen = open.includes('/');
    for (const path of new Set(open)) {
      if (path === '/' || !path.startsWith('/')) continue;
      const cut = path.lastIndexOf('/');
      const parent = path.slice(0, cut) || '/';
      this.open.set(parent, [...(this.open.get(parent) ?? []), path.slice(cut + 1)]);
    }
  }

  node(node: DataNode, path: string, name: string, depth: number): void {
    const isOpen = path === '/' ? this.rootIsOpen : this.isOpen(path);
    if (this.passed >= this.first && this.passed < this.last) {
      this.rows.push(rowOf(this.asked, node, path, name, depth, isOpen));
    }
    this.passed++;
    if (isOpen) this.children(node, path, depth + 1);
  }

  private isOpen(path: string): boolean {
    const cut = path.lastIndexOf('/');
    return this.open.get(path.slice(0, cut) || '/')?.includes(path.slice(cut + 1)) ?? false;
  }

  private children({ children }: DataNode, path: string, depth: number): void {
    const opened = (this.open.get(path) ?? [])
      .filter((name) => get(children, name) !== undefined)
      .map((name) => ({ name, rank: rankOf(children, name) }))
      .toSorted((a, b) => a.rank - b.rank);
    let next = 0;
    for (const { name, rank } of opened) {
      this.closed(children, path, depth, next, rank);
      const node = get(children, name);
      if (node !== undefined) this.node(node, below(path, name), name, depth);
      next = rank + 1;
    }
    this.closed(children, path, depth, next, sizeOf(children));
  }

  /** Children [from, to), none of which is open. */
  private closed(
    children: DataNode['children'],
    path: string,
    depth: number,
    from: number,
    to: number,
  ): void {
    const skip = Math.min(Math.max(0, this.first - this.passed), to - from);
    const shown = Math.min(to - from - skip, Math.max(0, this.last - this.passed - skip));
    for (let index = from + skip; index < from + skip + shown; index++) {
      const entry = at(children, index);
      if (entry === undefined) continue;
      const { key, value } = entry;
      this.rows.push(rowOf(this.asked, value, below(path, key), key, depth, false));
    }
    this.passed += to - from;
  }
}

const below = (path: string, name: string): string =>
  path === '/' ? `/${name}` : `${path}/${name}`;

function rowOf(
  asked: Asked,
  node: DataNode,
  path: string,
  name: string,
  depth: number,
  open: boolean,
): TreeRow {
  const { ephemeralOwner, version, dataLength } = statOf(node);
  const { lastZxid } = asked.tree;
  const session = ephemeralOwner === '0x0' ? '' : ephemeralOwner;
  return {
    path,
    name,
    depth,
    kind: kindOf(node),
    sequential: /\d{10}$/u.test(name),
    open,
    children: sizeOf(node.children),
    descendants: descendants(node),
    version,
    dataLength,
    preview: node.data === null ? null : textOf(node.data.slice(0, PREVIEW)),
    session,
    owner: asked.holders.get(session) ?? null,
    watchers: watchersOf(asked, path),
    touched:
      lastZxid.counter > 0 && (sameZxid(node.czxid, lastZxid) || sameZxid(node.mzxid, lastZxid)),
  };
}

/** The node, with `/` for the root. */
export const nodeOf = ({ tree }: Asked, path: string): DataNode | undefined =>
  nodeAt(tree, path === '/' ? '' : path);
