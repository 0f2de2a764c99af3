import type { ApiState, Told } from '../../clients/api-program.ts';
import { itemAt, itemsOf, noItems } from '../../kernel/long-list.ts';
import type { Call, CallResult } from '../../clients/calls.ts';
import { localsOf } from '../../clients/routines.ts';
import type { Routines } from '../../clients/routines.ts';
import type { ZooKeeperModel } from '../../ensemble/model.ts';
import { ensembleModel } from '../../ensemble/quorum-model.ts';
import { maxZxid, ZERO } from '../../protocols/election/zxid.ts';
import type { Micros, Pid } from '../../view/time.ts';
import type { ZooCfg } from '../../view/zookeeper-setup.ts';
import { zxidHex } from '../../view/zxid.ts';
import type { Zxid } from '../../view/zxid.ts';
import { blankDisk, lastLogged } from '../../zookeeper/server/disk.ts';
import type { Disk } from '../../zookeeper/server/disk.ts';
import { Driven, ONE_MACHINE } from '../driven/driven.ts';
import type { CheckAnswer, DiskState, LogFiles, Mode } from './answers.ts';
import type { EnsembleConfig } from './ensemble-config.ts';
import type { InitialDisks } from './initial-disks.ts';
import { logFilesOf } from './log-files.ts';

/** A virtual machine for Java takes about so long until the server in it opens its ports. */
const START_UP: Micros = 500_000;

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
export class Ensemble extends Driven {
  constructor(
    config: EnsembleConfig,
    begun: InitialDisks,
    clients: readonly ClientPlan[],
    seed: number,
    cfg: ZooCfg = { maxSessionTimeout: LONGEST_SESSION },
  ) {
    const { servers, observers, tickTimeMs, initLimit, syncLimit, groups, leaderServes } = config;
    const sids = Array.from({ length: servers }, (_, index) => index + 1);
    const model = ensembleModel(
      {
        servers: sids.map((sid) => {
          const listed = config.lists.get(sid);
          return { sid, startMs: null, ...(listed !== undefined && { lists: listed }) };
        }),
        cfg: { tickTime: tickTimeMs, ...cfg, ...config.cfg },
        clients: clients.map(({ pid, sid, timeoutMs }) => ({
          id: pid,
          program: 'api',
          servers: [sid],
          timeoutMs,
          startMs: null,
        })),
      },
      {
        ...config.sessions,
        observers,
        initLimit,
        syncLimit,
        leaderServes,
        ...(groups !== null && { groups }),
      },
      ONE_MACHINE,
    );
    const initialDisk = (pid: Pid): Disk => begun.get(pid) ?? blankDisk;
    // What an ensemble's invariants remember besides is no matter here.
    super({ ...model, initialDisk } as unknown as ZooKeeperModel, seed);
  }

  override start(sid: Pid): void {
    super.start(sid, START_UP);
  }

  /** What `srvr` says. */
  mode(sid: Pid): Mode {
    const s = this.server(sid);
    if (s === null || !this.answers(sid)) return 'down';
    if (!this.serves(sid)) return 'not-serving';
    if (s.peer?.state === 'LEADING') return 'leader';
    return s.peer?.state === 'OBSERVING' ? 'observer' : 'follower';
  }

  /** The one that leads and serves. */
  leader(): Pid | null {
    return this.sids.find((sid) => this.mode(sid) === 'leader') ?? null;
  }

  /** The last zxid of a server that runs. */
  zxid(sid: Pid): Zxid {
    return this.server(sid)?.tree.lastZxid ?? ZERO;
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

  /** ms, as negotiated; null: it has no session yet. */
  sessionTimeout(pid: Pid): number | null {
    const handle = this.client(pid)?.handle;
    return handle?.state === 'CONNECTED' ? handle.timeout : null;
  }

  handleState(pid: Pid): string | null {
    return this.client(pid)?.handle?.state ?? null;
  }

  session(pid: Pid): string {
    return this.client(pid)?.handle?.session ?? '';
  }

  private program(pid: Pid): ApiState | null {
    const client = this.client(pid);
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
    const number = this.program(pid)?.results.longList ?? 0;
    this.type(pid, JSON.stringify(call));
    return number;
  }

  /** What became of a call so far; null: nothing yet. */
  result(pid: Pid, number: number): CallResult | null {
    const program = this.program(pid);
    return program === null ? null : itemAt(program.results, number);
  }

  /** What the client's watchers have been told since the start. */
  events(pid: Pid): readonly Told[] {
    return itemsOf(this.program(pid)?.events ?? noItems);
  }
}

const epochsOf = ({ acceptedEpoch, currentEpoch }: Disk) => ({
  acceptedEpoch: acceptedEpoch ?? 0,
  currentEpoch: currentEpoch ?? 0,
});
