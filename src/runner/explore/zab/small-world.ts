/**
 * A small ensemble at rest: what servers say to each other about epochs, history and writes waits until it is
 * delivered, the oldest of each connection first. Votes, clients, disks and stages take their course in between,
 * always the same one.
 */
import { clientIn, serverIn } from '../../../ensemble/member.ts';
import type { Member } from '../../../ensemble/member.ts';
import type { Flight } from '../../../kernel/flight.ts';
import { FIN } from '../../../kernel/flight.ts';
import { DISK } from '../../../kernel/pending.ts';
import { World } from '../../../kernel/world.ts';
import type { AnyModel, AnyWorld } from '../../../scenarios/protocol.ts';
import type { Intervention, RecordedIntervention } from '../../../view/intervention.ts';
import type { Micros, Pid } from '../../../view/time.ts';
import type { DiffOrTrunc } from '../../../zookeeper/quorum/messages.ts';
import type { Server } from '../../../zookeeper/server/server.ts';
import { countsOnTruncated, crossesHole } from '../../own-flaws.ts';

/** Votes go their way by themselves; nobody pings, since no time passes. */
const FREE: ReadonlySet<string> = new Set(['NOTIFICATION', 'HELLO', 'PING']);
/** What is not due by then is a time-out, µs. */
const AT_ONCE: Micros = 1000;
/** How often an election that stands still is helped on. */
const MOST_VOTES = 2;

interface Deed {
  readonly before: Deed | null;
  readonly recorded: RecordedIntervention;
}

export class SmallWorld {
  readonly world: AnyWorld;
  readonly servers: readonly Pid[];
  private deeds: Deed | null;
  /** The newest message that has been looked at. */
  private seen: number;

  private constructor(world: AnyWorld, servers: readonly Pid[], from?: SmallWorld) {
    this.world = world;
    this.servers = servers;
    this.deeds = from?.deeds ?? null;
    this.seen = from?.seen ?? 0;
  }

  /** All servers have started together, and serve. */
  static serving(model: AnyModel, servers: readonly Pid[]): SmallWorld {
    const small = new SmallWorld(new World(model, 1), servers);
    small.course({ kind: 'start', pids: servers });
    const all = (): boolean =>
      servers.every((pid) => small.server(pid)?.peer?.phase === 'BROADCAST');
    if (!all()) throw new Error('the ensemble does not come to serve');
    return small;
  }

  clone(): SmallWorld {
    return new SmallWorld(this.world.clone(), this.servers, this);
  }

  /** Null while it is down. */
  server(pid: Pid): Server | null {
    return serverIn(this.world.process(pid).s as Member | null);
  }

  /** Whoever leads; 0: nobody. */
  get leader(): Pid {
    return this.servers.find((pid) => this.server(pid)?.peer?.state === 'LEADING') ?? 0;
  }

  /** Whether somebody may now lose a transaction as ZooKeeper itself does. */
  get isFlawed(): boolean {
    return this.heads().some(({ from, to, message }) => {
      const leader = this.server(from);
      const learner = this.server(to);
      if (leader === null || learner === null) return false;
      const { type, zxid } = message as DiffOrTrunc;
      if (type === 'TRUNC' && countsOnTruncated(leader, to, zxid)) return true;
      return (type === 'DIFF' || type === 'TRUNC') && crossesHole(leader, learner.tree.lastZxid);
    });
  }

  get isBroken(): boolean {
    return this.world.violations.length > 0;
  }

  do(what: Intervention): void {
    const { step } = this.world;
    this.world.intervene(what);
    this.deeds = { before: this.deeds, recorded: { step, time: this.world.time, what } };
  }

  /** Does it, and nothing waits. */
  course(what: Intervention): void {
    this.do(what);
    this.settle(undefined, false);
  }

  interventions(): RecordedIntervention[] {
    const all: RecordedIntervention[] = [];
    for (let deed = this.deeds; deed !== null; deed = deed.before) all.push(deed.recorded);
    return all.toReversed();
  }

  /** The oldest message of each connection and direction that waits. */
  heads(): readonly Flight[] {
    const heads = new Map<string, Flight>();
    for (const flight of this.world.network.flights.values()) {
      const lane = `${flight.connection} ${flight.from}`;
      if (flight.held && !heads.has(lane)) heads.set(lane, flight);
    }
    return [...heads.values()];
  }

  /**
   * Lets everything take its course that waits for nobody.
   * @param until ends before the step behind which it would be so
   * @param holds whether messages wait
   */
  settle(until: () => boolean = () => false, holds = true): void {
    let votes = MOST_VOTES;
    for (;;) {
      if (this.isBroken) return;
      if (holds) this.hold();
      if (until()) return;
      const due = this.world.nextTime();
      if (due !== null && due <= this.world.time + AT_ONCE) this.world.advance();
      else if (!this.helpOn()) {
        if (votes-- === 0 || !this.voteAgain()) return;
      }
    }
  }

  /** … and stops before the n-th write of a disk is done. @returns whether there is an n-th one */
  settleBeforeWrite(pid: Pid, n: number): boolean {
    let done = 0;
    let isAt = false;
    const before = (): boolean => {
      const next = this.world.next();
      if (next === null || next.kind !== DISK || next.pid !== pid) return false;
      if (next.time > this.world.time + AT_ONCE) return false;
      isAt = done === n;
      done++;
      return isAt;
    };
    this.settle(before);
    return isAt;
  }

  private hold(): void {
    const { network } = this.world;
    if (network.nextFlight === this.seen) return;
    for (const { id, from, to, held, message } of network.flights.values()) {
      if (id < this.seen || held || message === FIN || FREE.has(message.type)) continue;
      if (this.servers.includes(from) && this.servers.includes(to))
        this.do({ kind: 'hold', message: id });
    }
    this.seen = network.nextFlight;
  }

  /** What a short time would bring by itself. @returns whether there was anything */
  private helpOn(): boolean {
    for (const { pid, running, s } of this.world.processes) {
      const client = clientIn(s as Member | null);
      if (client === null || !running) continue;
      const isOver = client.handle?.state === 'CONNECTED' || this.has(pid, 'RECONNECT');
      // Whoever has its answer, or lost its server, goes: it has written what it came for.
      if (!isOver) continue;
      this.do({ kind: 'kill', pid });
      return true;
    }
    for (const pid of this.servers) {
      if (!this.has(pid, 'CONNECT_RETRY')) continue;
      const leader = this.server(pid)?.peer?.following?.leader ?? 0;
      if (this.server(leader)?.peer?.state !== 'LEADING') continue;
      this.do({ kind: 'fire-timer', pid, timer: 'CONNECT_RETRY' });
      return true;
    }
    return false;
  }

  /** Where many look for a leader and nothing comes of it, they say once more what they vote for. */
  private voteAgain(): boolean {
    const looking = this.servers.filter((pid) => this.has(pid, 'NOTIFICATION_TIMEOUT'));
    if (looking.length <= this.servers.length / 2) return false;
    for (const pid of looking) this.do({ kind: 'fire-timer', pid, timer: 'NOTIFICATION_TIMEOUT' });
    return true;
  }

  has(pid: Pid, timer: string): boolean {
    const process = this.world.process(pid);
    return process.running && process.timer(timer) !== undefined;
  }
}
