import { SCENARIO_VERSION } from '../../../view/scenario.ts';
import type { ZooKeeperScenario } from '../../../view/scenario.ts';
import type { ZooKeeperClientSetup, ZooKeeperSetup } from '../../../view/zookeeper-setup.ts';
import type { FieldProblem } from '../setup/SetupDialog.tsx';
import { LARGEST_SEED, typedMs, typedWhole } from '../setup/typed.ts';
import { SMALL_TREE } from './small-tree.ts';

/** A set-up of a server with its clients as it stands in the form: what was typed, right or wrong. */
export interface ZooKeeperDraft {
  readonly clients: readonly ClientDraft[];
  /** Nodes that are there at the beginning. */
  readonly tree: 'small' | 'empty';
  readonly leastMs: string;
  readonly mostMs: string;
  readonly diskMs: string;
  readonly stageMs: string;
  readonly tickTime: string;
  readonly snapCount: string;
  readonly seed: string;
  /** Names of rules that are switched off. */
  readonly broken: readonly string[];
}

export interface ClientDraft {
  /** Stable over edits. */
  readonly key: number;
  readonly timeoutMs: string;
  /** Typed when it has its session, a line each. */
  readonly lines: readonly string[];
}

export const MOST_CLIENTS = 8;
const FIRST_CLIENT = 101;

/** The rest of those that there is room for can be opened while it runs. */
const spare = (taken: number): ZooKeeperClientSetup[] =>
  Array.from({ length: Math.max(0, MOST_CLIENTS - taken) }, (_, index) => ({
    id: FIRST_CLIENT + taken + index,
    spare: true,
  }));

/** The scenario that the draft describes, or everything that is wrong with it. */
export const buildZooKeeper = (
  draft: ZooKeeperDraft,
):
  | { readonly scenario: ZooKeeperScenario; readonly problems: readonly [] }
  | { readonly scenario: null; readonly problems: readonly FieldProblem[] } => {
  const problems: FieldProblem[] = [];
  const report = (field: string, code: string, data: FieldProblem['data'] = {}): void => {
    problems.push({ field, code, data });
  };
  const micros = (field: 'leastMs' | 'mostMs' | 'diskMs'): number => {
    const ms = typedMs(draft[field]);
    if (ms === null) report(field, 'start-number');
    return Math.round((ms ?? 0) * 1000);
  };
  const positive = (field: 'tickTime' | 'snapCount'): number => {
    const value = typedWhole(draft[field]);
    if (value === null || value < 1) report(field, 'whole-positive');
    return value ?? 1;
  };
  const min = micros('leastMs');
  const max = micros('mostMs');
  if (min > max) report('mostMs', 'most-least');
  const us = micros('diskMs');
  const stageMs = typedMs(draft.stageMs);
  if (stageMs === null || stageMs <= 0) report('stageMs', 'ms-positive');
  const seed = typedWhole(draft.seed);
  if (seed === null || seed > LARGEST_SEED) report('seed', 'seed-range', { most: LARGEST_SEED });
  const setup: ZooKeeperSetup = {
    servers: [{ sid: 1 }],
    clients: [
      ...draft.clients.map(({ key, timeoutMs, lines }, i): ZooKeeperClientSetup => {
        const timeout = typedWhole(timeoutMs);
        if (timeout === null || timeout < 1) report(`${key}.timeoutMs`, 'ms-positive');
        return {
          id: FIRST_CLIENT + i,
          timeoutMs: timeout ?? 1,
          ...(lines.length === 0 ? {} : { lines }),
        };
      }),
      ...spare(draft.clients.length),
    ],
    ...(draft.tree === 'small' ? { tree: SMALL_TREE } : {}),
    cfg: { tickTime: positive('tickTime'), snapCount: positive('snapCount') },
    stageMs: stageMs ?? 1,
    ...(draft.broken.length === 0 ? {} : { broken: draft.broken }),
  };
  if (problems.length > 0 || seed === null) return { scenario: null, problems };
  return {
    problems: [],
    scenario: {
      format: 'zooscope-scenario',
      version: SCENARIO_VERSION,
      model: 'zookeeper',
      seed,
      setup,
      latency: min === max ? { kind: 'fixed', us: min } : { kind: 'uniform', min, max },
      diskLatency: { kind: 'fixed', us },
      pace: Math.max(1, Math.round((min + max) / 2)),
    },
  };
};
