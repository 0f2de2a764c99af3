/** What clients were told in a run, and what servers had then: to be judged when it is over. */
import type { CallResult, WatchedEvent } from '../../../clients/calls.ts';
import type { Client, News, Packet } from '../../../clients/client.ts';
import { clientIn, doneIn, newsIn, serverIn } from '../../../ensemble/member.ts';
import type { Member } from '../../../ensemble/member.ts';
import type { Ghost } from '../../../ensemble/ghost.ts';
import type { QuorumGhost } from '../../../ensemble/quorum-ghost.ts';
import { at } from '../../../kernel/pages.ts';
import { compareZxid, ZERO } from '../../../protocols/election/zxid.ts';
import type { AnyWorld } from '../../../scenarios/protocol.ts';
import type { Pid } from '../../../view/time.ts';
import type { Zxid } from '../../../view/zxid.ts';
import type { ClientRequest } from '../../../zookeeper/records/requests.ts';
import type { Txn } from '../../../zookeeper/records/txns.ts';
import { NO_SESSION } from '../../../zookeeper/records/values.ts';
import type { Bytes, SessionId } from '../../../zookeeper/records/values.ts';
import { indexOf, logLength, newestSnapshot, txnAt } from '../../../zookeeper/server/disk.ts';
import type { Disk } from '../../../zookeeper/server/disk.ts';
import type { Done } from '../../../zookeeper/server/done.ts';
import type { Server } from '../../../zookeeper/server/server.ts';
import { ephemeralsOf, isSpecialPath } from '../../../zookeeper/tree/data-tree.ts';
import type { DataTree } from '../../../zookeeper/tree/data-tree.ts';
import type { DataNode } from '../../../zookeeper/tree/node.ts';
import { get, keysOf } from '../../../zookeeper/tree/sorted-map.ts';

interface Heard {
  readonly step: number;
  readonly client: Pid;
  readonly session: SessionId;
  /** The kernel's number of the connection. */
  readonly connection: number;
}

/** A reply that reached its client. */
export interface Reply extends Heard {
  readonly kind: 'reply';
  readonly request: ClientRequest;
  readonly xid: number;
  readonly result: CallResult;
  /** The newest write that anybody was told to be done, when this request was sent. */
  readonly floor: Zxid;
  /** Told by a server without a leader: what it has logged, committed or not. */
  readonly readOnly: boolean;
}

export interface HeardEvent extends Heard {
  readonly kind: 'event';
  readonly event: WatchedEvent;
}

/** The ephemeral nodes of a server, as `session path`, sorted. */
export interface Ephemerals {
  readonly step: number;
  readonly server: Pid;
  /** Of its tree. */
  readonly zxid: Zxid;
  readonly nodes: readonly string[];
}

/** A node that stood there before the first transaction; who may read it is everybody. */
export interface FirstNode {
  readonly path: string;
  readonly data: Bytes | null;
  readonly version: number;
  readonly czxid: Zxid;
  readonly mzxid: Zxid;
}

export interface History {
  /** Parents first. */
  readonly first: readonly FirstNode[];
  /** In the order in which it was heard. */
  readonly heard: readonly (Reply | HeardEvent)[];
  readonly ephemerals: readonly Ephemerals[];
  /** Every transaction that took effect, in the one order that there is. */
  readonly txns: readonly Txn[];
}

/** A promise that was not kept. */
export interface Fault {
  readonly invariant: string;
  readonly step: number;
  /** In plain English. */
  readonly text: string;
}

const WRITES: ReadonlySet<string> = new Set(['create', 'delete', 'setData', 'setACL', 'multi']);

export const isWrite = ({ op }: ClientRequest): boolean => WRITES.has(op);

export const ephemeralsIn = (tree: DataTree): string[] =>
  keysOf(tree.ephemerals)
    .flatMap((session) => ephemeralsOf(tree, session).map((path) => `${session} ${path}`))
    .toSorted();

/** What the servers' disks held at the beginning, the nodes that every tree has left out. */
function firstNodes(world: AnyWorld): FirstNode[] {
  const server = world.processes.find(({ s }) => serverIn(s as Member | null) !== null);
  const disk = server === undefined ? null : (world.model.initialDisk(server.pid) as Disk);
  const snapshot = disk === null ? null : newestSnapshot(disk);
  if (snapshot === null) return [];
  const nodes: FirstNode[] = [];
  const walk = (path: string, node: DataNode): void => {
    for (const name of keysOf(node.children)) {
      const child = get(node.children, name);
      const below = `${path}/${name}`;
      if (child === undefined || isSpecialPath(below)) continue;
      const { data, version, czxid, mzxid } = child;
      nodes.push({ path: below, data, version, czxid, mzxid });
      walk(below, child);
    }
  };
  walk('', snapshot.tree.root);
  return nodes;
}

