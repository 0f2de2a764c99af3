import { InterventionRefused, World } from '../../kernel/world.ts';
import type { Client } from '../../clients/client.ts';
import type { Ghost } from '../../ensemble/ghost.ts';
import { clientIn, doneIn, serverIn } from '../../ensemble/member.ts';
import type { Member } from '../../ensemble/member.ts';
import { zookeeperModel } from '../../ensemble/model.ts';
import type { ZooKeeperModel } from '../../ensemble/model.ts';
import { stateWord } from '../../ensemble/project.ts';
import type { Intervention, Latency } from '../../view/intervention.ts';
import type { ZooCfg, ZooKeeperClientSetup } from '../../view/zookeeper-setup.ts';
import type { Micros, Pid } from '../../view/time.ts';
import type { Disk } from '../../zookeeper/server/disk.ts';
import type { Server } from '../../zookeeper/server/server.ts';

/** Everything on one machine, as the recordings were made; the same figures for whatever is asked. */
const LATENCY: Latency = { kind: 'uniform', min: 100, max: 500 };
const DISK_LATENCY: Latency = { kind: 'uniform', min: 1000, max: 4000 };
const LONGEST_WAIT: Micros = 120_000_000;

/** The server's pid; clients are numbered from 101 on. */
export const SERVER: Pid = 1;

export interface StandaloneSetup {
  readonly clients: readonly ZooKeeperClientSetup[];
  readonly cfg?: ZooCfg;
  readonly seed?: number;
}

/** A standalone server with clients, for tools that drive it without a page. */
export class Standalone {
  private readonly world: World<Member, Disk, Ghost>;
  private readonly model: ZooKeeperModel;
  /** Virtual time; the world's own is that of its last event. */
  private now: Micros = 0;

  /** Nothing runs at the beginning. @throws SetupRefused */
  constructor({ clients, cfg = {}, seed = 1 }: StandaloneSetup) {
    this.model = zookeeperModel(
      { servers: [{ sid: SERVER }], clients, cfg },
      { latency: LATENCY, diskLatency: DISK_LATENCY },
    );
    this.world = new World(this.model, seed);
  }

  /** The invariants that broke, in plain English. */
  get violations(): readonly string[] {
    return this.world.violations.map(({ invariant, text }) => `${invariant}: ${text}`);
  }

  /** Null while it is down. */
  server(): Server | null {
    return serverIn(this.world.process(SERVER).s);
  }

  client(pid: Pid): Client | null {
    return clientIn(this.world.process(pid).s);
  }

  /** LOADING, STANDALONE; CONNECTING, CONNECTED, … */
  state(pid: Pid): string {
    return stateWord(this.model, this.world.process(pid));
  }

  /** Starts the server, and waits until it serves. */
  serve(): boolean {
    this.intervene({ kind: 'start', pids: [SERVER] });
    return this.waitUntil(() => this.state(SERVER) === 'STANDALONE');
  }

  /** Ends the server's process. */
  stop(): void {
    this.intervene({ kind: 'kill', pid: SERVER });
  }

  /** Starts a client, and waits until it has its session. */
  connect(pid: Pid): boolean {
    this.intervene({ kind: 'start', pids: [pid] });
    return this.waitUntil(() => this.state(pid) === 'CONNECTED');
  }

  /** Types a line at a client's program. */
  type(pid: Pid, text: string): void {
    this.intervene({ kind: 'input', pid, name: 'LINE', data: { text } });
  }

  /** Asks the server a four-letter word; null when nobody answers. */
  ask(word: string): string | null {
    if (this.state(SERVER) !== 'STANDALONE') return null;
    this.intervene({ kind: 'input', pid: SERVER, name: 'FOUR_LETTER', data: { word } });
    let said: string | null = null;
    this.pass(0, () => {
      for (const done of doneIn(this.world)) if (done.kind === 'word') said = done.text;
    });
    return said;
  }

  /** What makes no sense in the present state does nothing, as in a shell. */
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
    while (this.world.advance(until)) look();
    this.now = until;
  }

  /**
   * @param look called after every event
   * @returns false when it did not come true in time
   */
  waitUntil(condition: () => boolean, look: () => void = nothing): boolean {
    const limit = this.now + LONGEST_WAIT;
    while (!condition()) {
      if (!this.world.advance(limit)) {
        this.now = limit;
        return condition();
      }
      this.now = Math.max(this.now, this.world.time);
      look();
    }
    return true;
  }
}

const nothing = (): void => {};
