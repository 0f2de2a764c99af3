/** Runs with some two thousand messages under way at once. */
import { SCENARIO_VERSION } from '../src/view/scenario.ts';
import type { Scenario } from '../src/view/scenario.ts';
import { LIMITS } from '../src/view/limits.ts';

const base = { format: 'zooscope-scenario', version: SCENARIO_VERSION, seed: 1 } as const;
/** Nothing arrives while one looks: at 0.1× of this pace a message flies for some 50 s. */
const slow = {
  latency: { kind: 'uniform', min: 4_000_000, max: 6_000_000 },
  pace: 1_000_000,
} as const;

/** Four who try again long before anything arrives, and five who only accept. */
export const duel: Scenario<'paxos'> = {
  ...base,
  ...slow,
  model: 'paxos',
  setup: {
    processes: Array.from({ length: 9 }, (_, index) => {
      const id = index + 1;
      return id % 2 === 1 && id < 9
        ? { id, roles: ['proposer', 'acceptor'], value: `${id}0%` }
        : { id, roles: ['acceptor'] };
    }),
    retry: { policy: 'immediate' },
    timeoutMs: 20,
  },
};

/** Where 2,656 of its messages fly. */
export const DUEL_AT = 2000;

/** When the election is over, with such latencies, ms. */
const ELECTED_MS = 200_000;
/** Nobody is given up while messages take seconds. */
const PATIENCE_MS = 400_000;

/**
 * As many servers and clients as a run may have, so as many processes as any stage has to draw. Each
 * client writes again as soon as its write is committed; proposals and commits of all of them fly to the
 * followers at once.
 */
export const everybody: Scenario<'recipes'> = {
  ...base,
  ...slow,
  model: 'recipes',
  setup: {
    servers: Array.from({ length: LIMITS.shownServers }, (_, index) => ({ sid: index + 1 })),
    ensemble: { initLimit: 100, syncLimit: 100 },
    cfg: { tickTime: 20_000, cnxTimeout: 60_000, maxClientCnxns: 0 },
    programs: {
      writes: {
        steps: [
          {
            label: 'again',
            create: { path: '/n-', sequential: true, on: { ConnectionLoss: 'again' } },
          },
          { goto: 'again' },
        ],
      },
    },
    clients: Array.from({ length: LIMITS.recipeClients }, (_, index) => ({
      id: 101 + index,
      program: 'writes',
      startMs: ELECTED_MS,
      timeoutMs: PATIENCE_MS,
      latency: { kind: 'fixed', us: 1000 },
      // The leader.
      servers: [LIMITS.shownServers],
    })),
  },
};

/** Where 2,140 of its messages fly, and none arrives for three seconds of virtual time. */
export const EVERYBODY_AT = 6600;
