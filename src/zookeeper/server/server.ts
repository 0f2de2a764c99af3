/** The state of a standalone server: immutable; a rule makes the next one with {@link edit}. */
import type { Edit } from '../../kernel/edit.ts';
import { noPages } from '../../kernel/pages.ts';
import type { Io } from '../../kernel/model.ts';
import type { Pages } from '../../kernel/pages.ts';
import type { Config } from '../../protocols/election/config.ts';
import type { Server as Peer } from '../../protocols/election/server.ts';
import type { Micros, Pid } from '../../view/time.ts';
import type { Zxid } from '../../view/zxid.ts';
import type { ServerConfig } from '../config.ts';
import type { RequestMessage } from '../messages.ts';
import type { Mutant } from '../mutants.ts';
import type { Outstanding } from '../prep/outstanding.ts';
import type { QuorumMutant } from '../quorum/mutants.ts';
import type { Role } from '../quorum/role.ts';
import type { Id } from '../records/acl.ts';
import type { Txn } from '../records/txns.ts';
import type { SessionId, WallMs } from '../records/values.ts';
import type { Sessions } from '../sessions/tracker.ts';
import type { DataTree } from '../tree/data-tree.ts';
import type { Watches } from '../watches/watches.ts';
import type { Disk } from './disk.ts';
import type { Job } from './job.ts';
import type { Stats } from './stats.ts';

/** What a server is set up with. */
export interface Settings {
  readonly pid: Pid;
  /** The ensemble that it is a member of; null: it stands alone. */
  readonly ensemble: Config | null;
  /** Whether a leader takes clients. */
  readonly leaderServes: boolean;
  /** `localSessionsEnabled`: members give sessions of their own. */
  readonly localSessions?: true;
  /** `localSessionsUpgradingEnabled`: such a session becomes a global one where it is to own an ephemeral. */
  readonly upgradesLocal?: true;
  /** `-Dreadonlymode.enabled=true`: a member without a leader serves reads. */
  readonly readOnlyMode?: true;
  readonly cfg: ServerConfig;
  /** The text of the file that says so. */
  readonly cfgFile: string;
  /** The wall clock when the run begins. */
  readonly clock: WallMs;
  /** The machine's monotonic clock then, in ms. */
  readonly uptime: number;
  /** How long a stage of the pipeline works at one request, in µs. */
  readonly stageDelay: Micros;
  /** Where each client's connections come from. */
  readonly addresses: ReadonlyMap<Pid, string>;
  readonly broken: ReadonlySet<Mutant | QuorumMutant>;
}

/** A client's connection [NIOServerCnxn]. */
export interface Cnxn {
  /** The kernel's number of the connection. */
  readonly id: number;
  readonly peer: Pid;
  readonly address: string;
  readonly port: number;
  /** `0x0` before the session is there. */
  readonly session: SessionId;
  /** ms, negotiated; 0 before. */
  readonly timeout: number;
  /** Whether the client has been told its session. */
  readonly ready: boolean;
  readonly ids: readonly Id[];
  readonly established: WallMs;
  /** When it is closed for silence, in ms of the monotonic clock [cnxnExpiryQueue]. */
  readonly expires: number;
  readonly received: number;
  readonly sent: number;
  /** Requests that wait for their reply; pings not counted. */
  readonly outstanding: number;
  /** What is not read while the server has too much to do. */
  readonly unread: readonly RequestMessage[];
  readonly last: {
    readonly op: string;
    readonly cxid: number;
    readonly zxid: Zxid | null;
    /** ms of the monotonic clock. */
    readonly response: number;
  };
  /** ms. */
  readonly latency: {
    readonly last: number;
    readonly least: number;
    readonly most: number;
    readonly total: number;
    readonly count: number;
  };
}

/** The log as it is being written [SyncRequestProcessor]. */
export interface Logging {
  /** Whether appending goes on in the newest file. */
  readonly open: boolean;
  /** Transactions since the last snapshot, and how many bring the next one. */
  readonly count: number;
  readonly limit: number;
  /** The zxid of the snapshot that is being written; null: none. */
  readonly snapshot: Zxid | null;
}

/** What waits for its transaction, and transactions that came for it [CommitProcessor]. */
export interface Committing {
  /** Requests in the order in which they came; a write waits here, and its session's later ones. */
  readonly queued: readonly Job[];
  /** Committed and not yet in the tree, in their order. */
  readonly committed: readonly Job[];
}

export const nothingCommitting: Committing = { queued: [], committed: [] };

/** The newest transactions in the tree [ZKDatabase.committedLog]: those from `from` on. */
export interface Recent {
  readonly txns: Pages<Txn>;
  readonly from: number;
}

export const nothingRecent: Recent = { txns: noPages, from: 0 };

