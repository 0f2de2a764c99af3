/**
 * Plays a trace of the broadcast row by row on the real members of an ensemble, and writes what came of it
 * in the same words: a trace holds when what is played is what is written.
 *
 *   start                                            | S1[F p1 a1] 1:1=a✓; S2[F p1 a1] 1:1=a✓; …
 *   S3           logs 1:2=b                          | S3[L p1 a1] 1:1=a✓,1:2=b
 *   S3 → S1      PROPOSAL(1:2), logged, ACK          | S1[F p1 a1] 1:1=a✓,1:2=b
 *   S3 → client  1:2 is committed and told           | S3[L p1 a1] 1:1=a✓,1:2=b✓
 *
 * Behind the bar stands who has changed (`trace-state.ts`), and `✗` with the invariants that the row breaks
 * for the first time. `a` is the transaction that opens the client's session, the others are nodes of their
 * letter, so that no zxid of the specification has to be shifted.
 */
import type { Flight } from '../../kernel/flight.ts';
import type { Latency } from '../../view/intervention.ts';
import type { Pid } from '../../view/time.ts';
import { OPEN_ACL } from '../../zookeeper/tree/acl-cache.ts';
import { clientIn } from '../member.ts';
import { ensembleModel } from '../quorum-model.ts';
import type { QuorumMutant } from '../../zookeeper/quorum/mutants.ts';
import { AFTER_DISCOVERY, FROM_DISCOVERY, packetText, zxidOf } from './trace-packets.ts';
import { TraceStage } from './trace-stage.ts';
import { TraceState } from './trace-state.ts';

export interface Trace {
  readonly name: string;
  readonly title: string;
  readonly servers: number;
  readonly rows: string;
  /** What a client was told to be done, in that order. */
  readonly told: string;
  readonly broken?: QuorumMutant;
  /** Which of our servers plays which one of the trace; not there: the one of its number. */
  readonly as?: Readonly<Record<string, Pid>>;
  /** Who starts together, one group after the other; not there: all at once. The last of a group leads. */
  readonly starts?: readonly (readonly string[])[];
  /** Servers that the client's connect string names, in this order: leaders. */
  readonly client: readonly string[];
  /** Letters that stand for the session of another client, with its server. */
  readonly sessions?: Readonly<Record<string, string>>;
  /** The epoch that every disk has at the beginning. */
  readonly epoch?: number;
  /** Packets of discovery wait too. */
  readonly everyPacket?: true;
}

const FIRST_CLIENT = 101;
const fixed = (us: number): Latency => ({ kind: 'fixed', us });
/** The leader's disk while `a` is written: a follower has it on disk before the leader acknowledges it. */
const SLOW = fixed(50_000);

class Playing {
  private readonly trace: Trace;
  private readonly stage: TraceStage;
  private readonly state = new TraceState();
  private readonly names: readonly string[];
  private readonly others: readonly string[];

  constructor(trace: Trace) {
    this.trace = trace;
    this.names = Array.from({ length: trace.servers }, (_, index) => `S${index + 1}`);
    this.others = Object.keys(trace.sessions ?? {});
    const { epoch, broken } = trace;
    const servers = (names: readonly string[]): Pid[] => names.map((name) => this.pid(name));
    const model = ensembleModel(
      {
        servers: this.names.map((_, index) => ({ sid: index + 1 })),
        clients: [
          trace.client,
          ...this.others.map((letter) => [trace.sessions?.[letter] ?? '']),
        ].map((connects, index) => ({
          id: FIRST_CLIENT + index,
          program: 'api',
          inOrder: true,
          servers: servers(connects),
        })),
      },
      // Nobody loses patience within a trace: who gives up, does so because a row says that it does.
      { initLimit: 50, syncLimit: 50, ...(broken !== undefined && { broken: [broken] }) },
      { latency: fixed(2000), diskLatency: fixed(1000) },
    );
    const { initialDisk, remember } = model;
    this.stage = new TraceStage(
      {
        ...model,
        initialDisk: (pid) =>
          epoch === undefined
            ? initialDisk(pid)
            : { ...initialDisk(pid), acceptedEpoch: epoch, currentEpoch: epoch },
        remember: (ghost, world, change) => {
          this.state.hear(change);
          return remember(ghost, world, change);
        },
      },
      1,
      trace.everyPacket === true ? FROM_DISCOVERY : AFTER_DISCOVERY,
    );
  }

