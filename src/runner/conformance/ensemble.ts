import type { ApiState } from '../../clients/api-program.ts';
import type { Call, CallResult, WatchedEvent } from '../../clients/calls.ts';
import { localsOf } from '../../clients/routines.ts';
import type { Routines } from '../../clients/routines.ts';
import { clientIn, doneIn, serverIn } from '../../ensemble/member.ts';
import type { Member } from '../../ensemble/member.ts';
import { ensembleModel } from '../../ensemble/quorum-model.ts';
import type { QuorumGhost } from '../../ensemble/quorum-ghost.ts';
import { InterventionRefused, World } from '../../kernel/world.ts';
import { maxZxid, ZERO } from '../../protocols/election/zxid.ts';
import type { Intervention, Latency } from '../../view/intervention.ts';
import type { Micros, Pid } from '../../view/time.ts';
import type { ZooCfg } from '../../view/zookeeper-setup.ts';
import { zxidHex } from '../../view/zxid.ts';
import type { Zxid } from '../../view/zxid.ts';
import { serves } from '../../zookeeper/quorum/place.ts';
import { blankDisk, lastLogged } from '../../zookeeper/server/disk.ts';
import type { Disk } from '../../zookeeper/server/disk.ts';
import type { CheckAnswer, DiskState, LogFiles, Mode } from './answers.ts';
import type { EnsembleConfig } from './ensemble-config.ts';
import type { InitialDisks } from './initial-disks.ts';
import { logFilesOf } from './log-files.ts';

/**
 * The recordings were made on one machine with two cores: a message through the loopback device
 * takes a fraction of a millisecond, a sync of a disk a few, a virtual machine for Java about half
 * a second until the server in it opens its ports. One set of figures for all cases; none of them
 * matters for any outcome, as the tests show by other seeds.
 */
const LATENCY: Latency = { kind: 'uniform', min: 100, max: 500 };
const DISK_LATENCY: Latency = { kind: 'uniform', min: 1000, max: 4000 };
const START_UP: Micros = 500_000;
/** Between two looks at a condition that is waited for. */
const POLL: Micros = 10_000;
const LONGEST_WAIT: Micros = 120_000_000;

/** ms: the tool's file let its clients have what they asked for. */
const LONGEST_SESSION = 90_000;

/** A client that some step of the case starts. */
export interface ClientPlan {
  readonly pid: Pid;
  /** The one server that it connects to. */
  readonly sid: Pid;
  /** Session timeout as it wishes, ms. */
  readonly timeoutMs: number;
}

/** The ensemble of a case and its clients, simulated: what the tool offered that made the recordings. */
export class Ensemble {
  private readonly world: World<Member, Disk, QuorumGhost>;
  /** Virtual time; the world's own is that of its last event. */
  private now: Micros = 0;
  /** Servers whose virtual machine is still starting, with the time when they will be up. */
  private readonly starting = new Map<Pid, Micros>();
  readonly sids: readonly Pid[];

  constructor(
    config: EnsembleConfig,
    begun: InitialDisks,
    clients: readonly ClientPlan[],
    seed: number,
    cfg: ZooCfg = { maxSessionTimeout: LONGEST_SESSION },
  ) {
    const { servers, observers, tickTimeMs, initLimit, syncLimit, groups, leaderServes } = config;
    this.sids = Array.from({ length: servers }, (_, index) => index + 1);
    const model = ensembleModel(
      {
        servers: this.sids.map((sid) => ({ sid, startMs: null })),
        cfg: { tickTime: tickTimeMs, ...cfg, ...config.cfg },
        clients: clients.map(({ pid, sid, timeoutMs }) => ({
          id: pid,
          program: 'api',
          servers: [sid],
          timeoutMs,
          startMs: null,
        })),
      },
      { observers, initLimit, syncLimit, leaderServes, ...(groups !== null && { groups }) },
      { latency: LATENCY, diskLatency: DISK_LATENCY },
    );
    const initialDisk = (pid: Pid): Disk => begun.get(pid) ?? blankDisk;
    this.world = new World({ ...model, initialDisk }, seed);
  }

  /** The invariants that broke, in plain English. */
  get violations(): readonly string[] {
    return this.world.violations.map(({ invariant, text }) => `${invariant}: ${text}`);
  }

  start(sid: Pid): void {
    if (this.starting.has(sid) || this.world.process(sid).running) return;
    this.starting.set(sid, this.now + START_UP);
  }

  /** Kills it, even while it is still starting. */
  kill(sid: Pid): void {
    if (!this.starting.delete(sid)) this.intervene({ kind: 'kill', pid: sid });
  }

  /** What makes no sense in the present state (killing who is down) does nothing, as in a shell. */
  intervene(what: Intervention): void {
    try {
      this.world.intervene(what, this.now);
    } catch (error) {
      if (!(error instanceof InterventionRefused)) throw error;
    }
  }

  /** Lets virtual time pass. */
  pass(duration: Micros): void {
    const until = this.now + duration;
    for (;;) {
      const next = this.nextStart();
      if (next === null || next.at > until) break;
      this.runTo(next.at);
      this.starting.delete(next.sid);
      this.world.intervene({ kind: 'start', pids: [next.sid] }, next.at);
    }
    this.runTo(until);
  }

  /** @returns false when it did not come true in time */
  waitUntil(condition: () => boolean): boolean {
    const limit = this.now + LONGEST_WAIT;
    while (!condition()) {
      if (this.now >= limit) return false;
      this.pass(POLL);
    }
    return true;
  }

