/**
 * The methods of the Java client that programs use [org.apache.zookeeper.ZooKeeper]: each checks its
 * path before anything is sent, puts the chroot before it, and throws what came back as an error.
 * @throws IllegalArgument, KeeperFailure (every method)
 */
import { pathProblem } from '../zookeeper/records/paths.ts';
import type { Acl } from '../zookeeper/records/acl.ts';
import type { ReplyBody } from '../zookeeper/records/replies.ts';
import type { CreateMode, MultiOp } from '../zookeeper/records/requests.ts';
import type { Stat } from '../zookeeper/records/stat.ts';
import type { Bytes } from '../zookeeper/records/values.ts';
import type { CallResult, UserRequest } from './calls.ts';
import { resultOf, submit } from './steps.ts';
import type { Steps, Ticket } from './steps.ts';
import { IllegalArgument, KeeperFailure } from './api-failures.ts';

/** Whether to watch; who is told then, if not the default watcher. */
export type Watch = boolean | string;

/** Where a handle's paths begin: `/app` for `host:2181/app`, else ''. */
export type Chroot = string;

/** @throws IllegalArgument */
export function mustBePath(path: string, sequential = false): void {
  const problem = pathProblem(path, sequential);
  if (problem !== null) throw new IllegalArgument(problem);
}

/** [ZooKeeper.prependChroot] */
export const onServer = (chroot: Chroot, path: string): string =>
  chroot === '' ? path : path === '/' ? chroot : chroot + path;

/** The path as this client sees it. */
export const seenBy = (chroot: Chroot, path: string): string =>
  chroot === '' || !path.startsWith(chroot) ? path : path.slice(chroot.length) || '/';

type Kind = ReplyBody['kind'];
type BodyOf<K extends Kind> = Extract<ReplyBody, { readonly kind: K }>;

/** One request and its reply, of the kind that such a request has when it succeeds. */
function* ask<K extends Kind>(
  kind: K,
  request: UserRequest,
  path: string | null,
  watch: Watch = false,
): Steps<BodyOf<K>> {
  const watcher = typeof watch === 'string' ? { watcher: watch } : {};
  const ticket = yield* submit({ kind: 'request', request, ...watcher });
  const { err, body } = yield* resultOf(ticket);
  if (err !== 'OK') throw new KeeperFailure(err, path);
  if (body.kind !== kind) throw new Error(`a reply to ${request.op} holds ${body.kind}`);
  return body as BodyOf<K>;
}

export interface Creation {
  readonly path: string;
  readonly data: Bytes | null;
  readonly acl: readonly Acl[];
  readonly mode: CreateMode;
  /** ms; for the TTL modes. */
  readonly ttl?: number;
}

/** @returns the path of the new node, with the number that was put behind it */
export function* create(chroot: Chroot, { path, ...rest }: Creation): Steps<string> {
  mustBePath(path, rest.mode.includes('SEQUENTIAL'));
  mustBeAcl(rest.acl);
  const request = { op: 'create', path: onServer(chroot, path), ...rest } as const;
  const reply = yield* ask('path', request, path);
  // Of the chroot itself nothing is left.
  return reply.path.slice(chroot.length);
}

/** The root is never deleted, and so `/` means the server's own [ZooKeeper.delete]. */
export function* remove(chroot: Chroot, path: string, version: number): Steps {
  mustBePath(path);
  const where = path === '/' ? path : onServer(chroot, path);
  yield* ask('none', { op: 'delete', path: where, version }, path);
}

export interface Datum {
  readonly data: Bytes | null;
  readonly stat: Stat;
}

export function* getData(chroot: Chroot, path: string, watch: Watch = false): Steps<Datum> {
  mustBePath(path);
  const request = { op: 'getData', path: onServer(chroot, path), watch: watch !== false } as const;
  return yield* ask('data', request, path, watch);
}

/** The ensemble's own node, which no chroot moves. */
export function* getConfig(watch: boolean): Steps<Datum> {
  const path = '/zookeeper/config';
  return yield* ask('data', { op: 'getData', path, watch }, path);
}

export function* setData(chroot: Chroot, path: string, data: Bytes, version: number): Steps<Stat> {
  mustBePath(path);
  const request = { op: 'setData', path: onServer(chroot, path), data, version } as const;
  return (yield* ask('stat', request, path)).stat;
}

