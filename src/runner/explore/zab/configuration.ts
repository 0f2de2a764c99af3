/** What is explored of an ensemble, and the scenario that says so exactly. */
import { SCENARIO_VERSION } from '../../../view/scenario.ts';
import type { Scenario } from '../../../view/scenario.ts';
import type { Intervention } from '../../../view/intervention.ts';
import type { Pid } from '../../../view/time.ts';
import type { QuorumMutant } from '../../../zookeeper/quorum/mutants.ts';

/** How much may happen, all of it at any moment. */
export interface Bounds {
  readonly servers: number;
  /** Writes: each is the beginning of a session, at whoever leads. */
  readonly writes: number;
  /** Deaths and losses of power; whoever is down may start again. */
  readonly crashes: number;
  /** Followers that leave a leader which goes on. */
  readonly leaves: number;
  /** Messages that are delivered although an older one waits elsewhere; Infinity: any. */
  readonly delays: number;
  /**
   * Whether it begins with a server that lacks a write: all have one, S1 was down when the others made another
   * one, and has started again now that their leader is dead. These two are not counted.
   */
  readonly behind: boolean;
}

const usual: Bounds = {
  servers: 3,
  writes: 1,
  crashes: 1,
  leaves: 0,
  delays: Infinity,
  behind: false,
};

/** The smallest bounds within which it shows that a rule is off. */
const ofMutant: Readonly<Record<QuorumMutant, Bounds>> = {
  'commit-without-quorum': { ...usual, crashes: 0 },
  'ignore-zxid-and-freshness': usual,
  'keep-epoch': usual,
  'skip-truncation': { ...usual, writes: 2 },
  'ack-before-sync': usual,
  'follow-older-leader': { ...usual, writes: 2, crashes: 0, leaves: 2 },
  'epoch-before-history': { ...usual, writes: 0, behind: true },
  'unordered-queue': { ...usual, writes: 3, crashes: 0 },
  'count-acks-of-old-epochs': { ...usual, crashes: 0, behind: true },
  'forget-outstanding-proposals': { ...usual, writes: 2 },
};

export const boundsOf = (broken: QuorumMutant | undefined): Bounds =>
  broken === undefined ? usual : ofMutant[broken];

/** Longer than any search plays: a time-out comes only when it is a move. */
const NEVER_MS = 60_000;

/** How many clients each server has: they make a write each. */
export const writersOf = ({ writes, behind }: Bounds): number => writes + (behind ? 2 : 0);

/** The client that makes the n-th write at a server. */
export const writerOf = (sid: Pid, write: number, bounds: Bounds): Pid =>
  101 + (sid - 1) * writersOf(bounds) + write;

/**
 * The same without the clients that none of these deeds is about: any of them might have written, and a
 * scenario has room for those that did. The run is the same, since who never starts takes no step.
 */
export function withoutIdle(
  file: Scenario<'zookeeper'>,
  deeds: readonly { readonly what: Intervention }[],
): Scenario<'zookeeper'> {
  const { clients, ...setup } = file.setup;
  const active = new Set(deeds.flatMap(({ what }) => (what.kind === 'start' ? what.pids : [])));
  return { ...file, setup: { ...setup, clients: clients.filter(({ id }) => active.has(id)) } };
}

/** Nobody starts by itself, and nothing takes time but the choice of what comes next. */
export function smallEnsemble(bounds: Bounds, broken?: QuorumMutant): Scenario<'zookeeper'> {
  const { servers, writes } = bounds;
  const sids = Array.from({ length: servers }, (_, index) => index + 1);
  return {
    format: 'zooscope-scenario',
    version: SCENARIO_VERSION,
    model: 'zookeeper',
    title: `${servers} servers, ${writes} writes${broken === undefined ? '' : `, without ${broken}`}`,
    seed: 1,
    setup: {
      servers: sids.map((sid) => ({ sid, startMs: null })),
      ensemble: { initLimit: 100, syncLimit: 1, finalizeWaitMs: 0 },
      clients: sids.flatMap((sid) =>
        Array.from({ length: writersOf(bounds) }, (_, write) => ({
          id: writerOf(sid, write, bounds),
          program: 'api',
          servers: [sid],
          startMs: null,
        })),
      ),
      cfg: { tickTime: NEVER_MS },
      stageMs: 0.001,
      ...(broken !== undefined && { broken: [broken] }),
    },
    latency: { kind: 'fixed', us: 0 },
    diskLatency: { kind: 'fixed', us: 0 },
  };
}