  /** The same rows, with what has really come of each. */
  play(): string {
    let before = new Map<string, string>();
    const rows = this.trace.rows.trim().split('\n');
    return rows
      .map((row) => {
        const { world } = this.stage;
        const broken = world.violations.length;
        const said = this.perform(row.split('|')[0]?.trim() ?? '');
        const now = this.shown();
        const changed = [...now].filter(([name, text]) => before.get(name) !== text);
        before = now;
        const failed = world.violations.slice(broken).map(({ invariant }) => invariant);
        const what = changed.map(([, text]) => text).join('; ');
        return `${said} | ${what}${failed.length > 0 ? ` ✗ ${failed.join(', ')}` : ''}`;
      })
      .join('\n');
  }

  get told(): string {
    return this.state.told.filter((text) => !text.endsWith('=a')).join(' ');
  }

  private pid(name: string): Pid {
    return this.trace.as?.[name] ?? Number(name.slice(1));
  }

  private pids(names: string): Pid[] {
    return names.split(/[ ,]+/u).map((name) => this.pid(name));
  }

  private shown(): Map<string, string> {
    return new Map(
      this.names.map((name) => [name, this.state.show(name, this.stage.process(this.pid(name)))]),
    );
  }

  /** @returns the row's left side, with what was decided in it */
  private perform(row: string): string {
    if (row === 'start') {
      this.start();
      return row;
    }
    const [, who = '', to, what = ''] = /^(\S+)(?: → (\S+))? +(.+)$/u.exec(row) ?? [];
    const from = this.pid(who.split(',')[0] ?? '');
    const other = to === undefined || !to.startsWith('S') ? from : this.pid(to);
    const zxid = /\d+:\d+/u.exec(what)?.[0] ?? '';
    switch (what.replaceAll(/\d+:\d+(=\w)?/gu, 'z').replaceAll(/S\d( S\d)*/gu, 'S')) {
      case 'logs z':
        this.propose(from, zxid, what.slice(-1));
        return row;
      case 'PROPOSAL(z), logged, ACK':
      case 'PROPOSAL(z) overtakes, logged, ACK':
        this.stage.deliver(from, other, `PROPOSAL(${zxid})`, what.includes('overtakes'));
        this.stage.until(row, () => this.has(other, zxid).logged && this.acks(other, from, zxid));
        return row;
      case 'PROPOSAL(z), ACK, not yet on disk':
        this.stage.do({ kind: 'disk-latency', pid: other, latency: fixed(10_000_000) });
        this.stage.deliver(from, other, `PROPOSAL(${zxid})`);
        this.stage.until(row, () => this.acks(other, from, zxid));
        return row;
      case 'z is committed and told':
        this.commit(row, from, zxid);
        return row;
      case 'COMMIT(z)':
        this.takeCommit(row, from, other, zxid);
        return row;
      case 'die':
        for (const pid of this.pids(who)) this.stage.do({ kind: 'kill', pid });
        return row;
      case 'lose power':
        for (const pid of this.pids(who)) {
          this.stage.do({ kind: 'power-off', pid });
          this.stage.do({ kind: 'disk-latency', pid, latency: null });
        }
        return row;
      case 'start again':
        this.stage.do({ kind: 'start', pids: this.pids(who) });
        return row;
      case 'sleeps':
        this.stage.do({ kind: 'pause', pid: from });
        return row;
      case 'wakes':
        this.stage.do({ kind: 'resume', pid: from });
        this.stage.settle();
        return row;
      case 'is elected':
        this.lookAgain();
        this.stage.until(row, () => this.isElected(from));
        return row;
      default:
    }
    if (what.startsWith('sync')) return this.synchronise(row, from, other);
    if (what.startsWith('leads epoch')) this.discover(row, from, other);
    else if (what.startsWith('established'))
      this.bringUp(row, from, this.pids(/S.*/u.exec(what)?.[0] ?? ''));
    else if (what === 'is up to date') this.bringUp(row, other, [from]);
    else if (what.startsWith('writes currentEpoch')) this.writeEpochFirst(row, from, other);
    else {
      this.stage.deliver(from, other, what);
      this.stage.settle();
    }
    return row;
  }

