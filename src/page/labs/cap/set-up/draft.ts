import { CAP_STORES } from '../../../../view/cap-setup.ts';
import type {
  CapClientSetup,
  CapCutSetup,
  CapOpKind,
  CapOpSetup,
  CapSetup,
  CapStore,
} from '../../../../view/cap-setup.ts';
import { SCENARIO_VERSION } from '../../../../view/scenario.ts';
import type { Scenario } from '../../../../view/scenario.ts';
import {
  keptAmong,
  keptOf,
  middleOf,
  spanOf,
  textOf,
  TIME_FIELDS,
  timesOf,
} from '../../../panels/set-up/kept.ts';
import type { Kept } from '../../../panels/set-up/kept.ts';
import type { Built, FieldProblem } from '../../../panels/set-up/set-up.tsx';
import { seedOf, typedWhole } from '../../../panels/set-up/typed.ts';
import { typedPids, typedSeconds } from './typed.ts';

/** A client of the form. */
export interface ClientDraft {
  /** Its number, which requests name. */
  readonly id: number;
  readonly server: string;
  readonly was?: CapClientSetup;
}

/** A request of the form. */
export interface RequestDraft {
  /** Stable over edits. */
  readonly key: number;
  readonly client: number;
  readonly kind: CapOpKind;
  readonly value: string;
  /** Seconds from the experiment's t = 0, or from the end of the request that it waits for. */
  readonly at: string;
  readonly was?: CapOpSetup;
}

/** A set-up of the experiment as it stands in the form: what was typed, right or wrong. */
export interface CapDraft {
  readonly store: CapStore;
  readonly servers: string;
  /** Empty: the greatest. */
  readonly leader: string;
  readonly clients: readonly ClientDraft[];
  readonly requests: readonly RequestDraft[];
  /** The servers that are cut off; empty: no cut. Seconds. */
  readonly minority: string;
  readonly cutFrom: string;
  readonly cutTo: string;
  readonly leastMs: string;
  readonly mostMs: string;
  readonly diskMs: string;
  readonly timeoutMs: string;
  readonly readQuorum: string;
  readonly writeQuorum: string;
  readonly seed: string;
  readonly broken: readonly string[];
  readonly kept: Kept;
  /** What it was made of, and the form does not show. */
  readonly keptSetup: Partial<CapSetup>;
}

/** What the simulation takes where nothing is said. */
const USUAL = { servers: '5', timeoutMs: '5000' };

const seconds = (ms: number | undefined, otherwise = ''): string =>
  ms === undefined ? otherwise : String(ms / 1000);

/** The form for a scenario: what it does not show is kept. */
export const draftOf = (scenario: Scenario<'cap'>): CapDraft => {
  const { setup, seed, latency, diskLatency } = scenario;
  const { store, leader, clients, workload, broken = [], ...keptSetup } = setup;
  const cut = setup.cuts?.[0];
  const { least, most } = spanOf(latency);
  return {
    store,
    servers: textOf(setup.servers, USUAL.servers),
    leader: textOf(leader, ''),
    clients: clients.map((was) => ({ id: was.id, server: String(was.server), was })),
    requests: workload.map((was, key) => ({
      key,
      client: was.client,
      kind: was.kind,
      value: textOf(was.value, ''),
      at: seconds(was.atMs, '0'),
      was,
    })),
    minority: cut?.groups[0]?.join(' ') ?? '',
    cutFrom: seconds(cut?.fromMs, '0'),
    cutTo: seconds(cut?.toMs),
    leastMs: least,
    mostMs: most,
    diskMs: middleOf(diskLatency),
    timeoutMs: textOf(setup.timeoutMs, USUAL.timeoutMs),
    readQuorum: textOf(setup.quorum?.read, ''),
    writeQuorum: textOf(setup.quorum?.write, ''),
    seed: String(seed),
    broken,
    kept: keptOf(scenario),
    keptSetup,
  };
};

/** One request more, behind the last one. */
export const addRequest = (before: CapDraft): CapDraft => {
  const key = Math.max(-1, ...before.requests.map((one) => one.key)) + 1;
  const last = before.requests.at(-1);
  const client = last?.client ?? before.clients[0]?.id ?? FIRST_CLIENT;
  const made: RequestDraft = { key, client, kind: 'read', value: '', at: '20' };
  return { ...before, requests: [...before.requests, made] };
};

const FIRST_CLIENT = 101;

/** One client more, at the first server. */
export const addClient = (before: CapDraft): CapDraft => {
  const id = Math.max(FIRST_CLIENT - 1, ...before.clients.map((one) => one.id)) + 1;
  return { ...before, clients: [...before.clients, { id, server: '1' }] };
};

type Report = (field: string, code: string, data?: FieldProblem['data']) => void;

