/** Operations of a client as recordings write them, as calls of a simulated one. */
import { PERMS } from '../../zookeeper/records/acl.ts';
import type { Acl } from '../../zookeeper/records/acl.ts';
import { CREATE_MODES } from '../../zookeeper/records/requests.ts';
import type { MultiOp, WatcherType } from '../../zookeeper/records/requests.ts';
import { OPEN_ACL } from '../../zookeeper/tree/acl-cache.ts';
import { utf8Of } from '../../zookeeper/records/utf8.ts';
import { DEFAULT_WATCHER } from '../../clients/calls.ts';
import type { Call, UserRequest } from '../../clients/calls.ts';
import { BadCase } from './json.ts';
import type { Field } from './json.ts';
import { NotSimulated } from './not-simulated.ts';

/**
 * What a recorded operation asks for; null for one that its handle refuses without asking a server.
 * @param op its name, with its place in the recording
 * @throws BadCase, NotSimulated for an operation that no simulated client knows
 */
export function callOf(op: Field, args: Field): Call | null {
  const name = op.text();
  switch (name) {
    case 'addAuth': {
      const [scheme, auth] = [args.at('scheme').text(), args.at('auth')];
      return { kind: 'addAuth', scheme, auth: auth.missing ? null : utf8Of(auth.text()) };
    }
    case 'removeWatches':
    case 'removeAllWatches': {
      const watcher = name === 'removeWatches' ? (watcherOf(args) ?? DEFAULT_WATCHER) : null;
      const [path, type] = [pathOf(args), typeOf(args)];
      return { kind: 'removeWatches', path, type, watcher, local: false };
    }
    case 'close':
      return { kind: 'close' };
    default: {
      const request = requestOf(op, args);
      // [ZooKeeper.validateACL]
      const acl = 'acl' in request ? request.acl : null;
      if (acl?.length === 0) return null;
      const watcher = watcherOf(args);
      return { kind: 'request', request, ...(watcher !== null && { watcher }) };
    }
  }
}

function requestOf(op: Field, args: Field): UserRequest {
  const watch = !args.missing && !args.at('watch').missing && args.at('watch').value !== false;
  const name = op.text();
  switch (name) {
    case 'get':
      return { op: 'getData', path: pathOf(args), watch };
    case 'exists':
      return { op: name, path: pathOf(args), watch };
    case 'children':
      return { op: 'getChildren2', path: pathOf(args), watch };
    case 'getAcl':
      return { op: 'getACL', path: pathOf(args) };
    case 'setAcl':
      return { op: 'setACL', path: pathOf(args), acl: aclOf(args), version: versionOf(args) };
    case 'sync':
      return { op: name, path: pathOf(args) };
    case 'ephemerals':
    case 'getEphemerals': {
      const under = args.missing || args.at('path').missing ? '/' : pathOf(args);
      return { op: 'getEphemerals', path: under };
    }
    case 'multi':
      return {
        op: name,
        ops: args
          .at('ops')
          .list()
          .map((part) => writeOf(part.at('op'), part.at('args'), true)),
      };
    case 'addWatch':
      return { op: name, path: pathOf(args), mode: oneOf(args.at('mode'), ADD_WATCH_MODES) };
    case 'check':
      // A version is checked in a multi alone.
      throw new NotSimulated(op.path, `the operation '${name}' by itself`);
    default:
      return writeOf(op, args, false);
  }
}

/** A write, as it may stand in a multi. */
function writeOf(op: Field, args: Field, inMulti: boolean): MultiOp {
  const name = op.text();
  switch (name) {
    case 'create': {
      const asked = args.at('mode');
      const mode = asked.missing ? 'PERSISTENT' : oneOf(asked, CREATE_MODES);
      const ttl = args.at('ttl');
      return {
        op: name,
        path: pathOf(args),
        data: dataOf(args),
        acl: aclOf(args),
        mode,
        ...(!ttl.missing && { ttl: ttl.number() }),
        withStat: !inMulti,
      };
    }
    case 'delete':
      return { op: name, path: pathOf(args), version: versionOf(args) };
    case 'set':
      return { op: 'setData', path: pathOf(args), data: dataOf(args), version: versionOf(args) };
    case 'check':
      return { op: name, path: pathOf(args), version: versionOf(args) };
    default:
      throw new NotSimulated(op.path, `the operation '${name}'`);
  }
}

const ADD_WATCH_MODES = ['PERSISTENT', 'PERSISTENT_RECURSIVE'] as const;
const WATCHER_TYPES: readonly WatcherType[] = ['Any', 'Children', 'Data'];

/** @throws BadCase */
function oneOf<T extends string>(field: Field, known: readonly T[]): T {
  const found = known.find((each) => each === field.value);
  if (found === undefined) throw new BadCase(field.path, `one of ${known.join(', ')}`);
  return found;
}

const pathOf = (args: Field): string => args.at('path').text();

/** The name of a watcher object; null: the handle's default one, or none. */
function watcherOf(args: Field): string | null {
  const named = args.missing ? null : args.at('watch').value;
  return typeof named === 'string' ? named : null;
}

const typeOf = (args: Field): WatcherType =>
  args.at('type').missing ? 'Any' : oneOf(args.at('type'), WATCHER_TYPES);

const dataOf = (args: Field): string | null =>
  args.at('data').missing ? null : utf8Of(args.at('data').text());

/** @throws BadCase when it is no whole number */
function versionOf(args: Field): number {
  const version = args.at('version');
  if (version.missing) return -1;
  return version.value === -1 ? -1 : version.number();
}

const aclOf = (args: Field): readonly Acl[] =>
  args.at('acl').missing ? OPEN_ACL : args.at('acl').list().map(entryOf);

function entryOf(entry: Field): Acl {
  const perms = entry.at('perms');
  let sum = 0;
  for (const letter of new Set(perms.text())) {
    const bit = LETTERS.get(letter);
    if (bit === undefined) throw new BadCase(perms.path, 'letters of cdrwa');
    sum += bit;
  }
  return { scheme: entry.at('scheme').text(), id: entry.at('id').text(), perms: sum };
}

const LETTERS: ReadonlyMap<string, number> = new Map([
  ['c', PERMS.CREATE],
  ['d', PERMS.DELETE],
  ['r', PERMS.READ],
  ['w', PERMS.WRITE],
  ['a', PERMS.ADMIN],
]);
