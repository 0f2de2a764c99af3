/** How long a request is on the wire, in bytes [zookeeper.proto, jute]. */
import type { Acl } from './acl.ts';
import type { ClientRequest, MultiOp } from './requests.ts';
import type { Bytes } from './values.ts';

/** xid and type. */
const HEADER = 8;

/** Without the four bytes of the frame's own length: what `jute.maxbuffer` limits. */
export const frameSize = (request: ClientRequest): number => HEADER + bodySize(request);

function bodySize(request: ClientRequest): number {
  switch (request.op) {
    case 'create':
    case 'delete':
    case 'setData':
    case 'check':
      return opSize(request);
    case 'setACL':
      return text(request.path) + acls(request.acl) + 4;
    case 'multi':
      return request.ops.reduce((sum, op) => sum + 9 + opSize(op), 9);
    case 'multiRead':
      return request.ops.reduce((sum, { path }) => sum + 10 + text(path), 9);
    case 'exists':
    case 'getData':
    case 'getChildren':
    case 'getChildren2':
      return text(request.path) + 1;
    case 'getACL':
    case 'sync':
    case 'getEphemerals':
    case 'getAllChildrenNumber':
      return text(request.path);
    case 'addWatch':
    case 'checkWatches':
    case 'removeWatches':
      return text(request.path) + 4;
    case 'setWatches': {
      const { data, exist, child, persistent, persistentRecursive } = request;
      const all = [data, exist, child, persistent, persistentRecursive];
      return all.reduce((sum, paths) => sum + 4 + sumOf(paths), 8);
    }
    case 'auth':
      return 4 + text(request.scheme) + buffer(request.auth);
    case 'reconfig':
      return [request.joining, request.leaving, request.members].reduce(
        (sum, each) => sum + (each === null ? 4 : text(each)),
        8,
      );
    case 'whoAmI':
    case 'ping':
    case 'closeSession':
      return 0;
  }
}

function opSize(op: MultiOp): number {
  switch (op.op) {
    case 'create':
      return text(op.path) + buffer(op.data) + acls(op.acl) + 4 + (op.ttl === undefined ? 0 : 8);
    case 'setData':
      return text(op.path) + buffer(op.data) + 4;
    case 'delete':
    case 'check':
      return text(op.path) + 4;
  }
}

const buffer = (bytes: Bytes | null): number => 4 + (bytes === null ? 0 : bytes.length);

/** A string with its length, in UTF-8. */
function text(value: string): number {
  let bytes = 4;
  for (const character of value) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

const sumOf = (paths: readonly string[]): number =>
  paths.reduce((sum, each) => sum + text(each), 0);

const acls = (acl: readonly Acl[] | null): number =>
  (acl ?? []).reduce((sum, { scheme, id }) => sum + 4 + text(scheme) + text(id), 4);