  private has(pid: Pid, zxid: string): { logged: boolean; committed: boolean } {
    return this.state.has(pid, this.stage.process(pid).disk, zxid);
  }

  private acks(from: Pid, to: Pid, zxid: string): boolean {
    return this.stage
      .waiting()
      .some(
        (each) =>
          each.from === from && each.to === to && packetText(each.message) === `ACK(${zxid})`,
      );
  }

  private phase(pid: Pid): string | undefined {
    return this.stage.process(pid).liveness === 'up'
      ? this.stage.server(pid).peer?.phase
      : undefined;
  }

  private start(): void {
    const { stage, state, trace } = this;
    const everything = (): boolean => true;
    const up: Pid[] = [];
    for (const group of trace.starts ?? [this.names]) {
      const pids = group.map((name) => this.pid(name));
      up.push(...pids);
      stage.do({ kind: 'start', pids });
      stage.until(
        'all serve',
        () => up.every((pid) => this.phase(pid) === 'BROADCAST'),
        everything,
      );
    }
    const leader = up.find((pid) => stage.server(pid).peer?.state === 'LEADING') ?? 0;
    stage.do({ kind: 'disk-latency', pid: leader, latency: SLOW });
    stage.do({ kind: 'start', pids: [FIRST_CLIENT] });
    const isDone = (): boolean => up.every((pid) => this.has(pid, '1:1').committed);
    stage.until('a is committed', () => isDone() && stage.waiting().length === 0, everything);
    state.opening = '?';
    stage.do({ kind: 'disk-latency', pid: leader, latency: null });
  }

  private propose(leader: Pid, zxid: string, letter: string): void {
    const { stage, state } = this;
    const other = this.others.indexOf(letter);
    if (other === -1) {
      stage.until('the client is connected', () => this.isConnectedTo(leader));
      const request = {
        op: 'create',
        path: `/${letter}`,
        data: null,
        acl: OPEN_ACL,
        mode: 'PERSISTENT',
      };
      const text = JSON.stringify({ kind: 'request', request });
      stage.do({ kind: 'input', pid: FIRST_CLIENT, name: 'LINE', data: { text } });
    } else {
      state.opening = letter;
      stage.do({ kind: 'start', pids: [FIRST_CLIENT + 1 + other] });
    }
    stage.until(`${zxid} is logged`, () => this.has(leader, zxid).logged);
  }

  private isConnectedTo(server: Pid): boolean {
    const client = clientIn(this.stage.process(FIRST_CLIENT).s);
    const connection = this.stage.world.network.connections.get(client?.connection ?? 0);
    return client?.handle?.state === 'CONNECTED' && connection?.acceptor === server;
  }

  private commit(row: string, leader: Pid, zxid: string): void {
    const isTold = (): boolean => this.state.told.some((text) => text.startsWith(`${zxid}=`));
    this.stage.until(
      row,
      () => this.has(leader, zxid).committed && isTold(),
      ({ to, message }) => to === leader && packetText(message) === `ACK(${zxid})`,
    );
  }

  private takeCommit(row: string, from: Pid, to: Pid, zxid: string): void {
    const { stage } = this;
    const isSent = (): boolean =>
      stage
        .waiting()
        .some((each) => each.to === to && packetText(each.message) === `COMMIT(${zxid})`);
    if (!isSent())
      stage.until(
        row,
        isSent,
        (each) => each.to === from && packetText(each.message) === `ACK(${zxid})`,
      );
    stage.deliver(from, to, `COMMIT(${zxid})`);
    stage.until(row, () => this.has(to, zxid).committed);
  }

  /** Whoever follows a server that is down or asleep notices it now. */
  private lookAgain(): void {
    const { stage } = this;
    for (const name of this.names) {
      const pid = this.pid(name);
      if (this.phase(pid) === undefined) continue;
      const leader = stage.server(pid).peer?.following?.leader;
      if (leader !== undefined && this.phase(leader) === undefined && stage.isWaitingForLeader(pid))
        stage.do({ kind: 'fire-timer', pid, timer: 'READ_TIMEOUT' });
    }
  }

