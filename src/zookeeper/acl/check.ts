import type { Acl, Id } from '../records/acl.ts';
import { idsInOrder } from './ids-in-order.ts';
import { providerOf } from './providers.ts';

/**
 * Whether somebody may do what `perms` names (any of its bits) with a node
 * [ZooKeeperServer.checkACL]. Entries add up; none forbids.
 * @param ids of the connection
 */
export function allowed(
  acl: readonly Acl[],
  perms: number,
  ids: readonly Id[],
  skipACL: boolean,
): boolean {
  if (skipACL || acl.length === 0) return true;
  if (ids.some(({ scheme }) => scheme === 'super')) return true;
  return acl.some(
    (entry) =>
      (entry.perms & perms) !== 0 &&
      ((entry.scheme === 'world' && entry.id === 'anyone') ||
        ids.some(
          ({ scheme, id }) =>
            scheme === entry.scheme && (providerOf(scheme)?.matches(id, entry.id) ?? false),
        )),
  );
}

/**
 * The ACL as it will stand, or null when it is not valid: without doubles, and with the connection's
 * own ids in the place of `auth` [PrepRequestProcessor.fixupACL].
 */
export function fixedAcl(acl: readonly Acl[] | null, ids: readonly Id[]): readonly Acl[] | null {
  const fixed: Acl[] = [];
  const seen = new Set<string>();
  for (const entry of acl ?? []) {
    const { scheme, id, perms } = entry;
    const key = JSON.stringify([scheme, id, perms]);
    if (seen.has(key)) continue;
    seen.add(key);
    if (scheme === 'auth') {
      const own = idsInOrder(ids).filter(
        ({ scheme: of }) => providerOf(of)?.authenticated ?? false,
      );
      if (own.length === 0) return null;
      for (const of of own) fixed.push({ ...of, perms });
    } else if (
      (scheme === 'world' && id === 'anyone') ||
      (providerOf(scheme)?.valid(id) ?? false)
    ) {
      fixed.push(entry);
    } else {
      return null;
    }
  }
  return fixed.length === 0 ? null : fixed;
}

/** What somebody without ADMIN sees: no password hashes [FinalRequestProcessor, getACL]. */
export const maskedAcl = (acl: readonly Acl[]): readonly Acl[] =>
  acl.map((entry) =>
    entry.scheme === 'digest' ? { ...entry, id: entry.id.replaceAll(/:.*/g, ':x') } : entry,
  );
