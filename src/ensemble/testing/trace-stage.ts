/**
 * An ensemble in which nothing that servers say to each other arrives unless somebody lets it pass.
 * Votes, and everything between clients and servers, travel by themselves.
 */
import { World } from '../../kernel/world.ts';
import type { Flight } from '../../kernel/flight.ts';
import type { Intervention } from '../../view/intervention.ts';
import type { Pid } from '../../view/time.ts';
import { serverIn } from '../member.ts';
import type { MemberProcess } from '../member.ts';
import type { Server } from '../../zookeeper/server/server.ts';
import type { EnsembleModel, EnsembleWorld } from '../quorum-model.ts';
import { packetText } from './trace-packets.ts';

/** What is waited for comes within so many µs, or never. */
const PATIENCE = 20_000_000;

export class TraceStage {
  readonly world: EnsembleWorld;
  private readonly servers: ReadonlySet<Pid>;
  private readonly kinds: ReadonlySet<string>;
  /** Let pass one by one. */
  private readonly passed = new Set<number>();

  /** @param kinds the packets that wait */
  constructor(model: EnsembleModel, seed: number, kinds: ReadonlySet<string>) {
    this.world = new World(model, seed);
    this.servers = new Set(model.config.servers.keys());
    this.kinds = kinds;
  }

  process(pid: Pid): MemberProcess {
    return this.world.process(pid);
  }

  server(pid: Pid): Server {
    const server = serverIn(this.process(pid).s);
    if (server === null) throw new Error(`S${pid} is down`);
    return server;
  }

  /** Whether it would give up by itself some time. */
  isWaitingForLeader(pid: Pid): boolean {
    return this.world.process(pid).timer('READ_TIMEOUT') !== undefined;
  }

  do(what: Intervention): void {
    this.world.intervene(what);
  }

  /** What waits between servers, oldest first. */
  waiting(): readonly Flight[] {
    return this.world.network.flights
      .values()
      .filter(
        ({ from, to, message }) =>
          this.servers.has(from) && this.servers.has(to) && this.kinds.has(message.type),
      );
  }

  /** @throws Error when it does not come to pass */
  until(
    what: string,
    done: () => boolean,
    passes: (flight: Flight) => boolean = () => false,
  ): void {
    const limit = this.world.time + PATIENCE;
    for (;;) {
      this.gate(passes);
      if (done()) return;
      if (!this.world.advance(limit)) throw new Error(`it never came to this: ${what}`);
    }
  }

  /** Waits for a packet that begins with this text, and hands it over: what stands before it comes first. */
  deliver(from: Pid, to: Pid, text: string, overtakes = false): Flight {
    const find = (): Flight | undefined =>
      this.waiting().find(
        (each) => each.from === from && each.to === to && packetText(each.message).startsWith(text),
      );
    this.until(`S${from} sends ${text} to S${to}`, () => find() !== undefined);
    const flight = find() as Flight;
    const before = this.laneBefore(flight);
    if (before.length > 0 && !overtakes)
      throw new Error(
        `${before.map(({ message }) => packetText(message)).join(', ')} before ${text}`,
      );
    this.pass(flight);
    const { id } = flight;
    this.until(`${text} arrives`, () => this.world.network.flights.get(id) === undefined);
    return flight;
  }

  /** Until nothing is under way any more on disks and in stages: votes and timers may go on. */
  settle(us = 20_000): void {
    const end = this.world.time + us;
    for (;;) {
      this.gate(() => false);
      if (!this.world.advance(end)) return;
    }
  }

  private gate(passes: (flight: Flight) => boolean): void {
    for (const flight of this.waiting()) {
      if (this.passed.has(flight.id)) continue;
      if (!passes(flight)) {
        if (!flight.held) this.do({ kind: 'hold', message: flight.id });
      } else if (!flight.held) this.passed.add(flight.id);
      else if (this.laneBefore(flight).length === 0) this.pass(flight);
    }
  }

  private pass(flight: Flight): void {
    for (const { id } of [...this.laneBefore(flight), flight]) this.passed.add(id);
    this.do({ kind: 'deliver', message: flight.id });
  }

  /** What waits before it in its lane; pings do not count. */
  private laneBefore({ id, connection, from }: Flight): readonly Flight[] {
    return this.waiting().filter(
      (each) =>
        each.connection === connection &&
        each.from === from &&
        each.id < id &&
        each.message.type !== 'PING' &&
        !this.passed.has(each.id),
    );
  }
}
