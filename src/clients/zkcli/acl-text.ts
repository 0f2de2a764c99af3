import { PERMS } from '../../zookeeper/records/acl.ts';
import type { Acl } from '../../zookeeper/records/acl.ts';
import { err } from '../steps.ts';
import type { Steps } from '../steps.ts';

const LETTERS: Readonly<Record<string, number>> = {
  c: PERMS.CREATE,
  d: PERMS.DELETE,
  r: PERMS.READ,
  w: PERMS.WRITE,
  a: PERMS.ADMIN,
};

/** `cdrwa`, in this order [ZKUtil.getPermString]. */
export const permText = (perms: number): string =>
  Object.keys(LETTERS)
    .filter((letter) => (perms & (LETTERS[letter] ?? 0)) !== 0)
    .join('');

/**
 * `scheme:id:perms[,…]`, split at the first and the last colon. What it does not understand it says,
 * and goes on without it [AclParser.parse].
 */
export function* parseAcl(text: string): Steps<readonly Acl[]> {
  const acl: Acl[] = [];
  for (const entry of javaSplit(text, ',')) {
    const first = entry.indexOf(':');
    const last = entry.lastIndexOf(':');
    if (first === last) {
      yield* err(`${entry} does not have the form scheme:id:perm`);
      continue;
    }
    const perms = yield* parsePerms(entry.slice(last + 1));
    acl.push({ scheme: entry.slice(0, first), id: entry.slice(first + 1, last), perms });
  }
  return acl;
}

function* parsePerms(text: string): Steps<number> {
  let perms = 0;
  for (const letter of text) {
    const bit = Object.hasOwn(LETTERS, letter) ? LETTERS[letter] : undefined;
    if (bit === undefined) yield* err(`Unknown perm type: ${letter}`);
    else perms |= bit;
  }
  return perms;
}

/** [String.split]: empty pieces at the end are left out, unless the text itself is empty. */
export function javaSplit(text: string, separator: string | RegExp): readonly string[] {
  if (text === '') return [''];
  const pieces = text.split(separator);
  while (pieces.at(-1) === '') pieces.pop();
  return pieces;
}
