import { PERMS } from '../records/acl.ts';
import type { Acl } from '../records/acl.ts';
import { get, remove, set } from './sorted-map.ts';
import type { SortedMap } from './sorted-map.ts';

/**
 * Each ACL stands once, however many nodes have it; a node holds its number
 * [ReferenceCountedACLCache].
 */
export interface AclCache {
  readonly last: number;
  readonly numbers: SortedMap<number>;
  /** By number, as decimal text. */
  readonly lists: SortedMap<CachedAcl>;
}

export interface CachedAcl {
  readonly number: number;
  readonly acl: readonly Acl[];
  /** Nodes that have it. */
  readonly uses: number;
}

/** The number of what needs no entry: everybody may do everything. */
export const OPEN = -1;

/** world:anyone:cdrwa [ZooDefs.Ids.OPEN_ACL_UNSAFE] */
export const OPEN_ACL: readonly Acl[] = [{ scheme: 'world', id: 'anyone', perms: PERMS.ALL }];

export const noAcls: AclCache = { last: 0, numbers: null, lists: null };

export const aclAt = (cache: AclCache, number: number): readonly Acl[] =>
  number === OPEN ? OPEN_ACL : (get(cache.lists, String(number))?.acl ?? OPEN_ACL);

/** One more node has this ACL. */
export function intern(
  cache: AclCache,
  acl: readonly Acl[],
): { readonly cache: AclCache; readonly number: number } {
  const key = keyOfAcl(acl);
  const known = get(cache.numbers, key);
  const number = known ?? cache.last + 1;
  const uses = (get(cache.lists, String(number))?.uses ?? 0) + 1;
  return {
    number,
    cache: {
      last: known === undefined ? number : cache.last,
      numbers: known === undefined ? set(cache.numbers, key, number) : cache.numbers,
      lists: set(cache.lists, String(number), { number, acl, uses }),
    },
  };
}

/** One node less has it; what nobody has is forgotten. */
export function release(cache: AclCache, number: number): AclCache {
  const entry = get(cache.lists, String(number));
  if (entry === undefined) return cache;
  const { acl, uses } = entry;
  return {
    last: cache.last,
    numbers: uses > 1 ? cache.numbers : remove(cache.numbers, keyOfAcl(acl)),
    lists:
      uses > 1
        ? set(cache.lists, String(number), { number, acl, uses: uses - 1 })
        : remove(cache.lists, String(number)),
  };
}

/** Equal for equal lists. */
export const keyOfAcl = (acl: readonly Acl[]): string =>
  JSON.stringify(acl.map(({ perms, scheme, id }) => [perms, scheme, id]));
