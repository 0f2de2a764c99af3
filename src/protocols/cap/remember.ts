/** How the experiment's history grows with each step. */
import type { Edit } from '../../kernel/edit.ts';
import type { Intervention } from '../../view/intervention.ts';
import type { Micros, Pid } from '../../view/time.ts';
import type { CapConfig } from './config.ts';
import type { CapDeed } from './deeds.ts';
import type { CapCut, CapGhost, CapRequest } from './ghost.ts';
import { withLosses } from './lost.ts';
import { groupsOf, isCutAmong, linksAfter, sideOf } from './sides.ts';
import { stalenessOf } from './staleness.ts';

/** So many spans of roles are kept. */
const MOST_SPANS = 200;

/** Where in a run something happens. */
export interface Moment {
  readonly time: Micros;
  readonly step: number;
}

/** What a step left of the process that took it. */
export interface Seen {
  readonly pid: Pid;
  readonly isServer: boolean;
  /** Whether it runs, and did. */
  readonly up: boolean;
  readonly wasUp: boolean;
  /** x, of a server that runs. */
  readonly value: number | null;
  /** Its role; '' while it is down. */
  readonly role: string;
  /** Its disk is a blank one. */
  readonly blank: boolean;
}

export function remember(
  config: CapConfig,
  ghost: CapGhost,
  moment: Moment,
  seen: Seen,
  deeds: readonly CapDeed[],
): CapGhost {
  let next = ghost;
  for (const deed of deeds) next = withDeed(config, next, moment, seen.pid, deed);
  if (seen.isServer) next = withServer(config, next, moment, seen);
  else if (seen.wasUp && !seen.up) next = withClientGone(config, next, moment, seen.pid);
  return next;
}

function withDeed(
  config: CapConfig,
  ghost: CapGhost,
  moment: Moment,
  pid: Pid,
  deed: CapDeed,
): CapGhost {
  switch (deed.kind) {
    case 'called':
      return called(config, ghost, moment, pid, deed);
    case 'tried':
      return withRequest(ghost, pid, deed.key, ({ before }) => ({
        before: [...before, deed.error],
      }));
    case 'returned':
      return returned(ghost, moment, pid, deed);
    case 'puts':
      return putOver(ghost, deed.value, deed.over, moment.step);
    case 'promoted':
      return { ...ghost, promoted: true };
    case 'here': {
      const born = { path: deed.path, bornAt: moment.time, goneAt: null, knownAt: null };
      const last = ghost.ephemerals.get(pid);
      const ephemerals = new Map(ghost.ephemerals).set(pid, born);
      if (last === undefined) return { ...ghost, ephemerals };
      return { ...ghost, ephemerals, former: new Map(ghost.former).set(pid, last) };
    }
    case 'expired': {
      const known = ghost.ephemerals.get(pid);
      if (known === undefined || known.knownAt !== null) return ghost;
      const told = { ...known, knownAt: moment.time };
      return { ...ghost, ephemerals: new Map(ghost.ephemerals).set(pid, told) };
    }
  }
}

/** The planned ones have their number; others follow, in the order in which they are called. */
function called(
  config: CapConfig,
  ghost: CapGhost,
  { time, step }: Moment,
  pid: Pid,
  deed: CapDeed & { readonly kind: 'called' },
): CapGhost {
  const byHand = ghost.requests.filter(({ planned }) => planned === null).length;
  const server = config.clients.find((each) => each.pid === pid)?.server ?? pid;
  const request: CapRequest = {
    number: deed.planned ?? config.workload.length + byHand + 1,
    client: pid,
    key: deed.key,
    planned: deed.planned,
    kind: deed.op,
    value: deed.value,
    called: { at: time, step },
    returned: null,
    outcome: 'waiting',
    error: '',
    before: [],
    readOnly: false,
    staleness: null,
    side: sideOf(config.servers, ghost.links, server),
  };
  return { ...ghost, requests: [...ghost.requests, request] };
}

const isWaiting = ({ outcome }: CapRequest): boolean => outcome === 'waiting';

function withRequest(
  ghost: CapGhost,
  pid: Pid,
  key: number,
  change: (request: CapRequest) => Partial<CapRequest>,
): CapGhost {
  const requests = ghost.requests.map((each) =>
    each.client === pid && each.key === key && isWaiting(each)
      ? { ...each, ...change(each) }
      : each,
  );
  return { ...ghost, requests };
}

function returned(
  ghost: CapGhost,
  { time, step }: Moment,
  pid: Pid,
  { key, outcome, error, value, readOnly }: CapDeed & { readonly kind: 'returned' },
): CapGhost {
  const next = withRequest(ghost, pid, key, (request) => ({
    returned: { at: time, step },
    outcome,
    error,
    readOnly,
    value: request.kind === 'write' ? request.value : value,
    staleness:
      request.kind === 'write' || outcome !== 'ok'
        ? null
        : stalenessOf(ghost, request.called.step, value ?? 0),
  }));
  return withLosses(next, time, null);
}

