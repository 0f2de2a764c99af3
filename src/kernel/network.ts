import type { Latency } from '../view/intervention.ts';
import type { Pid } from '../view/time.ts';
import { Connection, Lane } from './connection.ts';
import type { Flight } from './flight.ts';
import { linkKey } from './model.ts';

/** What was done by hand to one direction of a link; replaced whole, never changed. */
export interface LinkFault {
  readonly cut: boolean;
  readonly latency: Latency | null;
  readonly loss: number;
  readonly duplication: number;
}

const healthy: LinkFault = { cut: false, latency: null, loss: 0, duplication: 0 };

/** All channels between processes, as data; `traffic.ts` and `connections.ts` hold the rules. */
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

  /** Whether the direction with this {@link linkKey} is cut. */
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

  /** The connections between two processes, as a list that outlives changes. */
  between(a: Pid, b: Pid): Connection[] {
    return [...this.connections.values()].filter((connection) => connection.joins(a, b));
  }

  /** The FIFO channel from one process to another; made when first used. */
  channel(from: Pid, to: Pid): Lane {
    const key = linkKey(from, to);
    let lane = this.channels.get(key);
    if (lane === undefined) {
      lane = new Lane();
      this.channels.set(key, lane);
    }
    return lane;
  }

  /** The lane a flight travels in; null for datagrams, and for what has arrived in a lane now gone. */
  laneOf(flight: Flight): Lane | null {
    if (flight.nature === 'tcp') {
      return this.connections.get(flight.connection)?.lane(flight.from) ?? null;
    }
    if (flight.nature === 'datagram') return null;
    return this.channels.get(linkKey(flight.from, flight.to)) ?? null;
  }
}
