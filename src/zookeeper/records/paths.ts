/**
 * Why a path is refused, in ZooKeeper's words, or null when it is legal; the same rule in client and
 * server [PathUtils.validatePath].
 * @param sequential the last name may then be empty: a number is put behind it
 */
export function pathProblem(path: string, sequential = false): string | null {
  return problemOf(sequential ? `${path}1` : path);
}

function problemOf(path: string): string | null {
  if (path.length === 0) return 'Path length must be > 0';
  if (!path.startsWith('/')) return 'Path must start with / character';
  if (path.length === 1) return null;
  if (path.endsWith('/')) return 'Path must not end with / character';
  for (let i = 1; i < path.length; i++) {
    const reason = reasonAt(path, i);
    if (reason !== null) return `Invalid path string "${path}" caused by ${reason} @${i}`;
  }
  return null;
}

function reasonAt(path: string, i: number): string | null {
  const unit = path.charCodeAt(i);
  if (unit === 0) return 'null character not allowed';
  if (unit === SLASH && path.charCodeAt(i - 1) === SLASH) return 'empty node name specified';
  if (unit === DOT && endsName(path, i)) {
    const before = path.charCodeAt(i - 1);
    if (before === SLASH || (before === DOT && path.charCodeAt(i - 2) === SLASH)) {
      return 'relative paths not allowed';
    }
  }
  return isRefused(unit) ? 'invalid character' : null;
}

const SLASH = 47;
const DOT = 46;

const endsName = (path: string, i: number): boolean =>
  i + 1 === path.length || path.charCodeAt(i + 1) === SLASH;

/** Control characters, surrogates, private use, specials; so a pair outside the BMP, too. */
const isRefused = (unit: number): boolean =>
  (unit > 0 && unit <= 0x1f) ||
  (unit >= 0x7f && unit <= 0x9f) ||
  (unit >= 0xd800 && unit <= 0xf8ff) ||
  (unit >= 0xfff0 && unit <= 0xffff);

/** `''` for a child of the root, as the server names the root [DataTree]. */
export const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The names on the way from the root; none for the root, however it is written. */
export const namesOf = (path: string): readonly string[] =>
  path.length < 2 ? [] : path.slice(1).split('/');