/** Watches a run and keeps its history. */
export class Historian {
  private readonly heard: (Reply | HeardEvent)[] = [];
  private readonly ephemerals: Ephemerals[] = [];
  /** The newest write that somebody was told to be done. */
  private done: Zxid = ZERO;
  private readonly floors = new Map<string, Zxid>();
  /** What a server that stands alone has applied. */
  private readonly applied: Txn[] = [];

  look(world: AnyWorld): void {
    if (world.did.length === 0) return;
    const s = world.current.s as Member | null;
    const client = clientIn(s);
    if (client !== null) {
      for (const news of newsIn(world)) this.news(world, client, news);
      return;
    }
    const server = serverIn(s);
    if (server === null) return;
    if (server.peer === null) this.apply(server, doneIn(world));
    const isEnd = doneIn(world).some(
      (done) => done.kind === 'finished' && done.job.txn?.body.type === 'closeSession',
    );
    if (isEnd) this.keep(world.step, server.pid, server.tree);
  }

  /** One by one, or, at its start, what was in its log already. */
  private apply({ disk, tree }: Server, done: readonly Done[]): void {
    for (const each of done)
      if (each.kind === 'finished' && each.job.txn !== null) this.applied.push(each.job.txn);
      else if (each.kind === 'loaded') {
        const last = this.applied.at(-1)?.zxid ?? ZERO;
        for (let index = indexOf(disk, last); index < logLength(disk); index++) {
          const txn = txnAt(disk, index);
          const isNews = txn !== null && compareZxid(txn.zxid, last) > 0;
          if (isNews && compareZxid(txn.zxid, tree.lastZxid) <= 0) this.applied.push(txn);
        }
      }
  }

  private keep(step: number, server: Pid, tree: DataTree): void {
    this.ephemerals.push({ step, server, zxid: tree.lastZxid, nodes: ephemeralsIn(tree) });
  }

  private news(world: AnyWorld, client: Client, news: News): void {
    const { life, pid } = world.current;
    const key = ({ call }: Packet): string => `${pid} ${life} ${call ?? ''}`;
    const heard = {
      step: world.step,
      client: pid,
      session: client.handle?.session ?? '',
      connection: client.connection,
    };
    switch (news.kind) {
      case 'sent':
        if (news.packet.call !== null) this.floors.set(key(news.packet), this.done);
        return;
      case 'event':
        this.heard.push({ ...heard, kind: 'event', event: news.event });
        return;
      case 'result': {
        const { packet, result } = news;
        const floor = this.floors.get(key(packet));
        this.floors.delete(key(packet));
        // Without a zxid nobody has replied; and a close ends its handle, which may be another one by now.
        if (floor === undefined || compareZxid(result.zxid, ZERO) === 0) return;
        if (heard.session === NO_SESSION || packet.request.op === 'closeSession') return;
        const { request, xid } = packet;
        const readOnly = client.handle?.state === 'CONNECTEDREADONLY';
        this.heard.push({ ...heard, kind: 'reply', request, xid, result, floor, readOnly });
        const isDone = isWrite(request) && result.err === 'OK';
        if (isDone && compareZxid(result.zxid, this.done) > 0) this.done = result.zxid;
        return;
      }
      case 'state':
      // What processes outside ZooKeeper say, and programs of themselves, is no history of its.
      case 'note':
      case 'asked':
      case 'replied':
    }
  }

  /** All of it, with what the servers that run have in the end. */
  history(world: AnyWorld): History {
    for (const { pid, s } of world.processes) {
      const server = serverIn(s as Member | null);
      if (server !== null) this.keep(world.step, pid, server.tree);
    }
    const { heard, ephemerals } = this;
    return { first: firstNodes(world), heard, ephemerals, txns: this.txns(world) };
  }

  private txns(world: AnyWorld): readonly Txn[] {
    const { delivered } = world.ghost as Ghost & Partial<QuorumGhost>;
    if (delivered === undefined) return this.applied;
    const txns = Array.from({ length: delivered.length }, (_, index) => at(delivered, index)?.txn);
    return txns.filter((txn) => txn !== undefined);
  }
}
