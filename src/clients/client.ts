/** The state of a client process: immutable; a rule makes the next one with {@link edit}. */
import type { Edit } from '../kernel/edit.ts';
import { noItems } from '../kernel/long-list.ts';
import type { LongList } from '../kernel/long-list.ts';
import type { Micros, Pid } from '../view/time.ts';
import type { Zxid } from '../view/zxid.ts';
import { newProvider } from '../protocols/outside/provider.ts';
import type { Provider } from '../protocols/outside/provider.ts';
import type { OutsideReply, OutsideRequest } from '../protocols/outside/messages.ts';
import type { AnswersSetup } from '../view/outside.ts';
import type { Code } from '../zookeeper/records/codes.ts';
import type { ClientRequest, WatcherType } from '../zookeeper/records/requests.ts';
import type { Bytes, SessionId, WallMs } from '../zookeeper/records/values.ts';
import { NO_SESSION } from '../zookeeper/records/values.ts';
import { NO_PASSWORD } from '../zookeeper/sessions/session-id.ts';
import type { Address, CallResult, HandleState, WatchedEvent } from './calls.ts';
import type { Asks } from './asks.ts';
import type { ProgramNote } from './notes.ts';
import type { OutputLine, Program } from './program.ts';
import type { ClientWatches, WatchTable } from './watches.ts';
import { noWatches } from './watches.ts';

export interface ClientConfig {
  readonly pid: Pid;
  readonly name: string;
  /** What its connect string names, in order. */
  readonly servers: readonly Address[];
  /** Whose machine a host name stands for; other names stand for none. */
  readonly hosts: ReadonlyMap<string, Pid>;
  /** ms, as wished for. */
  readonly timeout: number;
  readonly program: Program;
  /** Whether it connects as soon as it starts. */
  readonly connects: boolean;
  /** The wall clock at the beginning of the run. */
  readonly clock: WallMs;
  /** What is typed into it as soon as it has its first session. */
  readonly lines: readonly string[];
  /** It tries its servers in the order in which they are named; not there: it shuffles them first. */
  readonly inOrder?: true;
  /** Whom its program can ask besides its servers, by name; not there: nobody. */
  readonly reaches?: ReadonlyMap<string, Pid>;
  /** It answers calls itself; not there: it does not. */
  readonly answers?: AnswersSetup;
  /** It takes a server without a leader, too, and meanwhile looks for a better one [canBeReadOnly]. */
  readonly readOnly?: true;
}

/** The newest call that is a matter for the server, and what came of it. */
export interface Asked {
  readonly call: number;
  readonly op: string;
  /** '' for what has none. */
  readonly path: string;
  readonly at: Micros;
  /** Null while it waits. */
  readonly result: { readonly err: Code; readonly zxid: Zxid; readonly at: Micros } | null;
}

/** A request on its way through the handle [ClientCnxn.Packet]. */
export interface Packet {
  /** The program's call; null for what the connection itself sends. */
  readonly call: number | null;
  /** 0 until it is sent. */
  readonly xid: number;
  readonly request: ClientRequest;
  /** Where a watcher goes if all is well. */
  readonly watch: { readonly table: WatchTable; readonly watcher: string } | null;
  readonly unwatch: {
    readonly path: string;
    readonly type: WatcherType;
    readonly watcher: string | null;
    readonly local: boolean;
  } | null;
}

/** How a handle that reads only looks for a server that has a leader [ClientCnxn.SendThread.pingRwServer]. */
export interface Search {
  /** Whether it has ever had one: only then its session is one that others can know [seenRwServerBefore]. */
  readonly seen: boolean;
  /** ms between two questions. */
  readonly interval: number;
  /** When it asked last, µs; at first, when it began to connect. */
  readonly asked: Micros;
  /** The server that it has just asked has a leader: the next one to dial. */
  readonly found: boolean;
  /** The connection of the question under way, from its dial on; null: none. */
  readonly probe: number | null;
}

/** One ZooKeeper object: it lives until its session is over [org.apache.zookeeper.ZooKeeper]. */
export interface Handle {
  readonly state: HandleState;
  /** It learned from a server that its session is gone: CLOSED for good. */
  readonly expired: boolean;
  readonly servers: readonly Address[];
  /** ms: as wished, and as negotiated (0 before). */
  readonly wished: number;
  readonly timeout: number;
  readonly session: SessionId;
  readonly password: Bytes;
  /** The newest zxid in a reply: no server that is behind it will do. */
  readonly lastZxid: Zxid;
  /** The xid of the next request. */
  readonly nextXid: number;
  readonly auth: readonly { readonly scheme: string; readonly auth: Bytes | null }[];
  readonly watches: ClientWatches;
  /** What the event thread last said of the session: the same twice in a row is said once. */
  readonly said: WatchedEvent['state'];
  /** Watch events that came through the present connection. */
  readonly heard: number;
  /** Dials so far; before all but the first it pauses. */
  readonly dials: number;
  /**
   * The place in the list of the server that it last had a session with; not there before the first
   * session, nor where there is but one server.
   */
  readonly home?: number;
  /** Of one that may read only. */
  readonly search?: Search;
  /** A closeSession is queued: no further calls. */
  readonly closing: boolean;
  readonly outgoing: readonly Packet[];
  readonly pending: readonly Packet[];
}

