/**
 * A plain, slow model of the tree, for tests: one mutable map of paths, one list of watches, written
 * from the documentation and the facts about 3.8, not from the code beside it. It does one request at
 * a time, so it knows of no outstanding changes.
 */
import type { Acl, Id } from '../records/acl.ts';
import type { Code } from '../records/codes.ts';
import type { CreateRequest, MultiOp } from '../records/requests.ts';

export interface PlainNode {
  data: string | null;
  acl: readonly Acl[];
  owner: string;
  czxid: number;
  mzxid: number;
  pzxid: number;
  ctime: number;
  mtime: number;
  version: number;
  aversion: number;
  creates: number;
  deletes: number;
}

export interface PlainWatch {
  readonly connection: number;
  readonly path: string;
  readonly table: 'data' | 'child';
  readonly mode: string;
}

/** Who asks, when. */
export interface Asking {
  readonly session: string;
  readonly ids: readonly Id[];
  readonly zxid: number;
  readonly time: number;
}

type Told = readonly [connection: number, text: string];

const OPEN: readonly Acl[] = [{ scheme: 'world', id: 'anyone', perms: 31 }];
const SPECIAL = ['/', '/zookeeper', '/zookeeper/quota', '/zookeeper/config'];

const blank = (aversion: number, acl = OPEN): PlainNode => ({
  data: '',
  acl,
  owner: '0x0',
  czxid: 0,
  mzxid: 0,
  pzxid: 0,
  ctime: 0,
  mtime: 0,
  version: 0,
  aversion,
  creates: 0,
  deletes: 0,
});

export const plainParent = (path: string): string =>
  path.lastIndexOf('/') === 0 ? '/' : path.slice(0, path.lastIndexOf('/'));

export class PlainTree {
  nodes = new Map<string, PlainNode>([
    ['/', blank(0)],
    ['/zookeeper', blank(0)],
    ['/zookeeper/quota', blank(0)],
    ['/zookeeper/config', blank(-1, [{ scheme: 'world', id: 'anyone', perms: 1 }])],
  ]);
  watches: PlainWatch[] = [];
  /** Ids of each connection, for what may be told. */
  readonly ids = new Map<number, readonly Id[]>();
  told: Told[] = [];

  children(path: string): string[] {
    return [...this.nodes.keys()]
      .filter((other) => other !== '/' && plainParent(other) === path)
      .map((other) => other.slice(other.lastIndexOf('/') + 1))
      .toSorted((a, b) => (a < b ? -1 : 1));
  }

  below(path: string): number {
    const prefix = path === '/' ? '/' : `${path}/`;
    return [...this.nodes.keys()].filter((other) => other !== '/' && other.startsWith(prefix))
      .length;
  }

  ephemerals(session: string): string[] {
    return [...this.nodes].filter(([, { owner }]) => owner === session).map(([path]) => path);
  }

  /** The cversion that a client sees: the four nodes of the server itself were never created. */
  cversion(path: string): number {
    const { creates, deletes } = this.get(path);
    if (path === '/') return creates + deletes - 1;
    return creates + deletes - (path === '/zookeeper' ? 2 : 0);
  }

  may(path: string, perm: number, ids: readonly Id[]): boolean {
    return this.get(path).acl.some(
      ({ scheme, id, perms }) =>
        (perms & perm) !== 0 &&
        (scheme === 'world' || ids.some((own) => own.scheme === scheme && own.id === id)),
    );
  }

  /** @returns its codes, one for each part; all or nothing. */
  multi(ops: readonly MultiOp[], asking: Asking): Code[] {
    const before = new Map([...this.nodes].map(([path, node]) => [path, { ...node }]));
    const told = this.told.length;
    const watches = this.watches;
    const codes: Code[] = [];
    for (const op of ops) {
      const failed = codes.some((code) => code !== 'OK');
      codes.push(failed ? 'RuntimeInconsistency' : this.write(op, asking));
    }
    if (codes.some((code) => code !== 'OK')) {
      this.nodes = before;
      this.told.length = told;
      this.watches = watches;
    }
    return codes;
  }

  write(op: MultiOp, asking: Asking): Code {
    switch (op.op) {
      case 'create':
        return this.create(op, asking);
      case 'delete':
        return this.delete(op.path, op.version, asking);
      case 'setData': {
        const node = this.nodes.get(op.path);
        if (node === undefined) return 'NoNode';
        if (!this.may(op.path, 2, asking.ids)) return 'NoAuth';
        if (op.version !== -1 && op.version !== node.version) return 'BadVersion';
        node.data = op.data;
        node.version++;
        node.mzxid = asking.zxid;
        node.mtime = asking.time;
        this.fire('data', 'NodeDataChanged', op.path, node.acl);
        return 'OK';
      }
      case 'check': {
        const node = this.nodes.get(op.path);
        if (node === undefined) return 'NoNode';
        if (!this.may(op.path, 1, asking.ids)) return 'NoAuth';
        return op.version === -1 || op.version === node.version ? 'OK' : 'BadVersion';
      }
    }
  }

