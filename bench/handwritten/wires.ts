/** What carries events in the hand-written simulation: timers, disks, channels and connections. */
import type { Io, Message } from '../../src/kernel/model.ts';
import type { ElectionModel } from '../../src/ensemble/election/model.ts';
import type { Pid } from '../../src/view/time.ts';
import { DISK, Heap, MESSAGE, NEWS, SYN, TIMER } from './events.ts';
import type { Due } from './events.ts';
import { IDLE } from './stages.ts';
import { STARTING } from './states.ts';
import type { Process } from './states.ts';

interface Connection {
  dialer: Pid;
  acceptor: Pid;
  port: string;
  known: boolean;
  open: boolean;
  dialerGone: boolean;
  acceptorGone: boolean;
}

export const FIN: Message = { type: 'FIN' };

export class Wires implements Io {
  now = 0;
  readonly clock = 0;
  /** Of the handler that speaks; 0: the process itself. */
  key = 0;
  /** Handlers to be made, or (false) ended, once the others rest. */
  readonly wishes: { key: number; begins: boolean }[] = [];
  readonly peers: Process[] = [];
  readonly took = 0;
  protected readonly heap = new Heap();
  protected readonly connections = new Map<number, Connection>();
  private readonly byPid: Process[] = [];
  private nextSeq = 1;
  private nextConnection = 1;
  protected current!: Process;
  protected readonly model: ElectionModel;
  private readonly latency: number;
  private readonly sync: number;

  constructor(model: ElectionModel, latency: number, sync: number) {
    this.model = model;
    this.latency = latency;
    this.sync = sync;
    for (const pid of model.pids) {
      const peer: Process = {
        pid,
        s: null,
        state: STARTING,
        handlers: [],
        preparing: false,
        syncing: IDLE,
        committing: false,
        finishing: false,
        disk: model.initialDisk(pid),
        life: 0,
        timers: new Map(),
        ports: [],
        diskFreeAt: 0,
      };
      this.peers.push(peer);
      this.byPid[pid] = peer;
    }
  }

  did(): void {}

  peer(pid: Pid): Process {
    return this.byPid[pid] as Process;
  }

  // ---- connections

  protected arriveSyn(id: number): void {
    const connection = this.connections.get(id) as Connection;
    const { dialer, acceptor, port } = connection;
    const peer = this.peer(acceptor);
    const accepted = peer.s !== null && peer.ports.includes(port);
    connection.known = accepted;
    if (!accepted) {
      this.tell(dialer, 'CLOSED', acceptor, id, port, 'refused', true, this.latency);
      return;
    }
    this.tell(dialer, 'CONNECTED', acceptor, id, port, '', true, this.latency);
    this.tell(acceptor, 'CONNECTED', dialer, id, port, '', false, 0);
  }

  protected arrives(peer: Process, due: Due): boolean {
    const connection = this.connections.get(due.connection);
    if (due.type === 'CONNECTED') {
      if (connection === undefined) return false;
      if (peer.pid === connection.dialer ? connection.dialerGone : connection.acceptorGone) {
        return false;
      }
      if (due.dialled) connection.open = true;
      return true;
    }
    if (due.reason !== 'refused') return true;
    return this.connections.delete(due.connection);
  }

  protected lose(which: (due: Due) => boolean): void {
    for (const due of this.heap.items) if (due.kind === MESSAGE && which(due)) due.dead = true;
  }

  protected tell(
    pid: Pid,
    type: string,
    from: Pid,
    id: number,
    port: string,
    reason: string,
    dialled: boolean,
    delay: number,
  ): void {
    const { s, life } = this.peer(pid);
    if (s === null) return;
    const due = this.schedule(this.now + delay, NEWS, pid, type, from, id, null, life);
    due.port = port;
    due.reason = reason;
    due.dialled = dialled;
  }

  protected schedule(
    time: number,
    kind: number,
    pid: Pid,
    type: string,
    from: Pid,
    connection: number,
    payload: unknown,
    life: number,
  ): Due {
    const due: Due = {
      time,
      seq: this.nextSeq++,
      kind,
      pid,
      type,
      from,
      connection,
      payload,
      life,
      dead: false,
      fifo: false,
      port: '',
      reason: '',
      dialled: false,
    };
    this.heap.push(due);
    return due;
  }

  // ---- what a rule may do [Io]

  get self(): Pid {
    return this.current.pid;
  }

  get explaining(): boolean {
    return false;
  }

  deliver(): boolean {
    throw new Error('the election delivers nothing by hand');
  }

  drop(): boolean {
    throw new Error('the election drops nothing by hand');
  }

  random(): number {
    return 0;
  }

  explain(): void {}

  send(id: number, message: Message): void {
    const connection = this.connections.get(id);
    if (connection === undefined || connection.dialerGone || connection.acceptorGone) return;
    const { pid } = this.current;
    if (pid === connection.dialer && !connection.open) return;
    const to = pid === connection.dialer ? connection.acceptor : connection.dialer;
    this.schedule(this.now + this.latency, MESSAGE, to, message.type, pid, id, message, 0);
  }

  sendTo(to: Pid, message: Message): void {
    if (this.peer(to).s === null) return;
    const at = this.now + this.latency;
    this.schedule(at, MESSAGE, to, message.type, this.current.pid, 0, message, 0).fifo = true;
  }

  dial(to: Pid, port: string): number {
    const id = this.nextConnection++;
    this.connections.set(id, {
      dialer: this.current.pid,
      acceptor: to,
      port,
      known: false,
      open: false,
      dialerGone: false,
      acceptorGone: false,
    });
    this.schedule(this.now + this.latency, SYN, to, 'SYN', this.current.pid, id, null, 0);
    return id;
  }

  close(id: number): void {
    const connection = this.connections.get(id);
    if (connection === undefined) return;
    const { pid } = this.current;
    const mine = pid === connection.dialer;
    if (mine ? connection.dialerGone : connection.acceptorGone) return;
    if (mine) connection.dialerGone = true;
    else connection.acceptorGone = true;
    this.lose((due) => due.connection === id && due.pid === pid);
    if (!connection.known || (connection.dialerGone && connection.acceptorGone)) {
      this.connections.delete(id);
      return;
    }
    const to = mine ? connection.acceptor : connection.dialer;
    this.schedule(this.now + this.latency, MESSAGE, to, 'FIN', pid, id, FIN, 0);
  }

  listen(port: string): void {
    if (!this.current.ports.includes(port)) this.current.ports.push(port);
  }

  unlisten(port: string): void {
    this.current.ports = this.current.ports.filter((each) => each !== port);
  }

  spawn(_name: string, key: number): void {
    this.wishes.push({ key, begins: true });
  }

  stop(key: number): void {
    this.wishes.push({ key, begins: false });
  }

  setTimer(type: string, delay: number): void {
    const { pid, timers } = this.current;
    timers.set(type, this.schedule(this.now + delay, TIMER, pid, type, 0, 0, null, 0).seq);
  }

  clearTimer(type: string): void {
    this.current.timers.delete(type);
  }

  persist(disk: unknown, type: string, data: unknown = null): void {
    const { current } = this;
    const done = Math.max(this.now, current.diskFreeAt) + this.sync;
    current.diskFreeAt = done;
    this.schedule(done, DISK, current.pid, type, 0, 0, { disk, data }, current.life);
  }
}
