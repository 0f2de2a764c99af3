import { InterventionRefused, World } from '../../kernel/world.ts';
import * as Disks from '../../protocols/election/disk.ts';
import type { Disk } from '../../protocols/election/disk.ts';
import type { Ghost } from '../../protocols/election/ghost.ts';
import { electionModel } from '../../protocols/election/model.ts';
import { isServing } from '../../protocols/election/server.ts';
import type { Server } from '../../protocols/election/server.ts';
import * as Txns from '../../protocols/election/txn-log.ts';
import type { Intervention, Latency } from '../../view/intervention.ts';
import type { Micros, Pid } from '../../view/time.ts';
import { zxidHex } from '../../view/zxid.ts';
import type { Zxid } from '../../view/zxid.ts';
import type { CheckAnswer, DiskState, LogFiles, Mode } from './answers.ts';
import type { EnsembleConfig } from './ensemble-config.ts';
import type { InitialDisks } from './initial-disks.ts';

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

/** The ensemble of a case, simulated. It offers what the tool offered that made the recordings. */
export class Ensemble {
  private readonly world: World<Server, Disk, Ghost>;
  /** Virtual time; the world's own is that of its last event. */
  private now: Micros = 0;
  /** Servers whose virtual machine is still starting, with the time when they will be up. */
  private readonly starting = new Map<Pid, Micros>();

  constructor(config: EnsembleConfig, begun: InitialDisks, seed: number) {
    const { servers, observers, tickTimeMs, initLimit, syncLimit } = config;
    const model = electionModel(
      {
        profile: 'zookeeper-3.8',
        tickTimeMs,
        initLimit,
        syncLimit,
        servers: Array.from({ length: servers }, (_, index) => ({
          sid: index + 1,
          observer: observers.includes(index + 1),
        })),
      },
      { latency: LATENCY, diskLatency: DISK_LATENCY },
    );
    const initialDisk = (sid: Pid): Disk => begun.get(sid) ?? Disks.blankDisk;
    this.world = new World({ ...model, initialDisk }, seed);
  }

  get sids(): readonly Pid[] {
    return this.world.model.pids;
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

  /** Whether it answers four-letter words. */
  answers(sid: Pid): boolean {
    return this.world.process(sid).liveness === 'up';
  }

  /** What `srvr` says. */
  mode(sid: Pid): Mode {
    const { s } = this.world.process(sid);
    if (s === null || !this.answers(sid)) return 'down';
    if (!isServing(s)) return 'not-serving';
    if (s.state === 'LEADING') return 'leader';
    return s.state === 'OBSERVING' ? 'observer' : 'follower';
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
    return this.world.process(sid).s?.processed ?? { epoch: 0, counter: 0 };
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
    return this.world.processes.map(({ pid, disk }) => ({
      sid: pid,
      ...epochsOf(disk),
      lastLogged: zxidHex(Disks.lastLogged(disk)),
      lastZxid: zxidHex(Disks.lastZxid(disk)),
      snapshots: disk.snapshots.map(({ zxid }) => `snapshot.${hex(zxid)}`),
    }));
  }

  logs(): ReadonlyMap<Pid, LogFiles> {
    return new Map(
      this.world.processes.map(({ pid, disk }) => [
        pid,
        Disks.logFiles(disk).map((file) => ({
          file: `log.${hex(Txns.first(file) ?? { epoch: 0, counter: 0 })}`,
          zxids: Txns.zxids(file).map(zxidHex),
        })),
      ]),
    );
  }
}

const hex = (zxid: Zxid): string => zxidHex(zxid).slice(2);

const epochsOf = ({ acceptedEpoch, currentEpoch }: Disk) => ({
  acceptedEpoch: acceptedEpoch ?? 0,
  currentEpoch: currentEpoch ?? 0,
});
