/** A window of an unfolded tree: work grows with what is visible, not with the tree. */
import { MOST_ROWS } from '../../view/zookeeper-ask.ts';
import type { TreeRow, ZooKeeperAnswer, ZooKeeperQuestion } from '../../view/zookeeper-ask.ts';
import { textOf } from '../../zookeeper/records/utf8.ts';
import { descendants, nodeAt, znodeCount } from '../../zookeeper/tree/data-tree.ts';
import { statOf } from '../../zookeeper/tree/node.ts';
import type { DataNode } from '../../zookeeper/tree/node.ts';
import { at, sizeOf } from '../../zookeeper/tree/sorted-map.ts';
import type { Asked } from './asked.ts';
import { changesOf } from './changes.ts';
import { kindOf, watchersOf } from './asked.ts';
import { NONE, Unfolded } from './unfolding.ts';
import type { Exceptions } from './unfolding.ts';

/** Bytes of data that a row may show. */
const PREVIEW = 60;

export function treeRows(
  asked: Asked,
  question: Extract<ZooKeeperQuestion, { readonly ask: 'tree' }>,
): ZooKeeperAnswer {
  const { tree } = asked;
  const { first, most, where } = question;
  const unfolded = new Unfolded(question.unfolded);
  const window = new Window(asked, unfolded, first, Math.min(most, MOST_ROWS));
  const place = { path: '/', name: '', place: 1, siblings: 1, followed: [] };
  window.fill({ node: tree.root, place, but: unfolded.but });
  return {
    ask: 'tree',
    zxid: tree.lastZxid,
    first,
    total: unfolded.size(tree.root, unfolded.but),
    nodes: znodeCount(tree),
    rows: window.rows,
    where: where === undefined ? null : unfolded.rowOf(tree.root, where),
  };
}

type Place = Pick<TreeRow, 'path' | 'name' | 'place' | 'siblings' | 'followed'>;

/** A node to be looked at. */
interface Visit {
  readonly node: DataNode;
  readonly place: Place;
  readonly but: Exceptions;
}

/** Walks over the rows that stand in a window, one below the other; what stands before is jumped. */
class Window {
  readonly rows: TreeRow[] = [];
  /** Rows so far, shown or not. */
  private passed = 0;
  private readonly asked: Asked;
  private readonly unfolded: Unfolded;
  private readonly first: number;
  private readonly last: number;

  constructor(asked: Asked, unfolded: Unfolded, first: number, most: number) {
    this.asked = asked;
    this.unfolded = unfolded;
    this.first = Math.max(0, first);
    this.last = this.first + Math.max(0, most);
  }

  /** Open nodes stand on a stack of their own: a tree may be deeper than the machine's is. */
  fill(root: Visit): void {
    const open: Generator<Visit, void>[] = [];
    for (let next: Visit | null = root; ;) {
      const children: Generator<Visit, void> | null = next === null ? null : this.node(next);
      if (children !== null) open.push(children);
      const step = open.at(-1)?.next();
      if (step === undefined) return;
      next = step.done === true ? null : step.value;
      if (step.done === true) open.pop();
    }
  }

  /** @returns the children, when rows of them may stand in the window */
  private node({ node, place, but }: Visit): Generator<Visit, void> | null {
    const isOpen = this.unfolded.isOpen(but);
    if (this.passed >= this.first && this.passed < this.last) {
      this.rows.push(rowOf(this.asked, node, place, isOpen));
    }
    this.passed++;
    return isOpen && this.passed < this.last ? this.children(node, place, but) : null;
  }

  private *children(
    { children }: DataNode,
    parent: Place,
    but: Exceptions,
  ): Generator<Visit, void> {
    let next = 0;
    for (const { name, rank, node, but: below } of this.unfolded.apart(children, but)) {
      yield* this.plain(children, parent, next, rank);
      if (this.passed >= this.last) return;
      const size = this.unfolded.size(node, below);
      if (this.passed + size <= this.first) this.passed += size;
      else yield { node, place: childPlace(children, parent, name, rank), but: below };
      next = rank + 1;
    }
    yield* this.plain(children, parent, next, sizeOf(children));
  }

  /** Children [from, to), none of which is an exception or leads to one. */
  private *plain(
    children: DataNode['children'],
    parent: Place,
    from: number,
    to: number,
  ): Generator<Visit, void> {
    const rows = this.unfolded.plain(children, from, to);
    if (this.passed + rows <= this.first) {
      this.passed += rows;
      return;
    }
    const skipped = Math.max(0, this.first - this.passed);
    let rank = this.unfolded.rankAfter(children, from, skipped);
    this.passed += this.unfolded.plain(children, from, rank);
    for (; rank < to && this.passed < this.last; rank++) {
      const entry = at(children, rank);
      if (entry === undefined) return;
      yield {
        node: entry.value,
        place: childPlace(children, parent, entry.key, rank),
        but: NONE,
      };
    }
  }
}

const childPlace = (
  children: DataNode['children'],
  parent: Place,
  name: string,
  rank: number,
): Place => {
  const siblings = sizeOf(children);
  return {
    path: below(parent.path, name),
    name,
    place: rank + 1,
    siblings,
    followed: [...parent.followed, rank + 1 < siblings],
  };
};

const below = (path: string, name: string): string =>
  path === '/' ? `/${name}` : `${path}/${name}`;

function rowOf(asked: Asked, node: DataNode, place: Place, open: boolean): TreeRow {
  const { ephemeralOwner, version, dataLength } = statOf(node);
  const session = ephemeralOwner === '0x0' ? '' : ephemeralOwner;
  return {
    ...place,
    depth: place.followed.length,
    kind: kindOf(node),
    sequential: /\d{10}$/u.test(place.name),
    open,
    children: sizeOf(node.children),
    descendants: descendants(node),
    version,
    dataLength,
    preview: node.data === null ? null : textOf(node.data.slice(0, PREVIEW)),
    session,
    owner: asked.owners.get(session) ?? null,
    watchers: watchersOf(asked, place.path),
    touched: touches(asked, place.path),
  };
}

/** Whether the newest transaction did something to a node; a new child shows by itself. */
const touches = (asked: Asked, path: string): boolean =>
  asked.newest !== null &&
  changesOf(asked.newest, path).some(({ what }) => what !== 'child-created');

/** The node, with `/` for the root. */
export const nodeOf = ({ tree }: Asked, path: string): DataNode | undefined =>
  nodeAt(tree, path === '/' ? '' : path);
