import { SCENARIO_VERSION } from '../../../../view/scenario.ts';
import type { PaxosProcessSetup, PaxosSetup } from '../../../../view/paxos-setup.ts';
import type { Scenario } from '../../../../view/scenario.ts';
import type { Built, FieldProblem } from '../../../panels/set-up/set-up.tsx';
import type { Kept } from '../../../panels/set-up/kept.ts';
import {
  keptAmong,
  keptOf,
  middleOf,
  spanOf,
  textOf,
  timesOf,
  TIME_FIELDS,
} from '../../../panels/set-up/kept.ts';
import { seedOf, typedMs } from '../../../panels/set-up/typed.ts';

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
  /** What it was made of: what the form does not show stays. */
  readonly kept: Kept;
  readonly was: PaxosSetup | null;
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

type Report = (field: string, code: string, data?: FieldProblem['data']) => void;

/** Who learns, where the members are everything. */
const learns = ({ learning }: PaxosDraft): boolean => learning !== 'none';

/** Who is there, as a text. */
const castOf = ({ roles, acceptors, proposers, learners }: Cast): string =>
  JSON.stringify([
    roles,
    acceptors,
    roles === 'members' ? proposers.map(({ member }) => member) : proposers.length,
    roles === 'members' ? 0 : learners,
  ]);

type Cast = Pick<PaxosDraft, 'roles' | 'acceptors' | 'proposers' | 'learners'>;

/** Who takes part, as the form says it. */
function draftOfSetup({ processes }: PaxosSetup): Cast {
  const among = (role: PaxosProcessSetup['roles'][number]) =>
    processes.filter(({ roles }) => roles.includes(role));
  const acceptors = among('acceptor');
  const members = processes.some(({ roles }) => roles.length > 1);
  return {
    roles: members ? 'members' : 'separate',
    acceptors: acceptors.length,
    proposers: among('proposer').map((one, key) => ({
      key,
      member: members ? acceptors.indexOf(one) + 1 : key + 1,
      value: one.value ?? '',
      proposeMs: one.proposeMs === undefined ? '0' : textOf(one.proposeMs, ''),
    })),
    learners: among('learner').length,
  };
}

const sameCast = (draft: PaxosDraft): boolean =>
  draft.was !== null && castOf(draftOfSetup(draft.was)) === castOf(draft);

/** As the simulation has it where a set-up says nothing. */
const USUAL_RETRY: NonNullable<PaxosSetup['retry']> = { policy: 'exponential', ms: 20 };

/** Where nothing is said, a ballot waits for 100 ms, or for ever if messages are delivered by hand. */
const timeoutText = ({ timeoutMs, delivery }: PaxosSetup): string =>
  timeoutMs === undefined ? (delivery === 'by-hand' ? '' : '100') : textOf(timeoutMs, '');

/** It goes on saying nothing of it. */
const unsaidTimeout = ({ was, timeoutMs, byHand }: PaxosDraft): boolean =>
  was !== null &&
  was.timeoutMs === undefined &&
  (was.delivery === 'by-hand') === byHand &&
  timeoutMs === timeoutText(was);

/** The form for a scenario: what it does not show is kept. */
export const draftOf = (scenario: Scenario<'paxos'>): PaxosDraft => {
  const { setup, seed, latency, diskLatency } = scenario;
  const { retry = USUAL_RETRY } = setup;
  const { least, most } = spanOf(latency);
  const pause = 'ms' in retry ? retry.ms : 'leaseMs' in retry ? retry.leaseMs : null;
  return {
    ...draftOfSetup(setup),
    learning: setup.learning ?? 'none',
    refusal: setup.refusal ?? 'nack',
    retry: retry.policy,
    retryMs: textOf(pause, '40'),
    timeoutMs: timeoutText(setup),
    byHand: setup.delivery === 'by-hand',
    leastMs: least,
    mostMs: most,
    diskMs: middleOf(diskLatency),
    seed: String(seed),
    broken: setup.broken ?? [],
    kept: keptOf(scenario),
    was: setup,
  };
};

