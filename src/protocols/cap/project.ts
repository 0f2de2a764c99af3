/** From the experiment's history, and what its servers and clients are now, to what the page draws. */
import type {
  CapClientView,
  CapCutView,
  CapDetail,
  CapRequestView,
  CapServerView,
  CapVerdictView,
} from '../../view/cap.ts';
import type { CapCheck } from '../../view/cap-setup.ts';
import { dueOf } from './coming.ts';
import type { CapConfig, PlannedRequest } from './config.ts';
import type { CapGhost, CapRequest } from './ghost.ts';
import { promisesOf } from './invariants.ts';
import { judged } from './judged.ts';
import { metersOf } from './meters.ts';
import { sideOf } from './sides.ts';

/** So many requests by hand travel with a frame. */
const MOST_SHOWN = 60;

const CHECKS: readonly Exclude<CapCheck, 'converged'>[] = [
  'linearizable',
  'writes',
  'sequential',
  'monotonic',
];

/** A server as its store knows it. */
export type ServerNow = Pick<
  CapServerView,
  'pid' | 'role' | 'leads' | 'value' | 'serves' | 'heardAt'
>;

/** A client's handle as its store knows it. */
export type ClientNow = Pick<CapClientView, 'pid' | 'state'>;

const numberOf = ({ requests }: CapGhost, value: number | null): number | null =>
  requests.find((each) => each.kind === 'write' && each.value === value)?.number ?? null;

const serverOf = ({ clients }: CapConfig, pid: number): number =>
  clients.find((each) => each.pid === pid)?.server ?? 0;

export function capDetail(
  config: CapConfig,
  ghost: CapGhost,
  servers: readonly ServerNow[],
  clients: readonly ClientNow[],
): CapDetail {
  const { links } = ghost;
  const side = (pid: number): CapServerView['side'] => sideOf(config.servers, links, pid);
  const values = servers.flatMap(({ value }) => (value === null ? [] : [value]));
  const divergence = new Set(values).size;
  const requests = [
    ...ghost.requests.map((each) => requestView(config, ghost, each)),
    ...config.workload
      .filter(({ number }) => ghost.requests.every(({ planned }) => planned !== number))
      .map((each) => plannedView(config, ghost, each)),
  ].toSorted((a, b) => a.number - b.number);
  const most = config.workload.length + MOST_SHOWN;
  return {
    store: config.store,
    zero: config.zero,
    servers: servers.map((each) => ({
      ...each,
      wrote: numberOf(ghost, each.value),
      side: side(each.pid),
    })),
    clients: clients.map((each) => clientView(config, ghost, each)),
    requests: requests.filter(
      (_, index) => index < config.workload.length || index >= requests.length - MOST_SHOWN,
    ),
    requestsHidden: Math.max(0, requests.length - most),
    cuts: cutsOf(config, ghost),
    spans: [
      ...ghost.closed,
      ...[...ghost.open].map(([pid, span]) => ({ pid, ...span, to: null })),
    ].toSorted((a, b) => a.from - b.from || a.pid - b.pid),
    elections: ghost.elections,
    meters: metersOf(config, ghost, divergence),
    verdicts: verdictsOf(ghost, divergence),
    promises: promisesOf(config),
  };
}

function clientView(config: CapConfig, ghost: CapGhost, now: ClientNow): CapClientView {
  const { pid } = now;
  const { name = '', server = 0 } = config.clients.find((each) => each.pid === pid) ?? {};
  return {
    ...now,
    name,
    server,
    side: sideOf(config.servers, ghost.links, server),
    ephemeral: ghost.ephemerals.get(pid) ?? null,
    formerEphemeral: ghost.former.get(pid) ?? null,
    nextValue: nextValue(config, ghost),
  };
}

/** One more than any write's. */
function nextValue({ workload }: CapConfig, { requests }: CapGhost): number {
  const values = [
    ...workload.map(({ value }) => value ?? 0),
    ...requests.flatMap(({ kind, value }) => (kind === 'write' ? [value ?? 0] : [])),
  ];
  return Math.max(0, ...values) + 1;
}

function requestView(config: CapConfig, ghost: CapGhost, request: CapRequest): CapRequestView {
  const { number, client, kind, value, called, returned, outcome } = request;
  const { error, before, readOnly, staleness, side } = request;
  const isWrite = kind === 'write';
  const lost = isWrite && value !== null ? ghost.lost.get(value) : undefined;
  return {
    number,
    client,
    server: serverOf(config, client),
    kind,
    value,
    at: called.at,
    calledAt: called.at,
    returnedAt: returned?.at ?? null,
    outcome,
    error,
    before,
    readOnly,
    staleness,
    lost: lost === undefined ? null : { at: lost.at, by: numberOf(ghost, lost.by) },
    tookEffect: isWrite && outcome !== 'ok' && value !== null && ghost.puts.has(value),
    side,
  };
}

function plannedView(config: CapConfig, ghost: CapGhost, planned: PlannedRequest): CapRequestView {
  const { number, client, kind, value } = planned;
  const server = serverOf(config, client);
  return {
    number,
    client,
    server,
    kind,
    value,
    at: dueOf(ghost, planned),
    calledAt: null,
    returnedAt: null,
    outcome: 'planned',
    error: '',
    before: [],
    readOnly: false,
    staleness: null,
    lost: null,
    tookEffect: false,
    side: sideOf(config.servers, ghost.links, server),
  };
}

/** Those that were, and those that are to come; when one that is on will be healed, if the set-up does it. */
function cutsOf({ deeds, cuts }: CapConfig, ghost: CapGhost): readonly CapCutView[] {
  const coming = deeds.slice(ghost.deeds);
  const heals = coming.find(({ what }) => what.kind === 'heal')?.time ?? null;
  const past = ghost.cuts.map((cut) => ({ ...cut, to: cut.to ?? heals }));
  const planned = cuts.filter(({ from }) =>
    coming.some(({ time, what }) => what.kind === 'partition' && time === from),
  );
  return [...past, ...planned.map((cut) => ({ ...cut, planned: true }))];
}

function verdictsOf(ghost: CapGhost, divergence: number): readonly CapVerdictView[] {
  const ofRequests = CHECKS.map((check) => ({ check, ...judged(ghost, check) }));
  // What differs now may come together yet: only that it has can be said.
  const holds = divergence <= 1 ? true : null;
  return [...ofRequests, { check: 'converged', holds, witness: null }];
}
