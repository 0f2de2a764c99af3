/**
 * An immutable map whose keys are ordered as Java orders strings (by UTF-16 unit). Two maps with the
 * same entries are the same tree, however they came about: a checkpoint costs nothing, fingerprints
 * of equal states are equal, and nothing in it is but plain data. It is a treap whose priorities are
 * hashes of the keys [Seidel, Aragon 1996]; `null` is the empty map.
 *
 * Why not a library: persistent B-trees and hash tries keep their history in their shape or in hidden
 * marks, so that equal states would not be equal data.
 */
export type SortedMap<V> = Branch<V> | null;

export interface Branch<V> {
  readonly key: string;
  readonly value: V;
  readonly priority: number;
  /** Entries of this branch, itself included. */
  readonly size: number;
  readonly left: SortedMap<V>;
  readonly right: SortedMap<V>;
}

export const sizeOf = <V>(map: SortedMap<V>): number => map?.size ?? 0;

export function get<V>(map: SortedMap<V>, key: string): V | undefined {
  let at = map;
  while (at !== null) {
    if (key === at.key) return at.value;
    at = key < at.key ? at.left : at.right;
  }
  return undefined;
}

export const has = <V>(map: SortedMap<V>, key: string): boolean => get(map, key) !== undefined;

/** O(log n) new branches; the rest is shared. */
export function set<V>(map: SortedMap<V>, key: string, value: V): Branch<V> {
  if (map === null) return branch(key, value, hash(key), null, null);
  const { left, right } = map;
  if (key === map.key) return branch(key, value, map.priority, left, right);
  if (key < map.key) {
    const under = set(left, key, value);
    if (!above(under, map)) return branch(map.key, map.value, map.priority, under, right);
    const rest = branch(map.key, map.value, map.priority, under.right, right);
    return branch(under.key, under.value, under.priority, under.left, rest);
  }
  const under = set(right, key, value);
  if (!above(under, map)) return branch(map.key, map.value, map.priority, left, under);
  const rest = branch(map.key, map.value, map.priority, left, under.left);
  return branch(under.key, under.value, under.priority, rest, under.right);
}

/** The map itself when the key is not there. */
export function remove<V>(map: SortedMap<V>, key: string): SortedMap<V> {
  if (map === null) return null;
  if (key === map.key) return join(map.left, map.right);
  if (key < map.key) {
    const left = remove(map.left, key);
    return left === map.left ? map : branch(map.key, map.value, map.priority, left, map.right);
  }
  const right = remove(map.right, key);
  return right === map.right ? map : branch(map.key, map.value, map.priority, map.left, right);
}

/** In order of keys, from the first key that is not below `from`. */
export function* entries<V>(map: SortedMap<V>, from = ''): Generator<Branch<V>, void> {
  const path: Branch<V>[] = [];
  for (let here = map; here !== null;) {
    if (here.key < from) {
      here = here.right;
    } else {
      path.push(here);
      here = here.left;
    }
  }
  for (let next = path.pop(); next !== undefined; next = path.pop()) {
    yield next;
    // All to the right of what is not below `from` is not below it either.
    for (let here = next.right; here !== null; here = here.left) path.push(here);
  }
}

/** In order. */
export function keysOf<V>(map: SortedMap<V>): string[] {
  const keys: string[] = [];
  for (const { key } of entries(map)) keys.push(key);
  return keys;
}

/** The entry at a place in the order, from 0: what a list that shows a window asks for. */
export function at<V>(map: SortedMap<V>, index: number): Branch<V> | undefined {
  let rest = index;
  let here = map;
  while (here !== null) {
    const before = sizeOf(here.left);
    if (rest === before) return here;
    if (rest < before) {
      here = here.left;
    } else {
      rest -= before + 1;
      here = here.right;
    }
  }
  return undefined;
}

/** How many keys stand before this one, whether it is there or not. */
export function rankOf<V>(map: SortedMap<V>, key: string): number {
  let before = 0;
  let here = map;
  while (here !== null) {
    if (key <= here.key) {
      here = here.left;
    } else {
      before += sizeOf(here.left) + 1;
      here = here.right;
    }
  }
  return before;
}

function branch<V>(
  key: string,
  value: V,
  priority: number,
  left: SortedMap<V>,
  right: SortedMap<V>,
): Branch<V> {
  const size = 1 + (left === null ? 0 : left.size) + (right === null ? 0 : right.size);
  return { key, value, priority, size, left, right };
}

function above<V>(a: Branch<V>, b: Branch<V>): boolean {
  return a.priority === b.priority ? a.key < b.key : a.priority > b.priority;
}

/** Every key of `left` is below every key of `right`. */
function join<V>(left: SortedMap<V>, right: SortedMap<V>): SortedMap<V> {
  if (left === null) return right;
  if (right === null) return left;
  if (above(left, right)) {
    return branch(left.key, left.value, left.priority, left.left, join(left.right, right));
  }
  return branch(right.key, right.value, right.priority, join(left, right.left), right.right);
}

/** FNV-1a, then the final mix of MurmurHash3: keys that differ in their last digit differ everywhere. */
function hash(key: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) h = Math.imul(h ^ key.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