/** Nobody hears any more what becomes of them; what it had not yet read it is asked again. */
function withClientGone(
  { workload }: CapConfig,
  ghost: CapGhost,
  { time, step }: Moment,
  pid: Pid,
): CapGhost {
  const requests = ghost.requests.map((each) =>
    each.client === pid && isWaiting(each)
      ? {
          ...each,
          outcome: 'unknown' as const,
          error: 'ClientGone',
          returned: { at: time, step },
        }
      : each,
  );
  const isUnread = (number: number): boolean =>
    workload[number - 1]?.client === pid &&
    ghost.requests.every(({ planned }) => planned !== number);
  const asked = new Set([...ghost.asked].filter((number) => !isUnread(number)));
  return { ...ghost, requests, asked };
}

const putOver = (ghost: CapGhost, value: number, over: number, step: number): CapGhost =>
  ghost.puts.has(value)
    ? ghost
    : { ...ghost, puts: new Map(ghost.puts).set(value, { over, step }) };

function withServer(config: CapConfig, ghost: CapGhost, moment: Moment, seen: Seen): CapGhost {
  const { pid, value, up, blank } = seen;
  let next = withRole(config, ghost, moment, seen);
  const before = ghost.held.get(pid);
  if (!up && blank && before !== undefined) {
    const held = new Map(next.held);
    held.delete(pid);
    return withLosses({ ...next, held, diskLost: true }, moment.time, null);
  }
  if (value === null || value === before) return next;
  // Where no server says so, writes have one order, as ZooKeeper's have: its own invariants watch that.
  next = putOver(next, value, [...next.puts.keys()].at(-1) ?? 0, moment.step);
  next = { ...next, held: new Map(next.held).set(pid, value) };
  return withLosses(next, moment.time, value);
}

/** A majority has somebody who leads. */
const isLed = ({ servers }: CapConfig, open: CapGhost['open']): boolean => {
  const led = servers.filter((pid) => /^(?:LEADING|FOLLOWING)$/u.test(open.get(pid)?.role ?? ''));
  return led.length * 2 > servers.length;
};

const isZooKeepers = (open: CapGhost['open']): boolean =>
  [...open.values()].some(({ role }) => /^(?:LEADING|FOLLOWING|LOOKING|READ_ONLY)$/u.test(role));

function withRole(
  config: CapConfig,
  ghost: CapGhost,
  { time }: Moment,
  { pid, role }: Seen,
): CapGhost {
  const known = ghost.open.get(pid);
  if (known?.role === role || (known === undefined && role === '')) return ghost;
  const next: Edit<CapGhost> = { ...ghost };
  const open = new Map(ghost.open);
  if (known !== undefined)
    next.closed = [...ghost.closed, { pid, ...known, to: time }].slice(-MOST_SPANS);
  open.set(pid, { role, from: time });
  next.open = open;
  if (!isZooKeepers(open)) return next;
  const last = ghost.elections.at(-1);
  const going = last !== undefined && last.to === null;
  if (isLed(config, open)) {
    if (going) next.elections = [...ghost.elections.slice(0, -1), { ...last, to: time }];
  } else if (!going) next.elections = [...ghost.elections, { from: time, to: null }];
  return next;
}

/** What somebody has done to the world. */
export function heed(
  config: CapConfig,
  ghost: CapGhost,
  time: Micros,
  what: Intervention,
): CapGhost {
  const next: Edit<CapGhost> = { ...ghost };
  const own = config.deeds[ghost.deeds]?.what === what;
  if (own) next.deeds = ghost.deeds + 1;
  if (what.kind === 'input') {
    const asked = /^request (\d+)$/u.exec(String(what.data['text'] ?? ''))?.[1];
    if (what.name !== 'LINE' || asked === undefined) return ghost;
    next.asked = new Set(ghost.asked).add(Number(asked));
    return next;
  }
  if (what.kind === 'set-clock') next.clockSet = true;
  if (what.kind === 'wipe') next.diskLost = true;
  next.links = linksAfter(ghost.links, what);
  if (next.links !== ghost.links) next.cuts = cutsAfter(config, ghost, next, time, what, own);
  return next;
}

/** A cut goes on until nothing is cut between servers; what is cut meanwhile changes it. */
function cutsAfter(
  { servers }: CapConfig,
  { cuts }: CapGhost,
  { links }: Pick<CapGhost, 'links'>,
  time: Micros,
  what: Intervention,
  planned: boolean,
): readonly CapCut[] {
  const last = cuts.at(-1);
  const going = last !== undefined && last.to === null;
  const rest = going ? cuts.slice(0, -1) : cuts;
  if (!isCutAmong(servers, links)) return going ? [...rest, { ...last, to: time }] : cuts;
  const groups = groupsOf(servers, links);
  const oneWay = 'oneWay' in what && what.oneWay;
  const now = { groups: groups.length === 1 ? [] : groups, oneWay };
  if (going) return [...rest, { ...last, ...now }];
  return [...cuts, { from: time, to: null, ...now, planned }];
}