/** What a rule of a client brought about: given out with the step (`io.did`), never left in the state. */
export type News =
  | { readonly kind: 'state'; readonly state: string; readonly reason: string }
  | { readonly kind: 'sent'; readonly packet: Packet }
  | { readonly kind: 'note'; readonly note: ProgramNote }
  | { readonly kind: 'result'; readonly packet: Packet; readonly result: CallResult }
  | { readonly kind: 'event'; readonly watcher: string; readonly event: WatchedEvent }
  /** Its program asks a process outside; it hears what came of it. */
  | {
      readonly kind: 'asked';
      readonly to: Pid;
      readonly call: number;
      readonly request: OutsideRequest;
    }
  | {
      readonly kind: 'replied';
      readonly to: Pid;
      readonly call: number;
      readonly request: OutsideRequest;
      readonly reply: OutsideReply;
    };

export class Client {
  readonly config: ClientConfig;
  readonly pid: Pid;
  /** Null before the first connect. */
  readonly handle: Handle | null;
  /** The kernel's number; 0 without a connection. */
  readonly connection: number;
  /** The kernel's number of the dial under way; 0 without one. */
  readonly dialled: number;
  readonly program: unknown;
  /** Calls made so far. */
  readonly calls: number;
  readonly asked: Asked | null;
  /** Lines of the set-up that are still to be typed. */
  readonly untyped: readonly string[];
  /** The newest lines of output, and how many there have been. */
  readonly output: LongList<OutputLine>;
  readonly outputCount: number;
  /** Watch events delivered to watchers since the start, session events not counted. */
  readonly fired: number;
  readonly wants: 'nothing' | 'connect' | 'exit';
  readonly wishedTimeout: number;
  readonly wishedServers: readonly Address[];
  /** When the program wants to be woken: a time from now in µs; null: nothing changed. */
  readonly wakeAfter: number | null;
  // Only declared: a field of a class is there, if undefined, and a digest takes every field that is there.
  /** What it has asked processes outside; not there before the first time. */
  declare readonly asks?: Asks;
  /** The calls that it answers itself; only where it answers any. */
  declare readonly provider?: Provider;

  constructor(from: Client | Omit<Client, never>) {
    this.config = from.config;
    this.pid = from.pid;
    this.handle = from.handle;
    this.connection = from.connection;
    this.dialled = from.dialled;
    this.program = from.program;
    this.calls = from.calls;
    this.asked = from.asked;
    this.untyped = from.untyped;
    this.output = from.output;
    this.outputCount = from.outputCount;
    this.fired = from.fired;
    this.wants = from.wants;
    this.wishedTimeout = from.wishedTimeout;
    this.wishedServers = from.wishedServers;
    this.wakeAfter = from.wakeAfter;
    // Not there at all where nobody has use for it: a client is then as it always was.
    if (from.asks !== undefined) this.asks = from.asks;
    if (from.provider !== undefined) this.provider = from.provider;
  }
}

/** A copy to be changed by the rule that asked for it, and by nobody afterwards. */
export const edit = (s: Client): Edit<Client> => new Client(s);

/** A process that starts: it has forgotten whatever it was before. */
export const bootClient = (config: ClientConfig): Client =>
  new Client({
    config,
    pid: config.pid,
    handle: null,
    connection: 0,
    dialled: 0,
    program: config.program.initial,
    calls: 0,
    asked: null,
    untyped: config.lines,
    output: noItems,
    outputCount: 0,
    fired: 0,
    wants: 'nothing',
    wishedTimeout: config.timeout,
    wishedServers: config.servers,
    wakeAfter: null,
    ...(config.answers && { provider: newProvider(config.name, config.answers.takesMs) }),
  });

export const newHandle = (
  wished: number,
  servers: readonly Address[],
  search: Search | null = null,
): Handle => ({
  ...(search !== null && { search }),
  state: 'CONNECTING',
  expired: false,
  servers,
  wished,
  timeout: 0,
  session: NO_SESSION,
  password: NO_PASSWORD,
  lastZxid: { epoch: 0, counter: 0 },
  nextXid: 1,
  auth: [],
  watches: noWatches,
  said: 'Disconnected',
  heard: 0,
  dials: 0,
  closing: false,
  outgoing: [],
  pending: [],
});

export const stateOf = (s: Client): HandleState => s.handle?.state ?? 'NOT_CONNECTED';

/** [States.isConnected] */
export const isConnected = (s: Client): boolean =>
  stateOf(s) === 'CONNECTED' || stateOf(s) === 'CONNECTEDREADONLY';

/** Calls still reach the server, now or once it is connected [States.isAlive]. */
export const isAlive = (s: Client): boolean => stateOf(s) === 'CONNECTING' || isConnected(s);

/** @throws TypeError before the first connect */
export function handleOf(s: Client): Handle {
  if (s.handle === null) throw new TypeError(`client ${s.pid} has no handle yet`);
  return s.handle;
}

export function withHandle(s: Edit<Client>, change: Partial<Handle>): void {
  s.handle = { ...handleOf(s), ...change };
}
