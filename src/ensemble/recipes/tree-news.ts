/** What a transaction means that a server has applied: who holds what now, who is told of it. */
import { append, at, put } from '../../kernel/pages.ts';
import { compareZxid, sameZxid } from '../../protocols/election/zxid.ts';
import { shortName } from '../../clients/recipes/names.ts';
import type { Pid } from '../../view/time.ts';
import { zxidText } from '../../view/zxid.ts';
import type { Zxid } from '../../view/zxid.ts';
import type { TxnBody } from '../../zookeeper/records/txns.ts';
import { nameOf, parentOf } from '../../zookeeper/records/paths.ts';
import type { Done } from '../../zookeeper/server/done.ts';
import type { Server } from '../../zookeeper/server/server.ts';
import { cnxnOf } from '../../zookeeper/server/server.ts';
import { childNames, nodeAt } from '../../zookeeper/tree/data-tree.ts';
import type { DataTree } from '../../zookeeper/tree/data-tree.ts';
import { statOf } from '../../zookeeper/tree/node.ts';
import { NO_SESSION } from '../../zookeeper/records/values.ts';
import type { SessionId } from '../../zookeeper/records/values.ts';
import { woke } from './beliefs.ts';
import type { Draft } from './draft.ts';
import type { Released } from './ghost.ts';
import { heldIn, ownerAt, touches } from './holding.ts';
import type { Held } from './holding.ts';

type Finished = Done & { readonly kind: 'finished' };

/** @param before the server's tree before the step */
export function treeNews(draft: Draft, before: DataTree, is: Server, done: Finished): void {
  const { txn } = done.job;
  if (txn === null) return;
  if (compareZxid(txn.zxid, draft.ghost.zxid) > 0) {
    for (const body of partsOf(txn.body)) changed(draft, before, body, txn.session);
    draft.set({ tree: is.tree, zxid: txn.zxid });
    for (const body of partsOf(txn.body)) noteChange(draft, body);
    if (touched(draft, txn.body)) rehold(draft);
  }
  released(draft, before, is, done, txn.zxid, txn.body);
}

/**
 * A tree that came otherwise than by transactions applied one by one: from its log at a start, or from its
 * leader. What of a log no quorum has may be cut off again, until its server takes part.
 */
export function adopt(draft: Draft, is: Server): void {
  const { tree, peer } = is;
  if (peer !== null && peer.phase !== 'BROADCAST') return;
  if (compareZxid(tree.lastZxid, draft.ghost.zxid) <= 0) return;
  const before = draft.ghost.tree;
  draft.set({ tree, zxid: tree.lastZxid });
  for (const path of draft.ghost.changedAt.keys())
    if (stampOf(before, path) !== stampOf(tree, path)) draft.changes(path);
  rehold(draft);
  for (const barrier of draft.config.barriers) {
    const node = nodeAt(tree, barrier);
    const come = node === undefined ? [] : childNames(node).filter((name) => name.startsWith('p-'));
    const names = new Set([...(draft.ghost.entered.get(barrier) ?? []), ...come]);
    draft.set({ entered: new Map(draft.ghost.entered).set(barrier, names) });
  }
}

/** Another one when the node is, its data, or who is below it; null: there is no such node. */
function stampOf(tree: DataTree, path: string): string | null {
  const node = nodeAt(tree, path);
  return node === undefined ? null : [node.czxid, node.mzxid, node.pzxid].map(zxidText).join(' ');
}

const partsOf = (body: TxnBody): readonly TxnBody[] => (body.type === 'multi' ? body.txns : [body]);

const pathsOf = (body: TxnBody): readonly string[] => {
  if (body.type === 'multi') return body.txns.flatMap(pathsOf);
  if (body.type === 'closeSession') return body.paths;
  return 'path' in body ? [body.path] : [];
};

/** A check says a path, and changes nothing there. */
const changedIn = (body: TxnBody): readonly string[] =>
  body.type === 'check' ? [] : pathsOf(body);

const touched = ({ config }: Draft, body: TxnBody): boolean =>
  pathsOf(body).some((path) => touches(config.holdings, path));

/** What somebody does to a node of which recipes make promises. */
function changed(draft: Draft, tree: DataTree, body: TxnBody, session: SessionId): void {
  if (body.type === 'delete') ownKey(draft, tree, body.path, session);
}