  setAcl(path: string, acl: readonly Acl[], version: number, { ids }: Asking): Code {
    const node = this.nodes.get(path);
    if (node === undefined) return 'NoNode';
    if (!this.may(path, 16, ids)) return 'NoAuth';
    if (version !== -1 && version !== node.aversion) return 'BadVersion';
    node.acl = acl;
    node.aversion++;
    return 'OK';
  }

  /** The ephemerals in the order given: the server's own. */
  close(paths: readonly string[], asking: Asking): void {
    for (const path of paths) this.remove(path, asking);
  }

  watch({ connection, path, table, mode }: PlainWatch): void {
    this.watches = this.watches.filter(
      (other) => other.connection !== connection || other.path !== path || other.table !== table,
    );
    this.watches = [...this.watches, { connection, path, table, mode }];
  }

  private create(op: CreateRequest, { session, ids, zxid, time }: Asking): Code {
    const parent = this.nodes.get(plainParent(op.path));
    if (parent === undefined) return 'NoNode';
    if (!this.may(plainParent(op.path), 4, ids)) return 'NoAuth';
    let { path } = op;
    if (op.mode.includes('SEQUENTIAL')) path += String(parent.creates).padStart(10, '0');
    if (this.nodes.has(path)) return 'NodeExists';
    if (parent.owner.startsWith('0x') && parent.owner !== '0x0') return 'NoChildrenForEphemerals';
    const acl = op.acl ?? [];
    const owner =
      op.mode === 'CONTAINER' ? 'container' : op.mode.startsWith('EPH') ? session : '0x0';
    const stamp = { czxid: zxid, mzxid: zxid, pzxid: zxid, ctime: time, mtime: time };
    this.nodes.set(path, { ...blank(0, acl), data: op.data, owner, ...stamp });
    parent.creates++;
    parent.pzxid = zxid;
    this.fire('data', 'NodeCreated', path, acl);
    this.fire('child', 'NodeChildrenChanged', plainParent(path), parent.acl);
    return 'OK';
  }

  private delete(path: string, version: number, asking: Asking): Code {
    if (SPECIAL.includes(path)) return 'BadArguments';
    const parent = this.nodes.get(plainParent(path));
    if (parent === undefined) return 'NoNode';
    if (!this.may(plainParent(path), 8, asking.ids)) return 'NoAuth';
    const node = this.nodes.get(path);
    if (node === undefined) return 'NoNode';
    if (version !== -1 && version !== node.version) return 'BadVersion';
    if (this.children(path).length > 0) return 'NotEmpty';
    this.remove(path, asking);
    return 'OK';
  }

  private remove(path: string, { zxid }: Asking): void {
    const { acl } = this.get(path);
    const parent = this.get(plainParent(path));
    this.nodes.delete(path);
    parent.deletes++;
    parent.pzxid = zxid;
    const told = this.fire('data', 'NodeDeleted', path, acl);
    this.fire('child', 'NodeDeleted', path, acl, told);
    this.fire('child', 'NodeChildrenChanged', plainParent(path), parent.acl);
  }

  private fire(
    table: PlainWatch['table'],
    type: string,
    path: string,
    acl: readonly Acl[],
    skip: readonly number[] = [],
  ): number[] {
    const isBelow = (top: string): boolean =>
      top === path || top === '/' || path.startsWith(`${top}/`);
    const hit = this.watches.filter((watch) => {
      if (watch.table !== table) return false;
      if (watch.mode !== 'PERSISTENT_RECURSIVE') return watch.path === path;
      return type !== 'NodeChildrenChanged' && isBelow(watch.path);
    });
    this.watches = this.watches.filter(
      (watch) => watch.mode !== 'STANDARD' || !hit.includes(watch),
    );
    const connections = [...new Set(hit.map(({ connection }) => connection))];
    for (const connection of connections.toSorted((a, b) => a - b)) {
      const ids = this.ids.get(connection) ?? [];
      const seen = acl.some(
        (entry) =>
          (entry.perms & 1) !== 0 &&
          (entry.scheme === 'world' ||
            ids.some(({ scheme, id }) => scheme === entry.scheme && id === entry.id)),
      );
      if (seen && !skip.includes(connection)) this.told.push([connection, `${type} ${path}`]);
    }
    return connections;
  }

  private get(path: string): PlainNode {
    const node = this.nodes.get(path);
    if (node === undefined) throw new Error(`no ${path}`);
    return node;
  }
}
