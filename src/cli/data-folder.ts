import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { typedPath, Usage } from './terminal.ts';

/** What a server's folders hold besides, which is no log and no snapshot. */
const isHistory = (name: string): boolean =>
  /^(?:log|snapshot)\.[\da-f]+(?:\.(?:gz|snappy))?$/u.test(name);

/**
 * A path as it is, or in its place the logs and snapshots of the folder there: a server's `dataDir`, whose
 * files stand in `version-2`, or that one itself.
 * @throws Usage when a folder holds neither
 */
export function historyAt(path: string): readonly string[] {
  const place = typedPath(path);
  if (!existsSync(place) || !statSync(place).isDirectory()) return [path];
  const inner = join(place, 'version-2');
  const [folder, shown] = existsSync(inner) ? [inner, join(path, 'version-2')] : [place, path];
  const names = readdirSync(folder).filter(isHistory).toSorted();
  if (names.length === 0) throw new Usage(`${path}: no log.… and no snapshot.… in this folder`);
  return names.map((name) => join(shown, name));
}
