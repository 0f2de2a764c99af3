/**
 * The steady mix of E1 and the others: five servers with pings and writes, and again and
 * again the leader crashes and comes back, so that there is an election each time.
 */
import type { Latency } from '../src/view/intervention.ts';
import { SCENARIO_VERSION } from '../src/view/scenario.ts';
import type { Scenario } from '../src/view/scenario.ts';

export const LATENCY = 1000;
export const SYNC = 2000;

const fixed = (us: number): Latency => ({ kind: 'fixed', us });

export const mix: Scenario<'election'> = {
  format: 'zooscope-scenario',
  version: SCENARIO_VERSION,
  model: 'election',
  title: 'steady mix',
  seed: 1,
  setup: {
    profile: 'golden',
    tickTimeMs: 2000,
    servers: [1, 2, 3, 4, 5].map((sid) => ({ sid })),
  },
  latency: fixed(LATENCY),
  diskLatency: fixed(SYNC),
};

/** What either simulation of the mix lets be done to it. */
export interface Driven {
  /** Lets everything happen that is due by this virtual time, µs. */
  runTo(time: number): void;
  start(pid: number): void;
  kill(pid: number): void;
  write(pid: number, ops: number): void;
  isLeading(pid: number): boolean;
}

const MINUTE = 60_000_000;

/**
 * @param rounds of so many `minutes` each, with one crash in each: every two minutes makes a run of
 *   elections, every twelve a long quiet run with about a hundred elections in a million events
 */
export function drive(driven: Driven, rounds: number, minutes = 2): void {
  const pids = [1, 2, 3, 4, 5];
  for (const pid of pids) driven.start(pid);
  const leader = (): number | undefined => pids.find((pid) => driven.isLeading(pid));
  const down = MINUTE / 2;
  let time = 0;
  for (let round = 0; round < rounds; round++) {
    const end = time + minutes * MINUTE;
    for (let at = time + 2_000_000; at < end - 2 * down; at += 2_000_000) {
      driven.runTo(at);
      const writer = leader();
      if (writer !== undefined) driven.write(writer, 1 + ((at / 2_000_000) % 3));
    }
    driven.runTo(end - 2 * down);
    const victim = leader();
    if (victim !== undefined) {
      driven.kill(victim);
      driven.runTo(end - down);
      driven.start(victim);
    }
    driven.runTo(end);
    time = end;
  }
}
