import type { Acl } from './acl.ts';
import type { ClientRequest, MultiOp } from './requests.ts';
import { utf8Of } from './utf8.ts';

/**
 * Bytes of a request's frame without its length: what a server holds against `jute.maxbuffer`. The
 * header takes 8, each text and each buffer 4 and its bytes [zookeeper.jute, RequestHeader].
 */
export const requestSize = (request: ClientRequest): number => 8 + bodySize(request);

const INT = 4;
const LONG = 8;
const BOOLEAN = 1;
/** Before each part of a multi, and behind the last [MultiHeader]. */
const MULTI_HEADER = INT + BOOLEAN + INT;

const text = (value: string | null): number => INT + (value === null ? 0 : utf8Of(value).length);
const buffer = (bytes: string | null): number => INT + (bytes?.length ?? 0);
const vector = <T>(items: readonly T[], size: (item: T) => number): number =>
  items.reduce((sum, item) => sum + size(item), INT);
const acls = (acl: readonly Acl[] | null): number =>
  vector(acl ?? [], ({ scheme, id }) => INT + text(scheme) + text(id));

function bodySize(request: ClientRequest): number {
  switch (request.op) {
    case 'create':
    case 'delete':
    case 'setData':
    case 'check':
      return partSize(request);
    case 'setACL':
      return text(request.path) + acls(request.acl) + INT;
    case 'multi':
      return request.ops.reduce((sum, op) => sum + MULTI_HEADER + partSize(op), MULTI_HEADER);
    case 'multiRead':
      return request.ops.reduce(
        (sum, { path }) => sum + MULTI_HEADER + text(path) + BOOLEAN,
        MULTI_HEADER,
      );
    case 'exists':
    case 'getData':
    case 'getChildren':
    case 'getChildren2':
      return text(request.path) + BOOLEAN;
    case 'getACL':
    case 'sync':
    case 'getEphemerals':
    case 'getAllChildrenNumber':
      return text(request.path);
    case 'addWatch':
    case 'checkWatches':
    case 'removeWatches':
      return text(request.path) + INT;
    case 'setWatches': {
      const { data, exist, child, persistent, persistentRecursive } = request;
      const lists = [data, exist, child];
      // SetWatches2 is for who has persistent ones.
      if (persistent.length + persistentRecursive.length > 0) {
        lists.push(persistent, persistentRecursive);
      }
      return lists.reduce((sum, paths) => sum + vector(paths, text), LONG);
    }
    case 'auth':
      return INT + text(request.scheme) + buffer(request.auth);
    case 'reconfig':
      return text(request.joining) + text(request.leaving) + text(request.members) + LONG;
    case 'whoAmI':
    case 'ping':
    case 'closeSession':
      return 0;
  }
}

function partSize(op: MultiOp): number {
  switch (op.op) {
    case 'create': {
      const ttl = op.mode.endsWith('TTL') ? LONG : 0;
      return text(op.path) + buffer(op.data) + acls(op.acl) + INT + ttl;
    }
    case 'delete':
    case 'check':
      return text(op.path) + INT;
    case 'setData':
      return text(op.path) + buffer(op.data) + INT;
  }
}
