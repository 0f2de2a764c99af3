/** Names of sequential nodes: `Lock-0000000007`, or with a guid before it `1f2e3d4c-Lock-0000000007`. */
import type { Pick } from '../../view/recipe-program.ts';
import { nameOf } from '../../zookeeper/records/paths.ts';

const NUMBER = /-?\d{10}$/u;
const GUID = /^[\da-f]{8}-/u;

/** The number that a server put behind it; null: none. */
export function sequenceOf(name: string): number | null {
  const digits = /\d{10}$/u.exec(name)?.[0];
  return digits === undefined ? null : Number(digits);
}

/** Without its guid, and without the zeros of its number. */
export const shortName = (path: string): string =>
  nameOf(path)
    .replace(GUID, '')
    .replace(
      NUMBER,
      (digits) => `${digits.startsWith('-') ? '-' : ''}${Number(digits.replace('-', ''))}`,
    );

/** By their numbers; names without one by their letters, behind. */
export function byNumber(a: string, b: string): number {
  const [m, n] = [sequenceOf(a), sequenceOf(b)];
  if (m !== null && n !== null && m !== n) return m - n;
  if ((m === null) !== (n === null)) return m === null ? 1 : -1;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export const hasPrefix = (name: string, prefix: string | undefined): boolean =>
  prefix === undefined || name.replace(GUID, '').startsWith(prefix);

/**
 * @param mine a path or a name; '' if there is none
 * @returns null: there is none; of `rank` and `count` a number
 */
export function picked(
  names: readonly string[],
  { what, prefix, mine: named }: Pick,
  mine: string,
  guid: string,
): string | number | null {
  const own = nameOf(mine);
  const some = names.filter((name) => hasPrefix(name, prefix)).toSorted(byNumber);
  switch (what) {
    case 'smallest':
      return some[0] ?? null;
    case 'largest':
      return some.at(-1) ?? null;
    case 'before':
      return some.findLast((name) => byNumber(name, own) < 0) ?? null;
    case 'after':
      return some.find((name) => byNumber(name, own) > 0) ?? null;
    case 'mine':
      // What was its own in a session before has another guid, and goes with that session.
      return (
        some.find(
          (name) =>
            (guid !== '' && name.startsWith(`${guid}-`)) ||
            (name === own && (named !== undefined || !GUID.test(name))),
        ) ?? null
      );
    case 'count':
      return some.length;
    case 'rank':
      return some.filter((name) => byNumber(name, own) < 0).length;
  }
}
