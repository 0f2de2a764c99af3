import { InterventionRefused, World } from '../../kernel/world.ts';
import type { Client } from '../../clients/client.ts';
import type { Ghost } from '../../ensemble/ghost.ts';
import { clientIn, doneIn, serverIn } from '../../ensemble/member.ts';
import type { Member } from '../../ensemble/member.ts';
import type { ZooKeeperModel } from '../../ensemble/model.ts';
import { modelOfSetup } from '../../ensemble/quorum-model.ts';
import { stateWord } from '../../ensemble/project.ts';
import type { Intervention, Latency } from '../../view/intervention.ts';
import type {
  ZooCfg,
  ZooKeeperClientSetup,
  ZooKeeperServerSetup,
} from '../../view/zookeeper-setup.ts';
import type { Micros, Pid } from '../../view/time.ts';
import { serves } from '../../zookeeper/quorum/place.ts';
import type { Disk } from '../../zookeeper/server/disk.ts';
import type { Server } from '../../zookeeper/server/server.ts';

/** Everything on one machine, as the recordings were made; the same figures for whatever is asked. */
const LATENCY: Latency = { kind: 'uniform', min: 100, max: 500 };
const DISK_LATENCY: Latency = { kind: 'uniform', min: 1000, max: 4000 };
const LONGEST_WAIT: Micros = 120_000_000;

/** The pid of the server, or of an ensemble's first one; clients are numbered from 101 on. */
export const SERVER: Pid = 1;

/** How many members an ensemble has. */
export interface Members {
  readonly voters: number;
  /** Their sids come after those of the voters. */
  readonly observers: number;
}

export interface StandaloneSetup {
  readonly clients: readonly ZooKeeperClientSetup[];
  readonly cfg?: ZooCfg;
  /** Not there: one server that stands alone. */
  readonly members?: Members;
  readonly seed?: number;
}

/** A standalone server, or an ensemble, with clients, for tools that drive it without a page. */
export class Standalone {
  private readonly world: World<Member, Disk, Ghost>;
  private readonly model: ZooKeeperModel;
  private readonly sids: readonly Pid[];
  /** Virtual time; the world's own is that of its last event. */
  private now: Micros = 0;

  /** Nothing runs at the beginning. @throws SetupRefused */
  constructor({ clients, cfg = {}, members, seed = 1 }: StandaloneSetup) {
    const servers = serversOf(members);
    this.sids = servers.map(({ sid }) => sid);
    const model = modelOfSetup(
      { servers, clients, cfg, ...(members !== undefined && { ensemble: {} }) },
      { latency: LATENCY, diskLatency: DISK_LATENCY },
    );
    // What an ensemble's invariants remember besides is no matter here.
    this.model = model as ZooKeeperModel;
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

  /** Starts the servers, and waits until all of them serve. */
  serve(): boolean {
    this.intervene({ kind: 'start', pids: this.sids });
    return this.waitUntil(() => this.sids.every((sid) => this.serves(sid)));
  }

  private serves(sid: Pid): boolean {
    const s = this.world.process(sid).s;
    const server = serverIn(s);
    if (server === null) return false;
    return server.peer === null ? this.state(sid) === 'STANDALONE' : serves(server);
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

function serversOf(members: Members | undefined): ZooKeeperServerSetup[] {
  if (members === undefined) return [{ sid: SERVER }];
  const { voters, observers } = members;
  return Array.from({ length: voters + observers }, (_, index) => ({
    sid: SERVER + index,
    ...(index >= voters && { observer: true }),
  }));
}

const nothing = (): void => {};
