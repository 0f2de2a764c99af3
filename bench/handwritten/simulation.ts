/**
 * The yardstick of E1: the same ensemble without kernel and without state machines. Everything is
 * changed in place, nothing is digested, checked, recorded or kept; the rules on a server's state
 * are the protocol's own. It knows just what the bench needs: one fixed latency, no cuts, no pauses.
 */
import type { PeerEvent } from '../../src/protocols/election/events.ts';
import type { Pid } from '../../src/view/time.ts';
import { DISK, INPUT, MESSAGE, NEWS, START, SYN, TIMER } from './events.ts';
import type { Due } from './events.ts';
import { goOnHandling, inHandler, newHandler } from './handlers.ts';
import { goOn } from './leading.ts';
import { inPeer } from './peer.ts';
import { goOnWorking, IDLE, inStage } from './stages.ts';
import { STARTING } from './states.ts';
import type { Process } from './states.ts';
import type { Disk } from '../../src/zookeeper/server/disk.ts';
import { edit } from '../../src/zookeeper/server/server.ts';
import { FIN, Wires } from './wires.ts';

export class Simulation extends Wires {
  events = 0;
  /** When the last event happened. */
  lastEvent = 0;

  // ---- what is done from outside

  start(pid: Pid): void {
    const peer = this.peer(pid);
    const others = this.peers.filter(({ s }) => s !== null);
    peer.s = edit(this.model.boot(pid, peer.disk, null));
    peer.state = STARTING;
    peer.life++;
    this.schedule(this.now, START, pid, 'START', 0, 0, null, peer.life);
    for (const other of others) this.tell(other.pid, 'LINK_UP', pid, 0, '', '', false, 0);
  }

  kill(pid: Pid): void {
    for (const [id, connection] of [...this.connections]) {
      const { dialer, acceptor } = connection;
      if (dialer !== pid && acceptor !== pid) continue;
      if (pid === acceptor && !connection.known) continue;
      if (dialer === pid) connection.dialerGone = true;
      else connection.acceptorGone = true;
      const gone = dialer === pid ? connection.acceptorGone : connection.dialerGone;
      this.connections.delete(id);
      this.lose((due) => due.connection === id);
      if (!connection.known || gone) continue;
      const peer = dialer === pid ? acceptor : dialer;
      this.tell(peer, 'CLOSED', pid, id, connection.port, 'reset', peer === dialer, 0);
    }
    this.lose((due) => due.fifo && (due.from === pid || due.pid === pid));
    for (const { pid: peer } of this.peers) {
      if (peer !== pid) this.tell(peer, 'LINK_DOWN', pid, 0, '', '', false, 0);
    }
    const peer = this.peer(pid);
    peer.s = null;
    peer.handlers = [];
    peer.preparing = false;
    peer.syncing = IDLE;
    peer.committing = false;
    peer.finishing = false;
    peer.life++;
    peer.timers.clear();
    peer.ports.length = 0;
    peer.diskFreeAt = 0;
  }

  write(pid: Pid, ops: number): void {
    this.schedule(this.now, INPUT, pid, 'CLIENT_WRITE', 0, 0, { ops }, this.peer(pid).life);
  }

  /** Takes every event that is due by then. */
  runTo(time: number): void {
    const { heap } = this;
    for (;;) {
      const due = heap.items[0];
      if (due === undefined || due.time > time) break;
      heap.pop();
      if (this.isLive(due)) this.take(due);
    }
    this.now = time;
  }

  private isLive(due: Due): boolean {
    if (due.dead) return false;
    if (due.kind === MESSAGE) return true;
    if (due.kind === TIMER) return this.peer(due.pid).timers.get(due.type) === due.seq;
    if (due.kind === SYN) return this.connections.has(due.connection);
    return this.peer(due.pid).life === due.life;
  }

  private take(due: Due): void {
    const peer = this.peer(due.pid);
    this.current = peer;
    this.now = due.time;
    this.lastEvent = due.time;
    this.events++;
    switch (due.kind) {
      case MESSAGE:
        if (peer.s === null) return;
        if (due.payload === FIN) this.finish(peer, due);
        else this.hand(peer, due);
        return;
      case TIMER:
        peer.timers.delete(due.type);
        this.hand(peer, due);
        return;
      case DISK: {
        const { disk, data } = due.payload as { disk: Disk; data: unknown };
        peer.disk = disk;
        due.payload = data;
        this.hand(peer, due);
        return;
      }
      case NEWS:
        if (this.arrives(peer, due)) this.hand(peer, due);
        return;
      case SYN:
        this.arriveSyn(due.connection);
        return;
      default:
        this.hand(peer, due);
    }
  }

  private hand(peer: Process, due: Due): void {
    const message = due.kind === MESSAGE ? due.payload : null;
    const data = due.kind === MESSAGE ? null : due.payload;
    const { type, from, connection, port, reason, dialled } = due;
    const e = { type, io: this, from, connection, message, data, port, reason, dialled };
    const handler = peer.handlers.find(({ key }) => key === connection);
    if (handler !== undefined) {
      this.key = connection;
      inHandler(peer, handler, e);
    } else {
      this.key = 0;
      if (!inStage(peer, e)) inPeer(peer, e);
    }
    this.rest(peer, e);
  }

  /** What one has passed on is taken up by another, until none has anything to do. */
  private rest(peer: Process, e: PeerEvent): void {
    this.goOn(peer, e, false);
    this.part(peer);
    let moved = true;
    while (moved) {
      moved = this.goOn(peer, e, true);
      moved = this.part(peer) || moved;
    }
  }

  private goOn(peer: Process, e: PeerEvent, all: boolean): boolean {
    this.key = 0;
    let moved = all && goOn(peer, e);
    moved = goOnWorking(peer, e) || moved;
    for (const handler of peer.handlers) {
      this.key = handler.key;
      moved = goOnHandling(peer, handler, e) || moved;
    }
    return moved;
  }

  private part(peer: Process): boolean {
    const { wishes } = this;
    if (wishes.length === 0) return false;
    for (const { key, begins } of wishes) {
      peer.handlers = peer.handlers.filter((each) => each.key !== key);
      if (begins) peer.handlers.push(newHandler(key));
    }
    wishes.length = 0;
    return true;
  }

  private finish(peer: Process, due: Due): void {
    const id = due.connection;
    const connection = this.connections.get(id);
    if (connection === undefined) return;
    this.connections.delete(id);
    this.lose((each) => each.connection === id && each.kind === MESSAGE);
    const dialled = peer.pid === connection.dialer;
    if (dialled ? connection.dialerGone : connection.acceptorGone) return;
    due.type = 'CLOSED';
    due.kind = NEWS;
    due.payload = null;
    due.port = connection.port;
    due.reason = 'closed';
    due.dialled = dialled;
    this.hand(peer, due);
  }
}
