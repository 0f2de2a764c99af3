import type { Call } from '../../clients/calls.ts';
import type { Intervention } from '../../view/intervention.ts';
import type { Pid } from '../../view/time.ts';
import type { MultiOp } from '../../zookeeper/records/requests.ts';
import { CREATE_MODES } from '../../zookeeper/records/requests.ts';
import { OPEN_ACL } from '../../zookeeper/tree/acl-cache.ts';
import type { Dice } from './dice.ts';

/** Few enough that clients meet. */
const PATHS = ['/a', '/a/b', '/a/b/c', '/q', '/q/n-', '/e', '/missing/x', '/'] as const;
const WATCHERS = ['default', 'w1', 'w2'] as const;

const ACLS = [
  OPEN_ACL,
  OPEN_ACL,
  OPEN_ACL,
  [{ scheme: 'auth', id: '', perms: 31 }],
  [{ scheme: 'world', id: 'anyone', perms: 1 }],
  [{ scheme: 'bogus', id: 'x', perms: 31 }],
] as const;

/** What a client does next: one call, or several at once so that they meet in the pipeline. */
export function randomDeed(dice: Dice, clients: readonly Pid[]): Intervention {
  const count = dice.pick([1, 1, 1, 2, 3, 8]);
  const calls = Array.from({ length: count }, () => randomCall(dice));
  const text = JSON.stringify(calls);
  return { kind: 'input', pid: dice.pick(clients), name: 'LINE', data: { text } };
}

export function randomCall(dice: Dice): Call {
  const path = dice.pick(PATHS);
  const watch = dice.chance(0.4);
  const watcher = dice.pick(WATCHERS);
  const kind = dice.weighted({
    write: 10,
    read: 6,
    multi: 1,
    setACL: 0.7,
    addWatch: 1,
    removeWatches: 1,
    addAuth: 0.6,
    other: 1,
    close: 0.5,
    connect: 1.5,
  });
  switch (kind) {
    case null:
    case 'write':
      return { kind: 'request', request: randomOp(dice) };
    case 'read': {
      const op = dice.pick(['exists', 'getData', 'getChildren', 'getChildren2'] as const);
      return { kind: 'request', request: { op, path, watch }, watcher };
    }
    case 'multi': {
      const ops = Array.from({ length: dice.between(1, 4) }, () => randomOp(dice));
      return { kind: 'request', request: { op: 'multi', ops } };
    }
    case 'setACL': {
      const acl = dice.pick(ACLS);
      return { kind: 'request', request: { op: 'setACL', path, acl, version: -1 } };
    }
    case 'addWatch': {
      const mode = dice.pick(['PERSISTENT', 'PERSISTENT_RECURSIVE'] as const);
      return { kind: 'request', request: { op: 'addWatch', path, mode }, watcher };
    }
    case 'removeWatches': {
      const type = dice.pick(['Any', 'Data', 'Children'] as const);
      const which = dice.chance(0.5) ? watcher : null;
      return { kind: 'removeWatches', path, type, watcher: which, local: dice.chance(0.3) };
    }
    case 'addAuth':
      return { kind: 'addAuth', scheme: dice.pick(['digest', 'digest', 'bogus']), auth: 'a:pw' };
    case 'other': {
      const op = dice.pick(['sync', 'getACL', 'getEphemerals', 'getAllChildrenNumber'] as const);
      return { kind: 'request', request: { op, path } };
    }
    case 'close':
      return { kind: 'close' };
    case 'connect':
      return { kind: 'connect', timeoutMs: dice.magnitude(100, 20_000) };
  }
}

function randomOp(dice: Dice): MultiOp {
  const path = dice.pick(PATHS);
  const version = dice.pick([-1, -1, -1, 0, 1]);
  const data = dice.pick([null, '', 'x', 'some data']);
  const op = dice.weighted({ create: 6, delete: 3, setData: 3 });
  switch (op) {
    case 'delete':
      return { op, path, version };
    case 'setData':
      return { op, path, data, version };
    case null:
    case 'create': {
      const mode = dice.pick(CREATE_MODES);
      const acl = dice.pick(ACLS);
      return { op: 'create', path, data, acl, mode, ...(mode.includes('TTL') && { ttl: 500 }) };
    }
  }
}