export class Server {
  readonly settings: Settings;
  readonly pid: Pid;
  /** Its election, and which role it has in the ensemble; null: it stands alone. */
  readonly peer: Peer | null;
  /** What it knows in this role of the transactions that are under way; null: it has none. */
  readonly role: Role | null;
  /** As it will be when every sync under way is done. */
  readonly disk: Disk;
  readonly tree: DataTree;
  readonly recent: Recent;
  /** What prepared and not yet applied transactions will change [outstandingChanges]. */
  readonly outstanding: Outstanding;
  /** The zxid given last [ZooKeeperServer.hzxid]. */
  readonly zxid: Zxid;
  readonly connections: readonly Cnxn[];
  readonly sessions: Sessions;
  readonly nextSession: SessionId;
  readonly watches: Watches;
  readonly prep: readonly Job[];
  readonly sync: readonly Job[];
  /** Appended and not flushed, in order, with the reads behind them. */
  readonly unflushed: readonly Job[];
  readonly committing: Committing;
  readonly final: readonly Job[];
  readonly logging: Logging;
  readonly stats: Stats;
  /** Requests read since the start. */
  readonly jobs: number;

  constructor(from: Server | Omit<Server, never>) {
    this.settings = from.settings;
    this.pid = from.pid;
    this.peer = from.peer;
    this.role = from.role;
    this.disk = from.disk;
    this.tree = from.tree;
    this.recent = from.recent;
    this.outstanding = from.outstanding;
    this.zxid = from.zxid;
    this.connections = from.connections;
    this.sessions = from.sessions;
    this.nextSession = from.nextSession;
    this.watches = from.watches;
    this.prep = from.prep;
    this.sync = from.sync;
    this.unflushed = from.unflushed;
    this.committing = from.committing;
    this.final = from.final;
    this.logging = from.logging;
    this.stats = from.stats;
    this.jobs = from.jobs;
  }
}

/** A copy to be changed by the rule that asked for it, and by nobody afterwards. */
export const edit = (s: Server): Edit<Server> => new Server(s);

/** What a rule has made of a copy; the server itself, if that is what it was: nobody then looks at it again. */
export function edited(next: Edit<Server>, s: Server): Server {
  const isSame =
    next.peer === s.peer &&
    next.role === s.role &&
    next.disk === s.disk &&
    next.tree === s.tree &&
    next.recent === s.recent &&
    next.outstanding === s.outstanding &&
    next.zxid === s.zxid &&
    next.connections === s.connections &&
    next.sessions === s.sessions &&
    next.nextSession === s.nextSession &&
    next.watches === s.watches &&
    next.prep === s.prep &&
    next.sync === s.sync &&
    next.unflushed === s.unflushed &&
    next.committing === s.committing &&
    next.final === s.final &&
    next.logging === s.logging &&
    next.stats === s.stats &&
    next.jobs === s.jobs;
  return isSame ? s : next;
}

/** The machine's monotonic clock [Time.currentElapsedTime], ms. */
export const elapsed = ({ settings }: Server, now: Micros): number =>
  settings.uptime + Math.floor(now / 1000);

/** The machine's wall clock, ms. */
export const wall = ({ settings }: Server, { now, clock }: Pick<Io, 'now' | 'clock'>): WallMs =>
  settings.clock + clock + Math.floor(now / 1000);

export const cnxnOf = (s: Server, id: number): Cnxn | undefined =>
  s.connections.find((cnxn) => cnxn.id === id);

export function withCnxn(s: Edit<Server>, id: number, change: Partial<Cnxn>): void {
  s.connections = s.connections.map((cnxn) => (cnxn.id === id ? { ...cnxn, ...change } : cnxn));
}

/** A copy of a connection that is the server's from now on, to be changed by the rule that asked for it. */
export function cnxnIn(s: Edit<Server>, of: Cnxn): Edit<Cnxn> {
  const copy: Edit<Cnxn> = {
    id: of.id,
    peer: of.peer,
    address: of.address,
    port: of.port,
    session: of.session,
    timeout: of.timeout,
    ready: of.ready,
    ids: of.ids,
    established: of.established,
    expires: of.expires,
    received: of.received,
    sent: of.sent,
    outstanding: of.outstanding,
    unread: of.unread,
    last: of.last,
    latency: of.latency,
  };
  s.connections = s.connections.map((cnxn) => (cnxn === of ? copy : cnxn));
  return copy;
}

/** Requests in the pipeline, and those that nobody has counted off [ZooKeeperServer.getInProcess]. */
export function inProcess({ prep, sync, unflushed, committing, final, role }: Server): number {
  const uncounted = role?.kind === 'read-only' ? role.uncounted : 0;
  const refused = uncounted === 0 ? 0 : [...prep, ...final].filter(isRefused).length;
  const there =
    prep.length + sync.length + unflushed.length + committing.queued.length + final.length;
  return there - refused + uncounted;
}

const isRefused = ({ err }: Job): boolean => err === 'NotReadOnly';
