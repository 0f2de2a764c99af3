/** Which rows an unfolded tree has, counted without walking over what is not asked for. */
import type { Unfolding } from '../../view/zookeeper-ask.ts';
import { namesOf } from '../../zookeeper/records/paths.ts';
import type { DataNode } from '../../zookeeper/tree/node.ts';
import { get, rankOf, sizeOf } from '../../zookeeper/tree/sorted-map.ts';
import type { Branch, SortedMap } from '../../zookeeper/tree/sorted-map.ts';

type Children = DataNode['children'];

/** Paths that are an exception from what holds for all, as a tree of their names. */
export interface Exceptions {
  readonly here: boolean;
  readonly below: ReadonlyMap<string, Exceptions>;
}

/** No exception from here down. */
export const NONE: Exceptions = { here: false, below: new Map() };

interface Growing {
  here: boolean;
  readonly below: Map<string, Growing>;
}

export const exceptionsOf = (paths: readonly string[]): Exceptions => {
  const root: Growing = { here: false, below: new Map() };
  for (const path of paths) {
    let at = root;
    for (const name of namesOf(path === '/' ? '' : path)) {
      let next = at.below.get(name);
      if (next === undefined) at.below.set(name, (next = { here: false, below: new Map() }));
      at = next;
    }
    at.here = true;
  }
  return root;
};

/** Nodes from this branch down, those below its entries too; branches are shared from tree to tree. */
const totals = new WeakMap<Branch<DataNode>, number>();

const totalOf = (map: SortedMap<DataNode>): number => {
  if (map === null) return 0;
  const known = totals.get(map);
  if (known !== undefined) return known;
  const total = map.value.total + totalOf(map.left) + totalOf(map.right);
  totals.set(map, total);
  return total;
};

/** Nodes of the first `rank` entries and below them. */
const totalBefore = (map: SortedMap<DataNode>, rank: number): number => {
  let total = 0;
  let rest = rank;
  let here = map;
  while (here !== null) {
    const left = sizeOf(here.left);
    if (rest <= left) {
      here = here.left;
    } else {
      total += totalOf(here.left) + here.value.total;
      rest -= left + 1;
      here = here.right;
    }
  }
  return total;
};

/** The rank of the entry in which the node numbered `index` (from 0, depth first) stands. */
const rankAtTotal = (map: SortedMap<DataNode>, index: number): number => {
  let rank = 0;
  let rest = index;
  let here = map;
  while (here !== null) {
    const left = totalOf(here.left);
    if (rest < left) {
      here = here.left;
      continue;
    }
    rank += sizeOf(here.left);
    if (rest < left + here.value.total) return rank;
    rank += 1;
    rest -= left + here.value.total;
    here = here.right;
  }
  return rank;
};

/** A child that is an exception, or leads to one. */
export interface Apart {
  readonly name: string;
  readonly rank: number;
  readonly node: DataNode;
  readonly but: Exceptions;
}

export class Unfolded {
  readonly but: Exceptions;
  private readonly all: boolean;

  constructor({ all, but }: Unfolding) {
    this.all = all;
    this.but = exceptionsOf(but);
  }

  isOpen(but: Exceptions): boolean {
    return this.all !== but.here;
  }

  /** Rows of a node and of what is unfolded below it. */
  size(node: DataNode, but: Exceptions): number {
    if (!this.isOpen(but)) return 1;
    let rows = 1 + this.plain(node.children, 0, sizeOf(node.children));
    for (const one of this.apart(node.children, but)) {
      rows += this.size(one.node, one.but) - this.plain(node.children, one.rank, one.rank + 1);
    }
    return rows;
  }

  /** Rows of the children [from, to) when none of them is apart. */
  plain(children: Children, from: number, to: number): number {
    return this.all ? totalBefore(children, to) - totalBefore(children, from) : to - from;
  }

  /** The first of the children from `from` on of which a row stands after `rows` rows. */
  rankAfter(children: Children, from: number, rows: number): number {
    return this.all ? rankAtTotal(children, totalBefore(children, from) + rows) : from + rows;
  }

  apart(children: Children, but: Exceptions): readonly Apart[] {
    const found: Apart[] = [];
    for (const [name, below] of but.below) {
      const node = get(children, name);
      if (node !== undefined) found.push({ name, node, rank: rankOf(children, name), but: below });
    }
    return found.toSorted((a, b) => a.rank - b.rank);
  }

  /** The row of a path; null when it is folded away or not there. */
  rowOf(root: DataNode, path: string): number | null {
    let row = 0;
    let node = root;
    let but = this.but;
    for (const name of namesOf(path === '/' ? '' : path)) {
      const { children } = node;
      const next = get(children, name);
      if (next === undefined || !this.isOpen(but)) return null;
      const rank = rankOf(children, name);
      row += 1 + this.plain(children, 0, rank);
      for (const one of this.apart(children, but)) {
        if (one.rank >= rank) break;
        row += this.size(one.node, one.but) - this.plain(children, one.rank, one.rank + 1);
      }
      node = next;
      but = but.below.get(name) ?? NONE;
    }
    return row;
  }
}