/** @returns null when there is no such node */
export function* exists(chroot: Chroot, path: string, watch: Watch = false): Steps<Stat | null> {
  mustBePath(path);
  const request = { op: 'exists', path: onServer(chroot, path), watch: watch !== false } as const;
  try {
    return (yield* ask('stat', request, path, watch)).stat;
  } catch (error) {
    if (error instanceof KeeperFailure && error.code === 'NoNode') return null;
    throw error;
  }
}

export interface Children {
  /** In the order in which the server has them. */
  readonly children: readonly string[];
  readonly stat: Stat | null;
}

export function* getChildren(chroot: Chroot, path: string, watch: Watch = false): Steps<Children> {
  mustBePath(path);
  const where = onServer(chroot, path);
  const request = { op: 'getChildren2', path: where, watch: watch !== false } as const;
  return yield* ask('children', request, path, watch);
}

/** Their names alone, which is another request. */
export function* namesOfChildren(chroot: Chroot, path: string): Steps<readonly string[]> {
  mustBePath(path);
  const request = { op: 'getChildren', path: onServer(chroot, path), watch: false } as const;
  return (yield* ask('children', request, path)).children;
}

export function* getAcl(
  chroot: Chroot,
  path: string,
): Steps<{ readonly acl: readonly Acl[]; readonly stat: Stat }> {
  mustBePath(path);
  return yield* ask('acl', { op: 'getACL', path: onServer(chroot, path) }, path);
}

export function* setAcl(
  chroot: Chroot,
  path: string,
  acl: readonly Acl[],
  version: number,
): Steps<Stat> {
  mustBePath(path);
  mustBeAcl(acl);
  const request = { op: 'setACL', path: onServer(chroot, path), acl, version } as const;
  return (yield* ask('stat', request, path)).stat;
}

export function* getAllChildrenNumber(chroot: Chroot, path: string): Steps<number> {
  mustBePath(path);
  const request = { op: 'getAllChildrenNumber', path: onServer(chroot, path) } as const;
  return (yield* ask('count', request, path)).count;
}

/** Of this session; the prefix is one of paths on the server, whatever the chroot. */
export function* getEphemerals(prefix: string): Steps<readonly string[]> {
  mustBePath(prefix);
  return (yield* ask('paths', { op: 'getEphemerals', path: prefix }, null)).paths;
}

/** Whoever calls it looks at the result itself. */
export function* sync(chroot: Chroot, path: string): Steps<CallResult> {
  mustBePath(path);
  const request = { op: 'sync', path: onServer(chroot, path) } as const;
  return yield* resultOf(yield* submit({ kind: 'request', request }));
}

export function* addWatch(
  chroot: Chroot,
  path: string,
  mode: 'PERSISTENT' | 'PERSISTENT_RECURSIVE',
): Steps {
  mustBePath(path);
  yield* ask('none', { op: 'addWatch', path: onServer(chroot, path), mode }, path);
}

export function* removeAllWatches(
  chroot: Chroot,
  path: string,
  type: 'Children' | 'Data' | 'Any',
  local: boolean,
): Steps {
  mustBePath(path);
  const where = onServer(chroot, path);
  const call = { kind: 'removeWatches', path: where, type, watcher: null, local } as const;
  const { err } = yield* resultOf(yield* submit(call));
  if (err !== 'OK') throw new KeeperFailure(err, path);
}

/** Without waiting for its result. */
export function* submitMulti(chroot: Chroot, ops: readonly MultiOp[]): Steps<Ticket> {
  const moved = ops.map((op) => ({ ...op, path: onServer(chroot, op.path) }));
  return yield* submit({ kind: 'request', request: { op: 'multi', ops: moved } });
}

/** @returns the new configuration, as the text of `/zookeeper/config` */
export function* reconfigure(
  joining: string | null,
  leaving: string | null,
  members: string | null,
  version: number,
): Steps<Datum> {
  // Its exceptions have a path, an empty one [ZooKeeperAdmin.reconfigure].
  return yield* ask('data', { op: 'reconfig', joining, leaving, members, version }, '');
}

/** An empty list never leaves the client, and its exception has no path [ZooKeeper.validateACL]. */
function mustBeAcl(acl: readonly Acl[]): void {
  if (acl.length === 0) throw new KeeperFailure('InvalidACL', null);
}
