/**
 * What the tree was after each transaction, worked out from the transactions' bodies alone: plain maps,
 * and nothing of what a server uses for that.
 */
import { compareZxid } from '../../../protocols/election/zxid.ts';
import type { Zxid } from '../../../view/zxid.ts';
import type { Acl } from '../../../zookeeper/records/acl.ts';
import { PERMS } from '../../../zookeeper/records/acl.ts';
import type { Txn, TxnBody } from '../../../zookeeper/records/txns.ts';
import type { Bytes, SessionId } from '../../../zookeeper/records/values.ts';
import type { History } from './history.ts';

/** A node as one transaction left it; `data` undefined: nobody has written it. */
export interface PastNode {
  readonly data: Bytes | null | undefined;
  readonly version: number;
  readonly czxid: Zxid | null;
  readonly mzxid: Zxid | null;
  /** Null unless ephemeral. */
  readonly owner: SessionId | null;
  /** Whether anybody may read it: nobody is told of a change of what he may not read. */
  readonly open: boolean;
}

export type ChangeType = 'NodeCreated' | 'NodeDeleted' | 'NodeDataChanged' | 'NodeChildrenChanged';

/** Something that a watch on a path tells of. */
export interface PathChange {
  readonly zxid: Zxid;
  readonly type: ChangeType;
  /** Whether whoever watches must be told of it, whatever identities it has. */
  readonly open: boolean;
}

interface Version<T> {
  readonly zxid: Zxid;
  readonly value: T;
}

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/';
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const isOpen = (acl: readonly Acl[]): boolean =>
  acl.some(
    ({ scheme, id, perms }) => scheme === 'world' && id === 'anyone' && (perms & PERMS.READ) !== 0,
  );

const ROOTS = ['/', '/zookeeper', '/zookeeper/config', '/zookeeper/quota'];
const ORIGIN: Zxid = { epoch: 0, counter: 0 };

export class Past {
  private readonly nodes = new Map<string, Version<PastNode | null>[]>();
  private readonly children = new Map<string, Version<ReadonlySet<string>>[]>();
  private readonly owned: Version<ReadonlySet<string>>[] = [{ zxid: ORIGIN, value: new Set() }];
  private readonly changes = new Map<string, PathChange[]>();
  readonly txns: readonly Txn[];

  constructor({ first, txns }: Pick<History, 'first' | 'txns'>) {
    this.txns = txns;
    for (const path of ROOTS) {
      const value = {
        data: undefined,
        version: 0,
        czxid: null,
        mzxid: null,
        owner: null,
        open: true,
      };
      this.nodes.set(path, [{ zxid: ORIGIN, value }]);
      if (path !== '/') this.setChild(path, ORIGIN, true);
    }
    for (const { path, ...node } of first) {
      this.set(path, ORIGIN, { ...node, owner: null, open: true });
      this.setChild(path, ORIGIN, true);
    }
    for (const txn of txns) this.apply(txn, txn.body);
  }

  /** The transaction with this zxid. */
  txn(zxid: Zxid): Txn | null {
    let [low, high] = [0, this.txns.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const found = this.txns[middle] as Txn;
      const order = compareZxid(found.zxid, zxid);
      if (order === 0) return found;
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return null;
  }

  node(path: string, zxid: Zxid): PastNode | null {
    return newestBy(this.nodes.get(path) ?? [], zxid) ?? null;
  }

  childrenOf(path: string, zxid: Zxid): ReadonlySet<string> {
    return newestBy(this.children.get(path) ?? [], zxid) ?? new Set();
  }

  /** As `session path`. */
  ephemerals(zxid: Zxid): string[] {
    return [...(newestBy(this.owned, zxid) ?? [])].toSorted();
  }

  /** The first change of such a kind after a zxid; null: none. */
  firstChange(path: string, after: Zxid, types: ReadonlySet<ChangeType>): PathChange | null {
    const all = this.changes.get(path) ?? [];
    return all.find(({ zxid, type }) => types.has(type) && compareZxid(zxid, after) > 0) ?? null;
  }

  private apply(txn: Txn, body: TxnBody): void {
    const { zxid, session } = txn;
    switch (body.type) {
      case 'create':
      case 'create2':
      case 'createContainer':
      case 'createTTL': {
        const { path, data, ephemeral } = body;
        const owner = ephemeral ? session : null;
        const open = isOpen(body.acl);
        this.set(path, zxid, { data, version: 0, czxid: zxid, mzxid: zxid, owner, open });
        if (owner !== null) this.own(`${owner} ${path}`, zxid, true);
        this.setChild(path, zxid, true);
        this.note(path, zxid, 'NodeCreated');
        return;
      }
      case 'delete':
      case 'deleteContainer':
        this.remove(body.path, zxid);
        return;
      case 'setData': {
        const node = this.node(body.path, zxid);
        if (node === null) return;
        this.set(body.path, zxid, { ...node, data: body.data, version: body.version, mzxid: zxid });
        this.note(body.path, zxid, 'NodeDataChanged');
        return;
      }
      case 'closeSession':
        for (const each of this.ephemerals(zxid))
          if (each.startsWith(`${session} `)) this.remove(each.slice(session.length + 1), zxid);
        return;
      case 'multi':
        if (body.txns.some(({ type }) => type === 'error')) return;
        for (const part of body.txns) this.apply(txn, part);
        return;
      case 'setACL': {
        const node = this.node(body.path, zxid);
        if (node !== null) this.set(body.path, zxid, { ...node, open: isOpen(body.acl) });
        return;
      }
      case 'reconfig':
      case 'check':
      case 'createSession':
      case 'error':
    }
  }

  private remove(path: string, zxid: Zxid): void {
    const node = this.node(path, zxid);
    if (node === null) return;
    this.set(path, zxid, null);
    if (node.owner !== null) this.own(`${node.owner} ${path}`, zxid, false);
    this.setChild(path, zxid, false);
    this.note(path, zxid, 'NodeDeleted', node);
  }

  private set(path: string, zxid: Zxid, value: PastNode | null): void {
    const known = this.nodes.get(path) ?? [];
    known.push({ zxid, value });
    this.nodes.set(path, known);
  }

  private own(what: string, zxid: Zxid, is: boolean): void {
    const value = new Set(newestBy(this.owned, zxid));
    if (is) value.add(what);
    else value.delete(what);
    this.owned.push({ zxid, value });
  }

  private setChild(path: string, zxid: Zxid, is: boolean): void {
    const parent = parentOf(path);
    const value = new Set(this.childrenOf(parent, zxid));
    if (is) value.add(nameOf(path));
    else value.delete(nameOf(path));
    const known = this.children.get(parent) ?? [];
    known.push({ zxid, value });
    this.children.set(parent, known);
    this.note(parent, zxid, 'NodeChildrenChanged');
  }

  private note(path: string, zxid: Zxid, type: ChangeType, of = this.node(path, zxid)): void {
    const known = this.changes.get(path) ?? [];
    known.push({ zxid, type, open: of?.open === true });
    this.changes.set(path, known);
  }
}

/** What it was then: the newest that is not later. */
function newestBy<T>(versions: readonly Version<T>[], zxid: Zxid): T | undefined {
  return versions.findLast((each) => compareZxid(each.zxid, zxid) <= 0)?.value;
}
