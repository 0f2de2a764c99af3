import type { Client } from '../../clients/client.ts';
import type { Ghost } from '../../ensemble/ghost.ts';
import { clientIn, doneIn, serverIn } from '../../ensemble/member.ts';
import type { Member } from '../../ensemble/member.ts';
import type { ZooKeeperModel } from '../../ensemble/model.ts';
import { stateWord } from '../../ensemble/project.ts';
import { InterventionRefused, World } from '../../kernel/world.ts';
import type { Intervention, Latency } from '../../view/intervention.ts';
import type { Micros, Pid } from '../../view/time.ts';
import { serves } from '../../zookeeper/quorum/place.ts';
import type { Disk } from '../../zookeeper/server/disk.ts';
import type { Server } from '../../zookeeper/server/server.ts';

/**
 * The recordings were made on one machine with two cores: a message through the loopback device
 * takes a fraction of a millisecond, a sync of a disk a few. One set of figures for whatever is asked;
 * none of them matters for any outcome, as the tests show by other seeds.
 */
export const ONE_MACHINE: { readonly latency: Latency; readonly diskLatency: Latency } = {
  latency: { kind: 'uniform', min: 100, max: 500 },
  diskLatency: { kind: 'uniform', min: 1000, max: 4000 },
};

const LONGEST_WAIT: Micros = 120_000_000;

/** Servers and clients that tools drive without a page, as the recording tool drove the real ones. */
export class Driven {
  readonly sids: readonly Pid[];
  protected readonly world: World<Member, Disk, Ghost>;
  private readonly model: ZooKeeperModel;
  /** Virtual time; the world's own is that of its last event. */
  private now: Micros = 0;
  /** Servers whose virtual machine is still starting, with the time when they will be up. */
  private readonly starting = new Map<Pid, Micros>();

  /** Nothing runs at the beginning. */
  constructor(model: ZooKeeperModel, seed: number) {
    this.model = model;
    this.sids = [...model.config.servers.keys()];
    this.world = new World(model, seed);
  }

  /** The invariants that broke, in plain English. */
  get violations(): readonly string[] {
    return this.world.violations.map(({ invariant, text }) => `${invariant}: ${text}`);
  }

  /** Null while it is down. */
  server(sid: Pid): Server | null {
    return serverIn(this.world.process(sid).s);
  }

  client(pid: Pid): Client | null {
    return clientIn(this.world.process(pid).s);
  }

  /** LOADING, STANDALONE, LOOKING; CONNECTING, CONNECTED, … */
  state(pid: Pid): string {
    return stateWord(this.model, this.world.process(pid));
  }

  /** Whether it serves clients. */
  serves(sid: Pid): boolean {
    const server = this.server(sid);
    if (server === null || !this.answers(sid)) return false;
    return server.peer === null || serves(server);
  }

  /** Whether it answers four-letter words: a member does from its start on. */
  answers(sid: Pid): boolean {
    const server = this.server(sid);
    if (server === null || this.world.process(sid).liveness !== 'up') return false;
    return server.peer !== null || this.state(sid) === 'STANDALONE';
  }

  /** @param after how long its virtual machine takes until the server begins, µs */
  start(sid: Pid, after: Micros = 0): void {
    if (this.starting.has(sid) || this.world.process(sid).running) return;
    if (after === 0) this.intervene({ kind: 'start', pids: [sid] });
    else this.starting.set(sid, this.now + after);
  }

  /** Kills it, even while it is still starting. */
  kill(sid: Pid): void {
    if (!this.starting.delete(sid)) this.intervene({ kind: 'kill', pid: sid });
  }

  /** What it says to a four-letter word; null when nobody answers. */
  ask(sid: Pid, word: string): string | null {
    if (!this.answers(sid)) return null;
    this.intervene({ kind: 'input', pid: sid, name: 'FOUR_LETTER', data: { word } });
    let said: string | null = null;
    this.pass(0, () => {
      for (const done of doneIn(this.world)) if (done.kind === 'word') said = done.text;
    });
    return said;
  }

  /** Starts a client. */
  open(pid: Pid): void {
    this.intervene({ kind: 'start', pids: [pid] });
  }

  /** Types a line at a client's program. */
  type(pid: Pid, text: string): void {
    this.intervene({ kind: 'input', pid, name: 'LINE', data: { text } });
  }

  /** What makes no sense in the present state (killing who is down) does nothing, as in a shell. */
  intervene(what: Intervention): void {
    try {
      this.world.intervene(what, this.now);
    } catch (error) {
      if (!(error instanceof InterventionRefused)) throw error;
    }
  }

  /** Lets virtual time pass. @param look called after every event */
  pass(duration: Micros, look: () => void = nothing): void {
    const until = this.now + duration;
    while (this.advance(until)) look();
  }

  /**
   * @param look called after every event
   * @returns false when it did not come true in time
   */
  waitUntil(condition: () => boolean, look: () => void = nothing): boolean {
    const limit = this.now + LONGEST_WAIT;
    while (!condition()) {
      if (!this.advance(limit)) return condition();
      look();
    }
    return true;
  }

  /** To the next event or start that is due by then. @returns false when there is none: it is then */
  private advance(limit: Micros): boolean {
    const start = this.nextStart(limit);
    if (this.world.advance(start?.at ?? limit)) {
      this.now = Math.max(this.now, this.world.time);
      return true;
    }
    this.now = start?.at ?? limit;
    if (start === null) return false;
    this.starting.delete(start.sid);
    this.intervene({ kind: 'start', pids: [start.sid] });
    return true;
  }

  private nextStart(limit: Micros): { sid: Pid; at: Micros } | null {
    let next: { sid: Pid; at: Micros } | null = null;
    for (const [sid, at] of this.starting)
      if (at <= limit && (next === null || at < next.at)) next = { sid, at };
    return next;
  }
}

const nothing = (): void => {};
