/** What the rows of a trace do (`trace.ts`): each waits until it has come to pass. */
import type { Flight } from '../../kernel/flight.ts';
import type { Pid } from '../../view/time.ts';
import { OPEN_ACL } from '../../zookeeper/tree/acl-cache.ts';
import { clientIn } from '../member.ts';
import { packetText, zxidOf } from './trace-packets.ts';
import { FIRST_CLIENT, fixed, TraceWorld } from './trace-world.ts';

/** The leader's disk while `a` is written: a follower has it on disk before the leader acknowledges it. */
const SLOW = fixed(50_000);

export class TraceActs extends TraceWorld {
  start(): void {
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

  propose(leader: Pid, zxid: string, letter: string): void {
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

  commit(row: string, leader: Pid, zxid: string): void {
    const isTold = (): boolean => this.state.told.some((text) => text.startsWith(`${zxid}=`));
    this.stage.until(
      row,
      () => this.has(leader, zxid).committed && isTold(),
      ({ to, message }) => to === leader && packetText(message) === `ACK(${zxid})`,
    );
  }

  takeCommit(row: string, from: Pid, to: Pid, zxid: string): void {
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
    // Before it serves, a learner remembers what is committed.
    if (this.phase(to) !== 'BROADCAST') stage.settle();
    else stage.until(row, () => this.has(to, zxid).committed);
  }

  /** Whoever follows a server that is down or asleep notices it now. */
  lookAgain(): void {
    const { stage } = this;
    for (const name of this.names) {
      const pid = this.pid(name);
      if (this.phase(pid) === undefined) continue;
      const leader = stage.server(pid).peer?.following?.leader;
      if (leader !== undefined && this.phase(leader) === undefined && stage.isWaitingForLeader(pid))
        stage.do({ kind: 'fire-timer', pid, timer: 'READ_TIMEOUT' });
    }
  }

  isElected(leader: Pid): boolean {
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

  discover(row: string, leader: Pid, learner: Pid): void {
    this.lookAgain();
    this.startMissing([leader, learner]);
    this.stage.until(row, () => this.isPromised(leader));
  }

  synchronise(row: string, leader: Pid, learner: Pid): string {
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
  bringUp(row: string, leader: Pid, members: readonly Pid[]): void {
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
  writeEpochFirst(row: string, learner: Pid): void {
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
