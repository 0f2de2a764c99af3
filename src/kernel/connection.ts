import type { Micros, Pid } from '../view/time.ts';

/** One direction of a connection, or a FIFO channel: nothing overtakes in it. */
export class Lane {
  lastArrival: Micros = 0;
  /** A message in it is held by hand, and so is what comes behind. */
  holding = false;
  /** A cut went through it: it carries nothing any more. */
  severed = false;

  clone(): Lane {
    const copy = new Lane();
    copy.lastArrival = this.lastArrival;
    copy.holding = this.holding;
    copy.severed = this.severed;
    return copy;
  }
}

/**
 * `dialling`: the request is under way, `accepted` or `refused`: the answer is under way, `open`:
 * the dialler has heard it.
 */
export type ConnectionPhase = 'dialling' | 'refused' | 'accepted' | 'open';

/**
 * A TCP connection. Through a cut lane nothing comes any more; the ends notice only by their own
 * time-outs, or when the link is mended.
 */
export class Connection {
  phase: ConnectionPhase = 'dialling';
  /** Ends that know it closed, closed it themselves, or died. */
  dialerGone = false;
  acceptorGone = false;
  readonly id: number;
  readonly dialer: Pid;
  readonly acceptor: Pid;
  readonly port: string;
  /** From the dialler to the acceptor. */
  readonly there: Lane;
  /** From the acceptor to the dialler. */
  readonly back: Lane;

  constructor(
    id: number,
    dialer: Pid,
    acceptor: Pid,
    port: string,
    there = new Lane(),
    back = new Lane(),
  ) {
    this.id = id;
    this.dialer = dialer;
    this.acceptor = acceptor;
    this.port = port;
    this.there = there;
    this.back = back;
  }

  /** Whether the acceptor's side has heard of it. */
  get known(): boolean {
    return this.phase === 'accepted' || this.phase === 'open';
  }

  peerOf(pid: Pid): Pid {
    return pid === this.dialer ? this.acceptor : this.dialer;
  }

  lane(from: Pid): Lane {
    return from === this.dialer ? this.there : this.back;
  }

  joins(a: Pid, b: Pid): boolean {
    return (this.dialer === a && this.acceptor === b) || (this.dialer === b && this.acceptor === a);
  }

  gone(pid: Pid): boolean {
    return pid === this.dialer ? this.dialerGone : this.acceptorGone;
  }

  leave(pid: Pid): void {
    if (pid === this.dialer) this.dialerGone = true;
    else this.acceptorGone = true;
  }

  clone(): Connection {
    const { id, dialer, acceptor, port, there, back } = this;
    const copy = new Connection(id, dialer, acceptor, port, there.clone(), back.clone());
    copy.phase = this.phase;
    copy.dialerGone = this.dialerGone;
    copy.acceptorGone = this.acceptorGone;
    return copy;
  }
}
