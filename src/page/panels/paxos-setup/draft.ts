import { SCENARIO_VERSION } from '../../../view/scenario.ts';
import type { PaxosProcessSetup, PaxosScenario, PaxosSetup } from '../../../view/scenario.ts';
import type { FieldProblem } from '../setup/SetupDialog.tsx';
import { LARGEST_SEED, typedMs, typedWhole } from '../setup/typed.ts';

/** A set-up of Paxos as it stands in the form: what was typed, right or wrong. */
export interface PaxosDraft {
  /** `members` accept and some of them propose too; `separate`: every process is one thing. */
  readonly roles: 'members' | 'separate';
  readonly acceptors: number;
  readonly proposers: readonly ProposerDraft[];
  /** Only where roles are separate: members learn by themselves when `learning` says so. */
  readonly learners: number;
  readonly learning: NonNullable<PaxosSetup['learning']>;
  readonly refusal: NonNullable<PaxosSetup['refusal']>;
  readonly retry: NonNullable<PaxosSetup['retry']>['policy'];
  /** Of the retry policy: pause, bound, base or lease. */
  readonly retryMs: string;
  /** Empty: a ballot without an answer waits for ever. */
  readonly timeoutMs: string;
  /** Every message waits until somebody delivers it. */
  readonly byHand: boolean;
  readonly leastMs: string;
  readonly mostMs: string;
  readonly diskMs: string;
  readonly seed: string;
  /** Names of rules that are switched off. */
  readonly broken: readonly string[];
}

export interface ProposerDraft {
  /** Stable over edits. */
  readonly key: number;
  /** Which member it is, from 1; without meaning where roles are separate. */
  readonly member: number;
  readonly value: string;
  /** Empty: proposes when it is told to. */
  readonly proposeMs: string;
}

export const MOST_PROPOSERS = 4;
export const MOST_ACCEPTORS = 9;
export const MOST_LEARNERS = 3;
/** Longer values have no room on a card; they would be cut there. */
const LONGEST_VALUE = 40;

type Report = (field: string, code: string, data?: FieldProblem['data']) => void;

/** Who learns, where the members are everything. */
const learns = ({ learning }: PaxosDraft): boolean => learning !== 'none';

function processesOf(draft: PaxosDraft, report: Report): readonly PaxosProcessSetup[] {
  const { acceptors, proposers, learners, roles } = draft;
  const proposing = (one: ProposerDraft) => {
    const value = one.value.trim();
    if (value === '' || value.length > LONGEST_VALUE)
      report(`${one.key}.value`, 'value-form', { most: LONGEST_VALUE });
    const typed = one.proposeMs.trim();
    const proposeMs = typed === '' ? null : typedMs(typed);
    if (typed !== '' && proposeMs === null) report(`${one.key}.proposeMs`, 'start-number');
    return { value, proposeMs };
  };
  const numbers = Array.from({ length: acceptors }, (_, i) => i + 1);
  if (roles === 'members') {
    const learner = learns(draft) ? (['learner'] as const) : [];
    const seen = new Set<number>();
    for (const { key, member } of proposers) {
      if (seen.has(member)) report(`${key}.member`, 'member-twice', { name: `A${member}` });
      if (member > acceptors) report(`${key}.member`, 'no-member', { name: `A${member}` });
      seen.add(member);
    }
    return numbers.map((id): PaxosProcessSetup => {
      const one = proposers.find(({ member }) => member === id);
      return one === undefined
        ? { id, name: `A${id}`, roles: ['acceptor', ...learner] }
        : { id, name: `A${id}`, roles: ['proposer', 'acceptor', ...learner], ...proposing(one) };
    });
  }
  const before = proposers.length;
  return [
    ...proposers.map((one, i): PaxosProcessSetup => ({
      id: i + 1,
      name: `P${i + 1}`,
      roles: ['proposer'],
      ...proposing(one),
    })),
    ...numbers.map((id): PaxosProcessSetup => ({
      id: before + id,
      name: `A${id}`,
      roles: ['acceptor'],
    })),
    ...Array.from({ length: learners }, (_, i): PaxosProcessSetup => ({
      id: before + acceptors + i + 1,
      name: `L${i + 1}`,
      roles: ['learner'],
    })),
  ];
}

const retryOf = ({ retry, retryMs }: PaxosDraft, report: Report): PaxosSetup['retry'] => {
  if (retry === 'by-hand' || retry === 'immediate') return { policy: retry };
  const ms = typedMs(retryMs);
  if (ms === null || ms <= 0) report('retryMs', 'ms-positive');
  return retry === 'leader' ? { policy: retry, leaseMs: ms ?? 1 } : { policy: retry, ms: ms ?? 1 };
};

/** The scenario that the draft describes, or everything that is wrong with it. */
export const buildPaxos = (
  draft: PaxosDraft,
):
  | { readonly scenario: PaxosScenario; readonly problems: readonly [] }
  | { readonly scenario: null; readonly problems: readonly FieldProblem[] } => {
  const problems: FieldProblem[] = [];
  const report: Report = (field, code, data = {}) => problems.push({ field, code, data });
  const micros = (field: 'leastMs' | 'mostMs' | 'diskMs'): number => {
    const ms = typedMs(draft[field]);
    if (ms === null) report(field, 'start-number');
    return Math.round((ms ?? 0) * 1000);
  };
  const seed = typedWhole(draft.seed);
  if (seed === null || seed > LARGEST_SEED) report('seed', 'seed-range', { most: LARGEST_SEED });
  const timeout = draft.timeoutMs.trim() === '' ? null : typedMs(draft.timeoutMs);
  if (draft.timeoutMs.trim() !== '' && (timeout === null || timeout <= 0))
    report('timeoutMs', 'ms-positive');
  const min = micros('leastMs');
  const max = micros('mostMs');
  if (min > max) report('mostMs', 'most-least');
  const retry = retryOf(draft, report);
  const setup: PaxosSetup = {
    processes: processesOf(draft, report),
    refusal: draft.refusal,
    learning: draft.learning,
    ...(retry === undefined ? {} : { retry }),
    timeoutMs: timeout,
    delivery: draft.byHand ? 'by-hand' : 'auto',
    ...(draft.broken.length === 0 ? {} : { broken: draft.broken }),
  };
  const us = micros('diskMs');
  if (problems.length > 0 || seed === null) return { scenario: null, problems };
  return {
    problems: [],
    scenario: {
      format: 'zooscope-scenario',
      version: SCENARIO_VERSION,
      model: 'paxos',
      seed,
      setup,
      latency: min === max ? { kind: 'fixed', us: min } : { kind: 'uniform', min, max },
      diskLatency: { kind: 'fixed', us },
      pace: Math.max(1, Math.round((min + max) / 2)),
    },
  };
};
