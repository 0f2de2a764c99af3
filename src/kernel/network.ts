import type { Latency } from '../view/intervention.ts';
import type { Micros, Pid } from '../view/time.ts';
import { Connection, Lane } from './connection.ts';
import type { Flight } from './flight.ts';
import { Flights } from './flights.ts';
import { linkKey } from './model.ts';

/** What was done by hand to one direction of a link; replaced whole, never changed. */
export interface LinkFault {
  readonly cut: boolean;
  readonly latency: Latency | null;
  readonly loss: number;
  readonly duplication: number;
}

const healthy: LinkFault = { cut: false, latency: null, loss: 0, duplication: 0 };

/** Of all networks without any: a map of its own would be the largest part of an empty one. */
const NO_CHANNELS = new Map<number, Lane>();

/** All channels between processes, as data; `traffic.ts` and `connections.ts` hold the rules. */
export class Network {
  readonly flights: Flights;
  readonly connections: Map<number, Connection>;
  /** FIFO channels by link key; one that is not there carries nothing. */
  channels: Map<number, Lane> = NO_CHANNELS;
  /** By link key; replaced whole, so that copies share it. */
  faults: ReadonlyMap<number, LinkFault>;
  /** How many messages each link with a `listed` latency has carried; null without any. */
  private carried: Map<number, number> | null;
  /** Latency of every link, set by hand; null: the model's own. */
  latency: Latency | null = null;
  nextFlight = 1;
  nextConnection = 1;

  constructor(from?: Network) {
    this.flights = new Flights(from?.flights);
    this.connections = new Map();
    this.faults = from?.faults ?? new Map();
    this.carried = null;
    if (from === undefined) return;
    if (from.carried !== null) this.carried = new Map(from.carried);
    for (const [id, connection] of from.connections) this.connections.set(id, connection.clone());
    if (from.channels.size > 0) {
      this.channels = new Map();
      for (const [key, lane] of from.channels) this.channels.set(key, lane.clone());
    }
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
    const faults = new Map(this.faults);
    if (whole) faults.delete(key);
    else faults.set(key, next);
    this.faults = faults;
  }

  /** Counts one more message of a link. @returns how many it has carried before */
  countCarried(key: number): number {
    this.carried ??= new Map();
    const count = this.carried.get(key) ?? 0;
    this.carried.set(key, count + 1);
    return count;
  }

  /** How many messages each link with a `listed` latency has carried; null without any. */
  get carriedNow(): ReadonlyMap<number, number> | null {
    return this.carried;
  }

  /** How many messages of a link with a `listed` latency it has carried. */
  carriedOn(key: number): number {
    return this.carried?.get(key) ?? 0;
  }

  /**
   * The channels that matter for what is sent later, by their keys in order: something is held or
   * still due in them. To send in another one is to send in a new one.
   */
  busyChannels(time: Micros): [number, Lane][] {
    const carrying = new Set<number>();
    for (const { nature, from, to } of this.flights.loose())
      if (nature === 'fifo') carrying.add(linkKey(from, to));
    return [...this.channels]
      .filter(([key, { lastArrival, holding }]) => {
        return lastArrival > time || holding || carrying.has(key);
      })
      .sort(([a], [b]) => a - b);
  }

  /** All that matters for what happens after this time. */
  lasting(time: Micros): readonly unknown[] {
    const { flights, connections, faults, carried, latency, nextFlight, nextConnection } = this;
    const channels = this.busyChannels(time);
    // By its number each flight is where it is, whether it waits on a pile or not.
    const list = flights.values();
    return [{ list }, connections, channels, faults, carried, latency, nextFlight, nextConnection];
  }

  /** Forgets the channels that do not matter at this time. */
  tidy(time: Micros): void {
    const busy = this.busyChannels(time);
    if (busy.length === this.channels.size) return;
    this.channels = busy.length === 0 ? NO_CHANNELS : new Map(busy);
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
      if (this.channels === NO_CHANNELS) this.channels = new Map();
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