function requestOf(draft: RequestDraft, report: Report): CapOpSetup {
  const { key, client, kind, was } = draft;
  const at = typedSeconds(draft.at);
  if (at === null) report(`${key}.at`, 'seconds-form');
  const { value: _value, atMs, ...others } = was ?? {};
  const value = kind === 'write' ? typedWhole(draft.value) : null;
  if (kind === 'write' && value === null) report(`${key}.value`, 'whole-positive');
  const said = atMs !== undefined || at !== 0;
  return {
    ...others,
    client,
    kind,
    ...(value !== null && { value }),
    ...(said && { atMs: at ?? 0 }),
  };
}

function cutsOf(draft: CapDraft, servers: number, report: Report): readonly CapCutSetup[] {
  const [first, ...others] = draft.keptSetup.cuts ?? [];
  if (draft.minority.trim() === '') return others;
  const off = typedPids(draft.minority);
  const all = Array.from({ length: servers }, (_, i) => i + 1);
  const rest = all.filter((pid) => off?.includes(pid) !== true);
  if (off === null) report('minority', 'servers-form');
  const [from, to] = [typedSeconds(draft.cutFrom), typedSeconds(draft.cutTo)];
  if (from === null) report('cutFrom', 'seconds-form');
  if (to === null && draft.cutTo.trim() !== '') report('cutTo', 'seconds-form');
  const same = first !== undefined && first.groups[0]?.join(' ') === draft.minority;
  return [
    {
      ...(first?.oneWay === true && { oneWay: true }),
      groups:
        same && servers === (draft.keptSetup.servers ?? servers) ? first.groups : [off ?? [], rest],
      fromMs: from ?? 0,
      ...(to !== null && { toMs: to }),
    },
    ...others,
  ];
}

const fieldsOf = ({ clients, requests }: CapDraft): ReadonlyMap<string, string> =>
  new Map([
    ['seed', 'seed'],
    ...TIME_FIELDS,
    ['setup.servers', 'servers'],
    ['setup.leader', 'leader'],
    ['setup.timeoutMs', 'timeoutMs'],
    ['setup.quorum.read', 'readQuorum'],
    ['setup.quorum.write', 'writeQuorum'],
    ['setup.cuts[0].groups', 'minority'],
    ['setup.cuts[0].fromMs', 'cutFrom'],
    ['setup.cuts[0].toMs', 'cutTo'],
    ...clients.map(({ id }, i) => [`setup.clients[${i}].server`, `client-${id}`] as const),
    ...requests.flatMap(({ key }, i) => [
      [`setup.workload[${i}].value`, `${key}.value`] as const,
      [`setup.workload[${i}].atMs`, `${key}.at`] as const,
      [`setup.workload[${i}].client`, `${key}.client`] as const,
    ]),
  ]);

/** The scenario that the draft describes. */
export const buildCap = (draft: CapDraft): Built<Scenario<'cap'>> => {
  const unread: FieldProblem[] = [];
  const report: Report = (field, code, data = {}) => unread.push({ field, code, data });
  const whole = (field: 'servers' | 'leader' | 'timeoutMs' | 'readQuorum' | 'writeQuorum') => {
    const text = draft[field];
    const value = text.trim() === '' ? null : typedWhole(text);
    if (value === null && text.trim() !== '') report(field, 'whole-positive');
    return value;
  };
  const servers = whole('servers') ?? Number(USUAL.servers);
  const leader = whole('leader');
  const [read, write] = [whole('readQuorum'), whole('writeQuorum')];
  const { cuts: was, quorum: _quorum, servers: saidServers, timeoutMs, ...kept } = draft.keptSetup;
  const clients = draft.clients.map(({ id, server, was }): CapClientSetup => {
    const at = typedWhole(server);
    if (at === null) report(`client-${id}`, 'whole-positive');
    return { ...was, id, server: at ?? 1 };
  });
  const majority = Math.floor(servers / 2) + 1;
  const cuts = cutsOf(draft, servers, report);
  const waits = whole('timeoutMs');
  const setup: CapSetup = {
    ...kept,
    store: CAP_STORES.find((one) => one === draft.store) ?? 'zookeeper',
    ...((saidServers !== undefined || draft.servers !== USUAL.servers) && { servers }),
    ...(leader !== null && { leader }),
    clients,
    workload: draft.requests.map((one) => requestOf(one, report)),
    ...((was !== undefined || cuts.length > 0) && { cuts }),
    ...((timeoutMs !== undefined || draft.timeoutMs !== USUAL.timeoutMs) && {
      timeoutMs: waits ?? Number(USUAL.timeoutMs),
    }),
    ...((read !== null || write !== null) && {
      quorum: { read: read ?? majority, write: write ?? majority },
    }),
    ...(draft.broken.length > 0 && { broken: draft.broken }),
  };
  const everybody = new Set([
    ...Array.from({ length: servers }, (_, i) => i + 1),
    ...clients.map(({ id }) => id),
  ]);
  return {
    unread,
    fields: fieldsOf(draft),
    scenario: {
      format: 'zooscope-scenario',
      version: SCENARIO_VERSION,
      model: 'cap',
      seed: seedOf(draft.seed, report),
      setup,
      ...keptAmong(draft.kept, everybody),
      ...timesOf(draft, report),
    },
  };
};
