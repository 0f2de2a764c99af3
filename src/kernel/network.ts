import type { LinkNature } from '../view/frame.ts';
import type { Latency } from '../view/intervention.ts';
import type { Micros, Pid } from '../view/time.ts';
import type { Message } from './model.ts';

/** A message under way. `due` is the number of its pending delivery, -1 while it is held. */
export class Flight {
  readonly id: number;
  readonly from: Pid;
  readonly to: Pid;
  readonly nature: LinkNature;
  /** TCP connection, 0 for none. */
  readonly connection: number;
  /** What is delivered; {@link FIN} ends the connection. */
  readonly message: Message;
  readonly sentAt: Micros;
  readonly sentStep: number;
  readonly arrivesAt: Micros;
  readonly due: number;

  constructor(
    id: number,
    from: Pid,
    to: Pid,
    nature: LinkNature,
    connection: number,
    message: Message,
    sentAt: Micros,
    sentStep: number,
    arrivesAt: Micros,
    due: number,
  ) {
    this.id = id;
    this.from = from;
    this.to = to;
    this.nature = nature;
    this.connection = connection;
    this.message = message;
    this.sentAt = sentAt;
    this.sentStep = sentStep;
    this.arrivesAt = arrivesAt;
    this.due = due;
  }

  get held(): boolean {
    return this.due === -1;
  }

  moved(arrivesAt: Micros, due: number): Flight {
    return new Flight(
      this.id,
      this.from,
      this.to,
      this.nature,
      this.connection,
      this.message,
      this.sentAt,
      this.sentStep,
      arrivesAt,
      due,
    );
  }
}

/** The end of a connection, travelling behind what was sent before. Nobody sees it on stage. */
export const FIN: Message = { type: 'FIN' };

/** One direction of a connection, or a FIFO channel: nothing overtakes in it. */
export class Lane {
  lastArrival: Micros = 0;
  /** Messages with this number and later ones wait; 0 when nothing is held. */
  heldFrom = 0;

  clone(): Lane {
    const copy = new Lane();
    copy.lastArrival = this.lastArrival;
    copy.heldFrom = this.heldFrom;
    return copy;
  }
}

export type ConnectionPhase = 'dialling' | 'accepted' | 'open';

/**
 * A TCP connection. `severed` directions carry nothing any more (a cut went through them); the
 * ends notice only by their own time-outs, or when the link is mended.
 */
export class Connection {
  phase: ConnectionPhase = 'dialling';
  readonly there = { lane: new Lane(), severed: false };
  readonly back = { lane: new Lane(), severed: false };
  /** Ends that know it closed or closed it themselves. */
  dialerGone = false;
  acceptorGone = false;
  readonly id: number;
  readonly dialer: Pid;
  readonly acceptor: Pid;
  readonly port: string;
  readonly dialerLife: number;
  acceptorLife: number;

  constructor(
    id: number,
    dialer: Pid,
    acceptor: Pid,
    port: string,
    dialerLife: number,
    acceptorLife: number,
  ) {
    this.id = id;
    this.dialer = dialer;
    this.acceptor = acceptor;
    this.port = port;
    this.dialerLife = dialerLife;
    this.acceptorLife = acceptorLife;
  }

  peerOf(pid: Pid): Pid {
    return pid === this.dialer ? this.acceptor : this.dialer;
  }

  direction(from: Pid): { lane: Lane; severed: boolean } {
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
    const copy = new Connection(
      this.id,
      this.dialer,
      this.acceptor,
      this.port,
      this.dialerLife,
      this.acceptorLife,
    );
    copy.phase = this.phase;
    copy.dialerGone = this.dialerGone;
    copy.acceptorGone = this.acceptorGone;
    copy.there.severed = this.there.severed;
    copy.back.severed = this.back.severed;
    copy.there.lane.lastArrival = this.there.lane.lastArrival;
    copy.there.lane.heldFrom = this.there.lane.heldFrom;
    copy.back.lane.lastArrival = this.back.lane.lastArrival;
    copy.back.lane.heldFrom = this.back.lane.heldFrom;
    return copy;
  }
}

/** What was done by hand to one direction of a link; replaced whole, never changed. */
export interface LinkFault {
  readonly cut: boolean;
  readonly latency: Latency | null;
  readonly loss: number;
  readonly duplication: number;
}

export const healthy: LinkFault = { cut: false, latency: null, loss: 0, duplication: 0 };

/** All channels between processes, as data; what happens on them is decided in `traffic.ts`. */
export class Network {
  readonly flights: Map<number, Flight>;
  readonly connections: Map<number, Connection>;
  /** FIFO channels by link key. */
  readonly channels: Map<number, Lane>;
  readonly faults: Map<number, LinkFault>;
  /** How many messages each link with a `listed` latency has carried. */
  readonly carried: Map<number, number>;
  /** Latency of every link, set by hand; null: the model's own. */
  latency: Latency | null = null;
  nextFlight = 1;
  nextConnection = 1;

  constructor(from?: Network) {
    this.flights = new Map(from?.flights);
    this.connections = new Map();
    this.channels = new Map();
    this.faults = new Map(from?.faults);
    this.carried = new Map(from?.carried);
    if (from === undefined) return;
    for (const [id, connection] of from.connections) this.connections.set(id, connection.clone());
    for (const [key, lane] of from.channels) this.channels.set(key, lane.clone());
    this.latency = from.latency;
    this.nextFlight = from.nextFlight;
    this.nextConnection = from.nextConnection;
  }

  clone(): Network {
    return new Network(this);
  }

  isCut(key: number): boolean {
    // Nearly always no fault at all: one look at the size spares the look-up.
    return this.faults.size !== 0 && (this.faults.get(key)?.cut ?? false);
  }

  setFault(key: number, change: Partial<LinkFault>): void {
    const next = { ...(this.faults.get(key) ?? healthy), ...change };
    const whole = !next.cut && next.latency === null && next.loss === 0 && next.duplication === 0;
    if (whole) this.faults.delete(key);
    else this.faults.set(key, next);
  }

  /** The lane a flight travels in; null for datagrams and for connections that are gone. */
  laneOf(flight: Flight): Lane | null {
    if (flight.nature === 'tcp') {
      return this.connections.get(flight.connection)?.direction(flight.from).lane ?? null;
    }
    if (flight.nature === 'datagram') return null;
    return this.channels.get(flight.from * 65536 + flight.to) ?? null;
  }
}