function processesOf(draft: PaxosDraft, report: Report): readonly PaxosProcessSetup[] {
  const { acceptors, proposers, learners, roles } = draft;
  const proposing = (one: ProposerDraft) => {
    const value = one.value.trim();
    if (value === '') report(`${one.key}.value`, 'value-form');
    const typed = one.proposeMs.trim();
    const proposeMs = typed === '' ? null : typedMs(typed);
    if (typed !== '' && proposeMs === null) report(`${one.key}.proposeMs`, 'start-number');
    return { value: value === '' ? '–' : value, proposeMs };
  };
  if (draft.was !== null && sameCast(draft)) {
    // The same processes: whatever else they have stays with them.
    const typed = [...proposers];
    return draft.was.processes.map((process) => {
      const one = process.roles.includes('proposer') ? typed.shift() : undefined;
      return one === undefined ? process : { ...process, ...proposing(one) };
    });
  }
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

/** Where in the scenario each field of the form stands. */
const fieldsOf = (
  draft: PaxosDraft,
  processes: readonly PaxosProcessSetup[],
): ReadonlyMap<string, string> => {
  const proposing = processes.flatMap(({ id, roles: all }, index) =>
    all.includes('proposer') ? [{ id, index }] : [],
  );
  const { proposers, roles } = draft;
  const inOrder = roles === 'separate' || sameCast(draft);
  const placeOf = ({ member }: ProposerDraft, nth: number): number | undefined =>
    (inOrder ? proposing[nth] : proposing.find(({ id }) => id === member))?.index;
  return new Map([
    ['seed', 'seed'],
    ...TIME_FIELDS,
    ['setup.timeoutMs', 'timeoutMs'],
    ['setup.retry.ms', 'retryMs'],
    ['setup.retry.leaseMs', 'retryMs'],
    ...proposers.flatMap((one, nth) =>
      (['value', 'proposeMs'] as const).map(
        (name) => [`setup.processes[${placeOf(one, nth)}].${name}`, `${one.key}.${name}`] as const,
      ),
    ),
  ]);
};

/** The scenario that the draft describes. */
export const buildPaxos = (draft: PaxosDraft): Built<Scenario<'paxos'>> => {
  const unread: FieldProblem[] = [];
  const report: Report = (field, code, data = {}) => unread.push({ field, code, data });
  const seed = seedOf(draft.seed, report);
  const timeout = draft.timeoutMs.trim() === '' ? null : typedMs(draft.timeoutMs);
  if (draft.timeoutMs.trim() !== '' && (timeout === null || timeout <= 0))
    report('timeoutMs', 'ms-positive');
  const times = timesOf(draft, report);
  const retry = retryOf(draft, report);
  const { distinguished, watch, schedule } = sameCast(draft) ? (draft.was ?? {}) : {};
  const setup: PaxosSetup = {
    ...(distinguished !== undefined && { distinguished }),
    ...(watch !== undefined && { watch }),
    ...(schedule !== undefined && draft.byHand && { schedule }),
    processes: processesOf(draft, report),
    refusal: draft.refusal,
    learning: draft.learning,
    ...(retry === undefined ? {} : { retry }),
    ...(unsaidTimeout(draft) ? {} : { timeoutMs: timeout }),
    delivery: draft.byHand ? 'by-hand' : 'auto',
    ...(draft.broken.length === 0 ? {} : { broken: draft.broken }),
  };
  return {
    unread,
    fields: fieldsOf(draft, setup.processes),
    scenario: {
      format: 'zooscope-scenario',
      version: SCENARIO_VERSION,
      model: 'paxos',
      seed,
      setup,
      ...keptAmong(draft.kept, new Set(setup.processes.map(({ id }) => id))),
      ...times,
    },
  };
};