/** Nobody takes away what another one holds. */
function ownKey(draft: Draft, tree: DataTree, path: string, session: SessionId): void {
  const { holdings } = draft.config;
  if (!holdings.some((each) => each.path === (each.rule === 'node' ? path : parentOf(path))))
    return;
  const node = nodeAt(tree, path);
  const owner = node === undefined ? NO_SESSION : statOf(node).ephemeralOwner;
  if (owner === NO_SESSION || owner === session) return;
  const [who, whose] = [session, owner].map((id) => nameOfOwner(draft, id));
  draft.wrong('R-OwnKey', `${who} deletes ${path}, which is ${whose}’s`);
}

const nameOfOwner = (draft: Draft, session: SessionId): string => {
  const pid = draft.owners.get(session);
  return pid === undefined ? session : draft.name(pid);
};

function noteChange(draft: Draft, body: TxnBody): void {
  const { ghost, config } = draft;
  for (const path of changedIn(body)) {
    draft.changes(path);
    if (body.type !== 'setData') draft.changes(parentOf(path));
    const barrier = parentOf(path);
    const name = nameOf(path);
    if ('ephemeral' in body && config.barriers.has(barrier) && name.startsWith('p-')) {
      const names = new Set(ghost.entered.get(barrier)).add(name);
      draft.set({ entered: new Map(draft.ghost.entered).set(barrier, names) });
    }
  }
}

/** Who holds what is another matter now. */
function rehold(draft: Draft): void {
  const { tree, held } = draft.ghost;
  const outside = held.filter(({ node }) => !node.startsWith('/'));
  hold(draft, [...heldIn(tree, draft.config.holdings, draft.owners), ...outside]);
}

/** Who holds what at processes outside. */
export function reholdOutside(draft: Draft, outside: readonly Held[]): void {
  const { held } = draft.ghost;
  hold(draft, [...held.filter(({ node }) => node.startsWith('/')), ...outside]);
}

function hold(draft: Draft, held: readonly Held[]): void {
  const before = draft.ghost.held;
  const has = (all: readonly Held[], one: Held): boolean =>
    all.some(
      ({ owner, what, node }) => owner === one.owner && what === one.what && node === one.node,
    );
  for (const one of before) if (!has(held, one)) draft.ends(one.owner, 'holds', one.what);
  for (const one of held) if (!has(before, one)) draft.begins(one.owner, 'holds', one.what);
  draft.set({ held });
}

/** Nodes of clients that are gone with this, as this server's tree had them. */
function goneIn(draft: Draft, tree: DataTree, body: TxnBody): readonly (readonly [string, Pid])[] {
  const gone = partsOf(body).flatMap((each) => {
    if (each.type === 'delete') return [each.path];
    return each.type === 'closeSession' ? each.paths : [];
  });
  return gone.flatMap((path) => {
    const owner = ownerAt(tree, path, draft.owners);
    return owner === undefined ? [] : [[path, owner] as const];
  });
}

/** How far back the same transaction may have been applied by another server first. */
const REACH = 16;

function released(
  draft: Draft,
  before: DataTree,
  is: Server,
  { fired }: Finished,
  zxid: Zxid,
  body: TxnBody,
): void {
  const gone = goneIn(draft, before, body);
  const [first] = gone;
  if (first === undefined) return;
  const told = new Set(fired.flatMap(({ connection }) => cnxnOf(is, connection)?.peer ?? []));
  const place = placeOf(draft, zxid);
  const known = at(draft.ghost.releases, place);
  const [path, by] = first;
  const node = nodeAt(before, path);
  const release: Released = known ?? {
    at: draft.now,
    by,
    node: shortName(path),
    woken: 0,
    forNothing: 0,
    path,
    czxid: node === undefined ? zxid : statOf(node).czxid,
    zxid,
  };
  const { releases } = draft.ghost;
  const next = { ...release, woken: release.woken + told.size };
  draft.set({ releases: known === null ? append(releases, next) : put(releases, place, next) });
  const number = known === null ? releases.length : place;
  for (const pid of told) draft.move(pid, { wokenBy: number, wake: 'woken' });
  // Who gave up waiting has left its watch behind: it is told, and does not wake.
  const paths = new Set([...gone.map(([each]) => each), ...fired.map(({ event }) => event.path)]);
  const all = [...draft.ghost.clients].flatMap(([pid, { wokenBy, waits }]) =>
    wokenBy === number && waits !== null && paths.has(waits.path) ? [pid] : [],
  );
  woke(draft, all, gone.length, shortName(path));
}

function placeOf({ ghost }: Draft, zxid: Zxid): number {
  const { releases } = ghost;
  for (let place = releases.length - 1; place >= 0 && place >= releases.length - REACH; place--) {
    const found = at(releases, place);
    if (found !== null && sameZxid(found.zxid, zxid)) return place;
  }
  return -1;
}