  private isElected(leader: Pid): boolean {
    const up = this.names
      .map((name) => this.pid(name))
      .filter((pid) => this.phase(pid) !== undefined);
    return up.every((pid) => {
      const state = this.stage.server(pid).peer?.state;
      return state === (pid === leader ? 'LEADING' : 'FOLLOWING');
    });
  }

  private epochOf(leader: Pid): number {
    return this.stage.server(leader).peer?.leading?.epoch ?? -1;
  }

  private startMissing(pids: readonly Pid[]): void {
    const down = pids.filter((pid) => this.stage.process(pid).s === null);
    if (down.length > 0) this.stage.do({ kind: 'start', pids: down });
  }

  /** Everybody who is up has promised the leader's epoch, and the leader has its quorum. */
  private isPromised(leader: Pid): boolean {
    if (!this.isElected(leader)) return false;
    const epoch = this.epochOf(leader);
    return (
      this.phase(leader) !== 'DISCOVERY' &&
      this.stage.process(leader).disk.currentEpoch === epoch &&
      this.names.every((name) => {
        const pid = this.pid(name);
        return this.phase(pid) === undefined || this.hasPromised(pid, epoch);
      })
    );
  }

  private hasPromised(pid: Pid, epoch: number): boolean {
    return this.stage.process(pid).disk.acceptedEpoch === epoch && this.phase(pid) !== 'DISCOVERY';
  }

  private discover(row: string, leader: Pid, learner: Pid): void {
    this.lookAgain();
    this.startMissing([leader, learner]);
    this.stage.until(row, () => this.isPromised(leader));
  }

  private synchronise(row: string, leader: Pid, learner: Pid): string {
    const { stage } = this;
    const sent = new Map<number, string>();
    const passes = (each: Flight): boolean => {
      if (each.from !== leader || each.to !== learner) return false;
      sent.set(each.id, packetText(each.message));
      return true;
    };
    this.lookAgain();
    this.startMissing([leader, learner]);
    stage.until(
      row,
      () => this.isPromised(leader) && this.acks(learner, leader, `${this.epochOf(leader)}:0`),
      passes,
    );
    const view = stage.server(leader).peer?.leading?.learners.find(({ sid }) => sid === learner);
    const packets = [...sent.values()];
    const how = packets.find((text) => /^(?:DIFF|TRUNC|SNAP)/u.test(text)) ?? '';
    const more = packets
      .filter((text) => text.startsWith('PROPOSAL'))
      .map((text) => text.slice(9, -1));
    const decided = how.startsWith('DIFF') ? `DIFF(${more.join(',') || 'empty'})` : how;
    const last = this.state.last(stage.process(leader).disk);
    const from = `${row.split(' sync')[0]}`;
    return `${from} sync: has ${zxidOf(view?.zxid ?? { epoch: 0, counter: 0 })}, leader ${last}, ${decided.replace(/^SNAP.*/u, 'SNAP')}`;
  }

  /** Acknowledgements reach the leader, and UPTODATE the learners. */
  private bringUp(row: string, leader: Pid, members: readonly Pid[]): void {
    const { stage } = this;
    const concerns = ({ from, to }: Flight): boolean =>
      (to === leader && members.includes(from)) || (from === leader && members.includes(to));
    const isIdle = (pid: Pid): boolean => {
      const { committing, final } = stage.server(pid);
      return committing.committed.length === 0 && final.length === 0;
    };
    stage.until(
      row,
      () =>
        members.every((pid) => this.phase(pid) === 'BROADCAST' && isIdle(pid)) &&
        !stage.waiting().some(concerns),
      concerns,
    );
  }

  /** It is handed its history, and stopped as soon as currentEpoch alone is on disk. */
  private writeEpochFirst(row: string, learner: Pid, leader: Pid): void {
    void leader;
    const { stage } = this;
    stage.until(
      row,
      () => {
        const { disk } = stage.process(learner);
        return disk.currentEpoch === disk.acceptedEpoch;
      },
      ({ to, message }) => to === learner && message.type !== 'PING',
    );
  }
}

/** What the rows of a trace come to, and what its clients were told. */
export function play(trace: Trace): { readonly rows: string; readonly told: string } {
  const playing = new Playing(trace);
  const rows = playing.play();
  return { rows, told: playing.told };
}