  private nextStart(): { sid: Pid; at: Micros } | null {
    let next: { sid: Pid; at: Micros } | null = null;
    for (const [sid, at] of this.starting) if (next === null || at < next.at) next = { sid, at };
    return next;
  }

  private runTo(time: Micros): void {
    while (this.world.advance(time));
    this.now = time;
  }

  // ---- servers

  /** Whether it answers four-letter words. */
  answers(sid: Pid): boolean {
    return this.world.process(sid).liveness === 'up';
  }

  /** What `srvr` says. */
  mode(sid: Pid): Mode {
    const s = serverIn(this.world.process(sid).s);
    if (s === null || !this.answers(sid)) return 'down';
    if (!serves(s)) return 'not-serving';
    if (s.peer?.state === 'LEADING') return 'leader';
    return s.peer?.state === 'OBSERVING' ? 'observer' : 'follower';
  }

  serves(sid: Pid): boolean {
    const mode = this.mode(sid);
    return mode !== 'down' && mode !== 'not-serving';
  }

  /** The one that leads and serves. */
  leader(): Pid | null {
    return this.sids.find((sid) => this.mode(sid) === 'leader') ?? null;
  }

  /** The last zxid of a server that runs. */
  zxid(sid: Pid): Zxid {
    return serverIn(this.world.process(sid).s)?.tree.lastZxid ?? ZERO;
  }

  /** What it says to a four-letter word; null when nobody answers. */
  ask(sid: Pid, word: string): string | null {
    if (!this.answers(sid)) return null;
    this.intervene({ kind: 'input', pid: sid, name: 'FOUR_LETTER', data: { word } });
    let said: string | null = null;
    while (this.world.advance(this.now)) {
      for (const done of doneIn(this.world)) if (done.kind === 'word') said = done.text;
    }
    return said;
  }

  check(): CheckAnswer {
    const each = <T>(value: (sid: Pid) => T): Record<Pid, T> =>
      Object.fromEntries(this.sids.map((sid) => [sid, value(sid)]));
    return {
      kind: 'check',
      leader: this.leader(),
      modes: each((sid) => this.mode(sid)),
      zxid: each((sid) => (this.serves(sid) ? zxidHex(this.zxid(sid)) : null)),
      epochs: each((sid) => epochsOf(this.world.process(sid).disk)),
    };
  }

  disks(): readonly DiskState[] {
    return this.sids.map((sid) => {
      const { disk } = this.world.process(sid);
      const logged = lastLogged(disk) ?? ZERO;
      const saved = disk.snapshots.map(({ zxid }) => zxid);
      return {
        sid,
        ...epochsOf(disk),
        lastLogged: zxidHex(logged),
        lastZxid: zxidHex(saved.reduce(maxZxid, logged)),
        snapshots: saved.map((zxid) => `snapshot.${zxidHex(zxid).slice(2)}`),
      };
    });
  }

  logs(): ReadonlyMap<Pid, LogFiles> {
    return new Map(this.sids.map((sid) => [sid, logFilesOf(this.world.process(sid).disk)]));
  }

  // ---- clients

  /** Its virtual machine starts, and it connects. */
  open(pid: Pid): void {
    this.intervene({ kind: 'start', pids: [pid] });
  }

  /** ms, as negotiated; null: it has no session yet. */
  sessionTimeout(pid: Pid): number | null {
    const handle = clientIn(this.world.process(pid).s)?.handle;
    return handle?.state === 'CONNECTED' ? handle.timeout : null;
  }

  handleState(pid: Pid): string | null {
    return clientIn(this.world.process(pid).s)?.handle?.state ?? null;
  }

  session(pid: Pid): string {
    return clientIn(this.world.process(pid).s)?.handle?.session ?? '';
  }

  private program(pid: Pid): ApiState | null {
    const client = clientIn(this.world.process(pid).s);
    return client === null ? null : localsOf(client.program as Routines);
  }

  /** Nothing passes between a client and its server; nobody is told. */
  freeze(pid: Pid): void {
    for (const sid of this.sids) this.intervene({ kind: 'cut', from: sid, to: pid, oneWay: false });
  }

  /** The connection of a client breaks, and both ends hear of it. */
  cut(pid: Pid): void {
    for (const sid of this.sids) this.intervene({ kind: 'reset', a: sid, b: pid });
  }

  unfreeze(pid: Pid): void {
    for (const sid of this.sids) this.intervene({ kind: 'mend', a: sid, b: pid });
  }

  /** Makes a call. @returns its number */
  make(pid: Pid, call: Call): number {
    const number = this.program(pid)?.results.length ?? 0;
    this.intervene({ kind: 'input', pid, name: 'LINE', data: { text: JSON.stringify(call) } });
    return number;
  }

  /** What became of a call so far; null: nothing yet. */
  result(pid: Pid, number: number): CallResult | null {
    return this.program(pid)?.results[number] ?? null;
  }

  /** What the client's watchers have been told since the start. */
  events(pid: Pid): readonly { readonly watcher: string; readonly event: WatchedEvent }[] {
    return this.program(pid)?.events ?? [];
  }
}

const epochsOf = ({ acceptedEpoch, currentEpoch }: Disk) => ({
  acceptedEpoch: acceptedEpoch ?? 0,
  currentEpoch: currentEpoch ?? 0,
});
