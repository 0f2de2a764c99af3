/** All that happened to clients of recipes in a run, in its order: what the twin of the ghost works from. */
import type { News } from '../../../clients/client.ts';
import { clientIn, doneIn, newsIn, outsideIn, serverIn } from '../../../ensemble/member.ts';
import type { Member } from '../../../ensemble/member.ts';
import type { RecipesState } from '../../../ensemble/recipes/model.ts';
import { compareZxid, maxZxid, ZERO } from '../../../protocols/election/zxid.ts';
import type { OutsideData } from '../../../protocols/outside/data.ts';
import type { OutsideNews } from '../../../protocols/outside/outside.ts';
import type { AnyWorld } from '../../../scenarios/protocol.ts';
import type { Intervention } from '../../../view/intervention.ts';
import type { Micros, Pid } from '../../../view/time.ts';
import type { Zxid } from '../../../view/zxid.ts';
import type { SessionId } from '../../../zookeeper/records/values.ts';
import type { Server } from '../../../zookeeper/server/server.ts';
import { cnxnOf } from '../../../zookeeper/server/server.ts';

export type Entry = { readonly at: Micros } & (
  | {
      readonly kind: 'news';
      readonly pid: Pid;
      readonly session: SessionId;
      readonly news: News;
    }
  /** Its process is gone. */
  | { readonly kind: 'gone'; readonly pid: Pid }
  | { readonly kind: 'pause' | 'resume'; readonly pid: Pid }
  /** A server has applied a transaction, and told these of what they watch there. */
  | {
      readonly kind: 'finished';
      readonly zxid: Zxid;
      readonly told: readonly { readonly pid: Pid; readonly path: string }[];
    }
  /** The newest transaction that is in the tree of a server that takes part. */
  | { readonly kind: 'top'; readonly zxid: Zxid }
  /** What processes outside ZooKeeper have, by their names. */
  | { readonly kind: 'outside'; readonly data: ReadonlyMap<string, OutsideData> }
  | { readonly kind: 'outside-news'; readonly pid: Pid; readonly news: OutsideNews }
  /** What the ghost found wrong. */
  | { readonly kind: 'wrong'; readonly invariants: readonly string[] }
);

export class Chronicle {
  readonly entries: Entry[] = [];
  private readonly last = new Map<Pid, Member | null>();
  private top: Zxid = ZERO;
  private wrong: readonly unknown[] = [];

  /** Looks at a world after a step. */
  look(world: AnyWorld): void {
    const { pid } = world.current;
    const at = world.time;
    for (const process of world.processes) {
      const is = process.s as Member | null;
      const was = this.last.get(process.pid) ?? null;
      const acted = process.pid === pid && world.did.length > 0;
      if (is === was && !acted) continue;
      this.last.set(process.pid, is);
      this.changed(world, process.pid, was, is, acted);
    }
    const { wrong } = (world.ghost as RecipesState).recipes;
    if (wrong !== this.wrong && wrong.length > 0) {
      const invariants = wrong.map(({ invariant }) => invariant);
      this.entries.push({ at, kind: 'wrong', invariants });
    }
    this.wrong = wrong;
  }

  /** Looks at a world after something was done to it by hand. */
  did(world: AnyWorld, what: Intervention): void {
    if (what.kind === 'pause' || what.kind === 'resume')
      this.entries.push({ at: world.time, kind: what.kind, pid: what.pid });
    this.look(world);
  }

  private changed(
    world: AnyWorld,
    pid: Pid,
    was: Member | null,
    is: Member | null,
    acted: boolean,
  ): void {
    const at = world.time;
    const client = clientIn(is);
    if (client !== null && acted) {
      const session = client.handle?.session ?? '';
      for (const news of newsIn(world)) this.entries.push({ at, kind: 'news', pid, session, news });
    }
    if (clientIn(was) !== null && is === null) this.entries.push({ at, kind: 'gone', pid });
    const server = serverIn(is);
    if (server !== null) this.server(world, server, acted);
    if (outsideIn(is) === null && outsideIn(was) === null) return;
    if (outsideIn(is) !== null && acted)
      for (const news of world.did as readonly OutsideNews[])
        this.entries.push({ at, kind: 'outside-news', pid, news });
    const all = world.processes.flatMap(({ s }) => outsideIn(s as Member | null) ?? []);
    const data = new Map(all.map((each) => [each.config.setup.name, each.data]));
    this.entries.push({ at, kind: 'outside', data });
  }

  private server(world: AnyWorld, server: Server, acted: boolean): void {
    const at = world.time;
    let { top } = this;
    if (acted)
      for (const done of doneIn(world)) {
        if (done.kind !== 'finished' || done.job.txn === null) continue;
        const { zxid } = done.job.txn;
        const told = done.fired.flatMap(({ connection, event }) => {
          const pid = cnxnOf(server, connection)?.peer;
          return pid === undefined ? [] : [{ pid, path: event.path }];
        });
        top = maxZxid(top, zxid);
        this.rise(at, top);
        this.entries.push({ at, kind: 'finished', zxid, told });
      }
    const takesPart = server.peer === null || server.peer.phase === 'BROADCAST';
    this.rise(at, takesPart ? maxZxid(top, server.tree.lastZxid) : top);
  }

  private rise(at: Micros, top: Zxid): void {
    if (compareZxid(top, this.top) <= 0) return;
    this.top = top;
    this.entries.push({ at, kind: 'top', zxid: top });
  }
}
