import type { Scenario } from './scenario.ts';
import type { Micros } from './time.ts';

/** How much does an ensemble of each size carry? With this scenario's latencies, disks, stages and `zoo.cfg`. */
export interface CapacityAsked {
  readonly scenario: Scenario<'zookeeper'>;
  readonly seed: number;
}

/** Voters of the sizes that are compared. */
export const MOST_VOTERS = 9;
/** With so many voters observers are added, up to {@link MOST_VOTERS} servers. */
export const VOTERS_WITH_OBSERVERS = 3;
/** Voters alone, then the same numbers of servers with observers among them. */
export const SIZES = MOST_VOTERS + MOST_VOTERS - VOTERS_WITH_OBSERVERS;
/** Clients at each server; each asks again as soon as it is answered. */
export const CLIENTS_EACH = 4;

/** What an ensemble of one size has carried. */
export interface Capacity {
  readonly voters: number;
  readonly observers: number;
  /** Reads answered in a second of virtual time, when all clients read. */
  readonly reads: number;
  /** The same of writes, when all clients write. */
  readonly writes: number;
  /** How long one write takes, when nobody else writes: the mean, µs. */
  readonly wait: Micros;
  /** Packets between servers for each of those, pings left out. */
  readonly packets: number;
}
