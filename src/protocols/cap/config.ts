/** The set-up of the experiment, looked up, with its defaults; and what the set-up itself will do to the world. */
import type { CapOpKind, CapSetup, CapStore } from '../../view/cap-setup.ts';
import type { Intervention } from '../../view/intervention.ts';
import type { Micros, Pid } from '../../view/time.ts';
import { isCapMutant } from './mutants.ts';
import type { CapMutant } from './mutants.ts';

const MS = 1000;
export const USUAL_SERVERS = 5;

/** What the set-up does at its time, unless somebody keeps it from it. */
export interface PlannedDeed {
  readonly time: Micros;
  readonly what: Intervention;
}

/** A request of the workload. */
export interface PlannedRequest {
  readonly number: number;
  readonly client: Pid;
  readonly kind: CapOpKind;
  readonly value: number | null;
  /** When; of one that waits for another: how long after that one's end. */
  readonly at: Micros;
  readonly after: number | null;
  readonly patient: boolean;
}

export interface PlannedCut {
  readonly from: Micros;
  readonly to: Micros | null;
  readonly groups: readonly (readonly Pid[])[];
  readonly oneWay: boolean;
}

export interface CapConfig {
  readonly store: CapStore;
  readonly servers: readonly Pid[];
  readonly leader: Pid;
  readonly clients: readonly { readonly pid: Pid; readonly name: string; readonly server: Pid }[];
  readonly zero: Micros;
  readonly timeout: Micros;
  readonly sessionMs: number;
  readonly tickMs: number;
  readonly syncLimit: number;
  /** How many servers a read and a write of the quorum store ask. */
  readonly quorum: { readonly read: number; readonly write: number };
  readonly gossip: Micros;
  /** By number, from 1. */
  readonly workload: readonly PlannedRequest[];
  /** Cuts and slow links of the set-up, by their time. */
  readonly deeds: readonly PlannedDeed[];
  readonly cuts: readonly PlannedCut[];
  readonly watch: ReadonlySet<string> | null;
  readonly broken: ReadonlySet<CapMutant>;
}

const GREEK = 'αβγδεζηθικλμνξοπρστυφχψω';

export const isOfZooKeeper = (store: CapStore): boolean =>
  store === 'zookeeper' || store === 'zookeeper-read-only';

export function capConfig(setup: CapSetup): CapConfig {
  const count = setup.servers ?? USUAL_SERVERS;
  const servers = Array.from({ length: count }, (_, index) => index + 1);
  const zero = (setup.zeroMs ?? 5000) * MS;
  const clients = setup.clients.map(({ id: pid, name, server }, index) => ({
    pid,
    name: name ?? GREEK[index] ?? `C${index + 1}`,
    server,
  }));
  const broken = new Set((setup.broken ?? []).filter(isCapMutant));
  const cuts = (setup.cuts ?? []).map(({ fromMs, toMs, groups, oneWay = false }) => ({
    from: zero + Math.round(fromMs * MS),
    to: toMs === undefined ? null : zero + Math.round(toMs * MS),
    groups,
    oneWay,
  }));
  const majority = Math.floor(count / 2) + 1;
  const quorum = setup.quorum ?? { read: majority, write: majority };
  return {
    store: setup.store,
    servers,
    leader: setup.leader ?? count,
    clients,
    zero,
    timeout: (setup.timeoutMs ?? 5000) * MS,
    sessionMs: setup.sessionMs ?? 30_000,
    tickMs: setup.tickMs ?? 2000,
    syncLimit: setup.syncLimit ?? 5,
    quorum: broken.has('quorums-may-miss') ? { ...quorum, read: count - quorum.write } : quorum,
    gossip: (setup.gossipMs ?? 1000) * MS,
    workload: setup.workload.map((op, index) => ({
      number: index + 1,
      client: op.client,
      kind: op.kind,
      value: op.value ?? null,
      at: Math.round((op.atMs ?? 0) * MS) + (op.after === undefined ? zero : 0),
      after: op.after ?? null,
      patient: op.patient ?? false,
    })),
    deeds: deedsOf(setup, zero, clients, cuts),
    cuts,
    watch: setup.watch === undefined ? null : new Set(setup.watch),
    broken,
  };
}

type Clients = CapConfig['clients'];

/** A client belongs to its server's side. */
const withClients = (group: readonly Pid[], clients: Clients): readonly Pid[] => [
  ...group,
  ...clients.flatMap(({ pid, server }) => (group.includes(server) ? [pid] : [])),
];

function deedsOf(
  { slow = [] }: CapSetup,
  zero: Micros,
  clients: Clients,
  cuts: readonly PlannedCut[],
): readonly PlannedDeed[] {
  const deeds: PlannedDeed[] = [];
  for (const { from, to, groups, oneWay } of cuts) {
    const all = groups.map((group) => withClients(group, clients));
    deeds.push({ time: from, what: { kind: 'partition', groups: all, oneWay } });
    if (to !== null) deeds.push({ time: to, what: { kind: 'heal' } });
  }
  for (const { fromMs, toMs, from, to, latency } of slow) {
    const at = (ms: number): Micros => zero + Math.round(ms * MS);
    deeds.push({ time: at(fromMs), what: { kind: 'latency', from, to, latency } });
    if (toMs !== undefined)
      deeds.push({ time: at(toMs), what: { kind: 'latency', from, to, latency: null } });
  }
  return deeds.toSorted((a, b) => a.time - b.time);
}

/** What is typed into a client so that it makes this request of the workload. */
export const lineOf = ({ number }: PlannedRequest): string => `request ${number}`;

/** What a line asks of a client; null: nothing. */
export interface Wanted {
  /** Its number in the workload; null: by hand. */
  readonly planned: number | null;
  readonly kind: CapOpKind;
  /** Of a write. */
  readonly value: number | null;
  readonly patient: boolean;
}

/** @param now µs; what is written if the line does not say it */
export function wantedBy(config: CapConfig, text: string, now: Micros): Wanted | null {
  const [verb = '', number] = text.trim().split(/\s+/u);
  const given = number === undefined ? Number.NaN : Number(number);
  if (verb === 'request') {
    const found = config.workload[given - 1];
    if (found === undefined) return null;
    const { kind, value, patient } = found;
    return { planned: found.number, kind, value, patient };
  }
  const rest = { planned: null, patient: false };
  if (verb === 'read' || verb === 'sync-read') return { ...rest, kind: verb, value: null };
  if (verb !== 'write') return null;
  const value = Number.isSafeInteger(given) && given > 0 ? given : Math.floor(now / MS) + 1;
  return { ...rest, kind: 'write', value };
}
