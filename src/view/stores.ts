import type {
  CapCutView,
  CapElectionView,
  CapLatency,
  CapMeters,
  CapRequestView,
  CapVerdictView,
} from './cap.ts';
import type { CapStore } from './cap-setup.ts';
import type { Intervention } from './intervention.ts';
import type { Scenario } from './scenario.ts';
import type { Micros } from './time.ts';

/** The same requests and the same cuts in other stores: each run is played until all is over. */
export interface StoresAsked {
  /** As it was set up and what was done to it by hand; what names a message or a timer of that run is left out. */
  readonly scenario: Scenario<'cap'>;
  readonly stores: readonly CapStore[];
}

/** What became of it in one store. */
export interface StoreOutcome {
  readonly store: CapStore;
  /** When its run was over, or was given up. */
  readonly time: Micros;
  readonly requests: readonly CapRequestView[];
  readonly cuts: readonly CapCutView[];
  readonly elections: readonly CapElectionView[];
  readonly meters: CapMeters;
  readonly verdicts: readonly CapVerdictView[];
  /** Of the same requests while nothing at all is cut or slowed down. */
  readonly latency: CapLatency;
}

/** What names a message or a timer of one run means nothing in another. */
const OWN: ReadonlySet<Intervention['kind']> = new Set([
  'hold',
  'release',
  'deliver',
  'drop',
  'duplicate',
  'fire-timer',
  'hold-timer',
  'release-timer',
]);

/** The same run in another store: what was done to it is done again at its time. */
export const inStore = (scenario: Scenario<'cap'>, store: CapStore): Scenario<'cap'> => {
  const { steps: _steps, expect: _expect, lesson: _lesson, ...rest } = scenario;
  return {
    ...rest,
    setup: { ...scenario.setup, store },
    interventions: (scenario.interventions ?? [])
      .filter(({ what }) => !OWN.has(what.kind))
      .map(({ timeMs, what }) => ({ timeMs, what })),
  };
};

/** Whether two runs differ in their stores alone. */
export const otherwiseSame = (a: Scenario<'cap'>, b: Scenario<'cap'>): boolean =>
  JSON.stringify(inStore(a, 'quorum')) === JSON.stringify(inStore(b, 'quorum'));
