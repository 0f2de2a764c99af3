import type { ByzantineSetup, Strategy, TieRule } from '../../../../view/byzantine-setup.ts';
import { SCENARIO_VERSION } from '../../../../view/scenario.ts';
import type { Scenario } from '../../../../view/scenario.ts';
import type { Pid } from '../../../../view/time.ts';
import {
  keptAmong,
  keptOf,
  spanOf,
  textOf,
  TIME_FIELDS,
  timesOf,
} from '../../../panels/set-up/kept.ts';
import type { Kept } from '../../../panels/set-up/kept.ts';
import type { Built, FieldProblem } from '../../../panels/set-up/set-up.tsx';
import { seedOf, typedMs } from '../../../panels/set-up/typed.ts';

/** A set-up of generals as it stands in the form: what was typed, right or wrong. */
export interface ByzantineDraft {
  /** Two whose messengers may be caught, instead of a commander and lieutenants. */
  readonly two: boolean;
  readonly generals: number;
  readonly rounds: number;
  readonly commander: Pid;
  readonly traitors: readonly Pid[];
  readonly strategy: Strategy;
  /** `A, R`: the last one is the fixed value. */
  readonly values: string;
  readonly order: string;
  readonly tie: TieRule;
  readonly signed: boolean;
  readonly confirmations: number;
  readonly roundMs: string;
  readonly leastMs: string;
  readonly mostMs: string;
  readonly seed: string;
  readonly broken: readonly string[];
  readonly kept: Kept;
  /** What it was made of: what the form does not show stays. */
  readonly was: ByzantineSetup | null;
}

export const MOST_GENERALS = 10;
export const LEAST_GENERALS = 3;
export const MOST_ROUNDS = 3;
export const MOST_CONFIRMATIONS = 11;

/** As the simulation has it where a set-up says nothing. */
const USUAL = { rounds: 1, commander: 1, values: ['A', 'R'], roundMs: '40' } as const;

type Report = (field: string, code: string, data?: FieldProblem['data']) => void;

/** The form for a scenario: what it does not show is kept. */
export const draftOf = (scenario: Scenario<'byzantine'>): ByzantineDraft => {
  const { setup, seed, latency } = scenario;
  const { least, most } = spanOf(latency);
  const values = setup.values ?? USUAL.values;
  const two = setup.twoGenerals !== undefined;
  return {
    two,
    generals: two ? 4 : setup.generals,
    rounds: setup.rounds ?? USUAL.rounds,
    commander: setup.commander ?? USUAL.commander,
    traitors: setup.traitors ?? [],
    strategy: setup.strategy ?? 'flip',
    values: values.join(', '),
    order: setup.order ?? values[0] ?? '',
    tie: setup.tie ?? 'default',
    signed: setup.signed ?? false,
    confirmations: setup.twoGenerals?.confirmations ?? 3,
    roundMs: textOf(setup.roundMs, USUAL.roundMs),
    leastMs: least,
    mostMs: most,
    seed: String(seed),
    broken: setup.broken ?? [],
    kept: keptOf(scenario),
    was: setup,
  };
};

/** The orders as typed, blanks beside them left out. */
export const valuesOf = (typed: string): readonly string[] =>
  typed
    .split(/[,，、]/u)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** What a set-up says only where it is not the usual. */
const unless = <T>(usual: T, was: T | undefined, value: T): T | undefined =>
  value === usual && was === undefined ? undefined : value;

/** Without what is undefined. */
const said = <T extends object>(all: { readonly [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as T;

function setupOf(draft: ByzantineDraft, report: Report): ByzantineSetup {
  const { was, broken } = draft;
  const roundMs = typedMs(draft.roundMs);
  if (roundMs === null || roundMs <= 0) report('roundMs', 'ms-positive');
  const round = unless(40, was?.roundMs, roundMs ?? 40);
  const off = broken.length === 0 ? undefined : broken;
  if (draft.two) {
    const known = was?.twoGenerals?.confirmations === draft.confirmations ? was.twoGenerals : null;
    return said<ByzantineSetup>({
      ...(was?.twoGenerals === undefined ? {} : was),
      generals: 2,
      twoGenerals: known ?? { confirmations: draft.confirmations },
      roundMs: round,
      broken: off,
    });
  }
  const values = valuesOf(draft.values);
  if (values.length === 0) report('values', 'value-form');
  const traitors = draft.traitors.filter((pid) => pid <= draft.generals);
  const commander = Math.min(draft.commander, draft.generals);
  const same =
    was !== null &&
    was.generals === draft.generals &&
    (was.commander ?? 1) === commander &&
    (was.rounds ?? 1) === draft.rounds;
  const lies = (same ? (was.lies ?? []) : []).filter(({ path }) =>
    traitors.includes(path.at(-1) ?? 0),
  );
  const usualValues = values.join() === USUAL.values.join();
  return said<ByzantineSetup>({
    generals: draft.generals,
    rounds: unless<number>(USUAL.rounds, was?.rounds, draft.rounds),
    commander: unless<number>(USUAL.commander, was?.commander, commander),
    traitors: traitors.length === 0 && was?.traitors === undefined ? undefined : traitors,
    values: usualValues && was?.values === undefined ? undefined : values,
    order: unless(values[0] ?? '', was?.order, draft.order.trim()),
    strategy: unless<Strategy>('flip', was?.strategy, draft.strategy),
    lies: lies.length === 0 && was?.lies === undefined ? undefined : lies,
    tie: unless<TieRule>('default', was?.tie, draft.tie),
    signed: unless(false, was?.signed, draft.signed),
    roundMs: round,
    broken: off,
  });
}

const FIELDS: readonly (readonly [string, string])[] = [
  ['seed', 'seed'],
  ...TIME_FIELDS,
  ['setup.roundMs', 'roundMs'],
  ['setup.values', 'values'],
  ['setup.order', 'order'],
];

/** The scenario that the draft describes. */
export const buildByzantine = (draft: ByzantineDraft): Built<Scenario<'byzantine'>> => {
  const unread: FieldProblem[] = [];
  const report: Report = (field, code, data = {}) => unread.push({ field, code, data });
  const seed = seedOf(draft.seed, report);
  const setup = setupOf(draft, report);
  const times = timesOf({ ...draft, diskMs: '' }, report);
  const pids = Array.from({ length: setup.generals }, (_, i) => i + 1);
  const places = valuesOf(draft.values).map((_, i) => [`setup.values[${i}]`, 'values'] as const);
  return {
    unread,
    fields: new Map([...FIELDS, ...places]),
    scenario: {
      format: 'zooscope-scenario',
      version: SCENARIO_VERSION,
      model: 'byzantine',
      seed,
      setup,
      ...keptAmong(draft.kept, new Set(pids)),
      ...times,
    },
  };
};
