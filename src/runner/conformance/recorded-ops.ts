/** Operations of a client as recordings write them, as calls of a simulated one. */
import { PERMS } from '../../zookeeper/records/acl.ts';
import type { Acl } from '../../zookeeper/records/acl.ts';
import { CREATE_MODES } from '../../zookeeper/records/requests.ts';
import { OPEN_ACL } from '../../zookeeper/tree/acl-cache.ts';
import { utf8Of } from '../../zookeeper/records/utf8.ts';
import type { Call } from '../../clients/calls.ts';
import type { Field } from './json.ts';

const LETTERS: Readonly<Record<string, number>> = {
  c: PERMS.CREATE,
  d: PERMS.DELETE,
  r: PERMS.READ,
  w: PERMS.WRITE,
  a: PERMS.ADMIN,
};

/** What a recorded operation asks for; null for one that is no call. @throws BadCase */
export function callOf(op: string, args: Field): Call | null {
  const path = (): string => args.at('path').text();
  const watch = !args.missing && !args.at('watch').missing && args.at('watch').value !== false;
  const named = watch ? args.at('watch').value : null;
  const watcher = typeof named === 'string' ? { watcher: named } : {};
  switch (op) {
    case 'create': {
      const mode = args.at('mode').missing ? 'PERSISTENT' : args.at('mode').text();
      const known = CREATE_MODES.find((each) => each === mode);
      if (known === undefined) return null;
      return {
        kind: 'request',
        request: { op, path: path(), data: dataOf(args), acl: aclOf(args), mode: known },
      };
    }
    case 'delete':
      return { kind: 'request', request: { op, path: path(), version: versionOf(args) } };
    case 'set': {
      const request = { path: path(), data: dataOf(args), version: versionOf(args) };
      return { kind: 'request', request: { op: 'setData', ...request } };
    }
    case 'get':
      return { kind: 'request', request: { op: 'getData', path: path(), watch }, ...watcher };
    case 'exists':
      return { kind: 'request', request: { op, path: path(), watch }, ...watcher };
    case 'children':
      return { kind: 'request', request: { op: 'getChildren2', path: path(), watch }, ...watcher };
    case 'close':
      return { kind: 'close' };
    default:
      return null;
  }
}

const dataOf = (args: Field): string | null =>
  args.at('data').missing ? null : utf8Of(args.at('data').text());

const versionOf = (args: Field): number =>
  args.at('version').missing ? -1 : Number(args.at('version').value);

const aclOf = (args: Field): readonly Acl[] =>
  args.at('acl').missing
    ? OPEN_ACL
    : args
        .at('acl')
        .list()
        .map((entry) => ({
          scheme: entry.at('scheme').text(),
          id: entry.at('id').text(),
          perms: [...new Set(entry.at('perms').text())].reduce(
            (sum, letter) => sum + (LETTERS[letter] ?? 0),
            0,
          ),
        }));
