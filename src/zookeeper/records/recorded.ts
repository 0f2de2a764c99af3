/** Operations of a client, and what came of them, as recordings of a real server write them. */
import { zxidHex } from '../../view/zxid.ts';
import type { WriteRequest } from '../prep/prepare.ts';
import type { ReadRequest } from '../final/read.ts';
import { PERMS } from './acl.ts';
import type { Acl } from './acl.ts';
import { CODES } from './codes.ts';
import type { Code } from './codes.ts';
import type { CreateMode, MultiOp, WatcherType } from './requests.ts';
import type { OpResult, ReplyBody } from './replies.ts';
import type { Stat } from './stat.ts';
import { textOf, utf8Of } from './utf8.ts';

export interface RecordedAcl {
  readonly scheme: string;
  readonly id: string;
  readonly perms: string;
}

export interface RecordedArgs {
  readonly path?: string;
  readonly data?: string | null;
  readonly mode?: string;
  readonly version?: number;
  readonly acl?: readonly RecordedAcl[];
  readonly ops?: readonly { readonly op: string; readonly args: RecordedArgs }[];
  readonly watch?: string | boolean;
  readonly type?: string;
  readonly scheme?: string;
  readonly auth?: string;
}

const LETTERS: readonly (readonly [string, number])[] = [
  ['c', PERMS.CREATE],
  ['d', PERMS.DELETE],
  ['r', PERMS.READ],
  ['w', PERMS.WRITE],
  ['a', PERMS.ADMIN],
];

const aclOf = (acl: readonly RecordedAcl[] | undefined): readonly Acl[] =>
  acl?.map(({ scheme, id, perms }) => ({
    scheme,
    id,
    perms: LETTERS.reduce((sum, [letter, bit]) => sum + (perms.includes(letter) ? bit : 0), 0),
  })) ?? [{ scheme: 'world', id: 'anyone', perms: PERMS.ALL }];

const dataOf = ({ data }: RecordedArgs, missing: string | null): string | null =>
  data === undefined ? missing : data === null ? null : utf8Of(data);

function partOf(op: string, args: RecordedArgs, inMulti: boolean): MultiOp {
  const { path = '', version = -1 } = args;
  switch (op) {
    case 'create':
      return {
        op: 'create',
        path,
        data: dataOf(args, null),
        acl: aclOf(args.acl),
        mode: (args.mode ?? 'PERSISTENT') as CreateMode,
        withStat: !inMulti,
      };
    case 'delete':
      return { op: 'delete', path, version };
    case 'set':
      return { op: 'setData', path, data: dataOf(args, null), version };
    case 'check':
      return { op: 'check', path, version };
    default:
      throw new Error(`no such operation: ${op}`);
  }
}

/** A recorded operation as a request. */
export function requestOf(op: string, args: RecordedArgs): ReadRequest | WriteRequest {
  const { path = '/', version = -1 } = args;
  const watch = args.watch !== undefined && args.watch !== false;
  switch (op) {
    case 'exists':
      return { op, path, watch };
    case 'get':
      return { op: 'getData', path, watch };
    case 'children':
      return { op: 'getChildren2', path, watch };
    case 'getAcl':
      return { op: 'getACL', path };
    case 'setAcl':
      return { op: 'setACL', path, acl: aclOf(args.acl), version };
    case 'sync':
      return { op, path };
    case 'ephemerals':
      return { op: 'getEphemerals', path };
    case 'multi':
      return { op, ops: (args.ops ?? []).map((part) => partOf(part.op, part.args, true)) };
    case 'addWatch': {
      const recursive = args.mode !== 'PERSISTENT';
      return { op, path, mode: recursive ? 'PERSISTENT_RECURSIVE' : 'PERSISTENT' };
    }
    case 'removeWatches':
      return { op: 'checkWatches', path, type: (args.type ?? 'Any') as WatcherType };
    case 'removeAllWatches':
      return { op: 'removeWatches', path, type: (args.type ?? 'Any') as WatcherType };
    case 'close':
      return { op: 'closeSession' };
    default:
      return partOf(op, args, false);
  }
}

/** `NoNode` as recordings write it. */
export const recordedCode = (code: Code): { error: string; code: number } => ({
  error: code.toUpperCase(),
  code: CODES[code],
});

/** The sessions of clients by the clients' names. */
export type Names = ReadonlyMap<string, { readonly session: string }>;

/** A stat as recordings show it: owners by the names of the clients, no times. */
export function recordedStat(stat: Stat, names: Names): Record<string, unknown> {
  const { czxid, mzxid, pzxid, version, cversion, aversion } = stat;
  const { ephemeralOwner, dataLength, numChildren } = stat;
  const owner = [...names].find(([, { session }]) => session === ephemeralOwner)?.[0];
  return {
    czxid: zxidHex(czxid),
    mzxid: zxidHex(mzxid),
    pzxid: zxidHex(pzxid),
    version,
    cversion,
    aversion,
    ephemeralOwner: ephemeralOwner === '0x0' ? 'none' : (owner ?? 'other'),
    dataLength,
    numChildren,
  };
}

const letters = (perms: number): string =>
  LETTERS.filter(([, bit]) => (perms & bit) !== 0)
    .map(([letter]) => letter)
    .join('');

/** A reply as recordings show it. */
export function recordedResult(
  request: ReadRequest | WriteRequest,
  err: Code,
  body: ReplyBody,
  names: Names,
): Record<string, unknown> {
  if (err !== 'OK') {
    if (request.op === 'exists' && err === 'NoNode') return { stat: null };
    const path = 'path' in request && request.op !== 'sync' ? { path: request.path } : {};
    return { ...recordedCode(err), ...path };
  }
  const stat = (of: Stat): { stat: Record<string, unknown> } => ({ stat: recordedStat(of, names) });
  switch (body.kind) {
    case 'path':
      return { path: body.path, ...(body.stat === null ? {} : stat(body.stat)) };
    case 'stat':
      return stat(body.stat);
    case 'data':
      return { data: body.data === null ? null : textOf(body.data), ...stat(body.stat) };
    case 'children':
      // Whoever recorded them has sorted what comes out of hash sets.
      return { children: body.children.toSorted(), ...(body.stat === null ? {} : stat(body.stat)) };
    case 'acl':
      return {
        acl: body.acl.map(({ scheme, id, perms }) => ({ scheme, id, perms: letters(perms) })),
        aversion: body.stat.aversion,
      };
    case 'paths':
      return { paths: body.paths.toSorted() };
    case 'multi': {
      const failed = body.results.find((part) => part.op === 'error' && part.code !== 'OK');
      const error = failed?.op === 'error' ? recordedCode(failed.code) : {};
      return { ...error, results: body.results.map((part) => recordedPart(part, names)) };
    }
    case 'none':
    case 'count':
    case 'ids':
      return {};
  }
}

function recordedPart(part: OpResult, names: Names): Record<string, unknown> {
  switch (part.op) {
    case 'create':
      return { op: 'create', path: part.path };
    case 'setData':
      return { op: 'set', stat: recordedStat(part.stat, names) };
    case 'error':
      return { op: 'error', ...recordedCode(part.code) };
    case 'delete':
    case 'check':
      return { op: part.op };
    case 'getData':
    case 'getChildren':
      throw new Error('not recorded');
  }
}
