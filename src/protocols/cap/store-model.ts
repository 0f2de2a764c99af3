/** The stores that are not ZooKeeper's, with their clients, as one model. */
import type { Change, Machine, Model, ProcessState, WorldState } from '../../kernel/model.ts';
import { linksOf } from '../../kernel/network-options.ts';
import type { NetworkOptions } from '../../kernel/network-options.ts';
import { NotInThisRun } from '../../kernel/not-in-this-run.ts';
import { startsOf } from '../../kernel/starts.ts';
import type { Start } from '../../kernel/starts.ts';
import type { CapDetail } from '../../view/cap.ts';
import type { CapSetup } from '../../view/cap-setup.ts';
import type { FactValue } from '../../view/fact.ts';
import type { InspectSection } from '../../view/inspect.ts';
import type { Latency } from '../../view/intervention.ts';
import type { Micros, Pid } from '../../view/time.ts';
import { capConfig } from './config.ts';
import type { CapConfig } from './config.ts';
import type { CapDeed } from './deeds.ts';
import { storeEssence } from './essence.ts';
import { noCapGhost } from './ghost.ts';
import type { WithCap } from './ghost.ts';
import { capInvariants } from './invariants.ts';
import { storeMachines } from './machines.ts';
import type { OwnStore } from './machines.ts';
import { firstDisk, isPrimary, Store, StoreClient } from './member.ts';
import type { StoreDisk, StoreMember } from './member.ts';
import { describe } from './messages.ts';
import { capDetail } from './project.ts';
import type { ServerNow } from './project.ts';
import { firstRegister } from './register.ts';
import { heed, remember } from './remember.ts';
import type { Seen } from './remember.ts';

type Process = ProcessState<StoreMember, StoreDisk>;
export type StoreWorld = WorldState<StoreMember, StoreDisk, WithCap>;

export interface StoreModel extends Model<StoreMember, StoreDisk, WithCap> {
  readonly cap: CapConfig;
}

/** As ZooKeeper's, so that the stores can be compared. */
const usualLatency: Latency = { kind: 'uniform', min: 300, max: 900 };
const usualDiskLatency: Latency = { kind: 'uniform', min: 1000, max: 4000 };

export function storeModel(setup: CapSetup, options: NetworkOptions = {}): StoreModel {
  const config = capConfig(setup);
  const { servers, clients } = config;
  const known = storeMachines();
  const ofServer = known.servers[config.store as OwnStore];
  const clientOf = (pid: Pid): CapConfig['clients'][number] | undefined =>
    clients.find((each) => each.pid === pid);
  const isServer = (pid: Pid): boolean => servers.includes(pid);
  return {
    name: 'cap',
    cap: config,
    pids: [...servers, ...clients.map(({ pid }) => pid)],
    nameOf: (pid) => clientOf(pid)?.name ?? `S${pid}`,
    machines: (pid): readonly Machine[] => (isServer(pid) ? ofServer : known.client),
    nature: 'fifo',
    latency: options.latency ?? usualLatency,
    links: linksOf(options),
    diskLatency: options.diskLatency ?? usualDiskLatency,
    initialDisk: () => firstDisk(config),
    blankDisk: () => ({ ...firstDisk(config), register: firstRegister }),
    diskless: new Set(clients.map(({ pid }) => pid)),
    boot: (pid, disk) => {
      if (isServer(pid)) return new Store(config, pid, disk);
      const client = clientOf(pid);
      if (client === undefined) throw new NotInThisRun(`no process ${pid}`);
      return new StoreClient(config, pid, client.server);
    },
    initialGhost: { cap: noCapGhost },
    remember: (ghost, world, change) => {
      const seen = seenOf(config, world, change);
      if (seen === null) return ghost;
      const cap = remember(config, ghost.cap, world, seen, change.did as readonly CapDeed[]);
      return cap === ghost.cap ? ghost : { cap };
    },
    heed: (ghost, world, what) => {
      const cap = heed(config, ghost.cap, world.time, what);
      return cap === ghost.cap ? ghost : { cap };
    },
    invariants: capInvariants(config),
    essence: storeEssence(config),
    describe,
    routine: (type) => type === 'BEAT' || type === 'GOSSIP_AGAIN' || type === 'RESEND',
  };
}

const CLIENTS_START_MS = 100;

const storeIn = (s: StoreMember | null): Store | null => (s instanceof Store ? s : null);

/** Null: the step left nothing that is remembered. */
function seenOf(
  config: CapConfig,
  world: StoreWorld,
  { pid, before, after, did, diskAfter, diskBefore }: Change<StoreMember, StoreDisk>,
): Seen | null {
  const was = storeIn(before);
  const is = storeIn(after);
  const isSame = was?.register === is?.register && was?.disk.primary === is?.disk.primary;
  const lives = (before === null) === (after === null);
  if (did.length === 0 && isSame && lives && diskAfter === diskBefore) return null;
  return {
    pid,
    isServer: config.servers.includes(pid),
    up: after !== null,
    wasUp: before !== null,
    value: is?.register.value ?? null,
    role: is === null ? '' : roleOf(is),
    blank:
      after === null &&
      before === null &&
      diskAfter !== diskBefore &&
      diskAfter.register === firstRegister,
  };
}

/** PRIMARY, COPY, or PEER where nobody is more than the others. */
const roleOf = (s: Store): string =>
  s.config.store !== 'primary' ? 'PEER' : isPrimary(s) ? 'PRIMARY' : 'COPY';

/** All at once; clients when the servers are there. */
export const storeStarts = (setup: CapSetup): Start[] => {
  const { servers, clients } = capConfig(setup);
  return startsOf([
    ...servers.map((pid) => [pid, 0] as const),
    ...clients.map(({ pid }) => [pid, CLIENTS_START_MS] as const),
  ]);
};

/** A copy that has heard nothing for so many beats no longer counts on its primary. */
const BEATS = 3;

const isHeard = ({ heardAt, config }: Store, now: Micros): boolean =>
  heardAt !== null && now - heardAt <= BEATS * config.gossip;

function serverNow({ pid, s, liveness }: Process, now: Micros): ServerNow {
  const store = storeIn(s);
  if (store === null)
    return { pid, role: '', leads: false, value: null, serves: 'none', heardAt: null };
  const isCopy = store.config.store === 'primary' && !isPrimary(store);
  const serves = isCopy && !isHeard(store, now) ? 'reads' : 'all';
  return {
    pid,
    role: roleOf(store),
    leads: store.config.store === 'primary' && isPrimary(store),
    value: store.register.value,
    serves: liveness === 'up' ? serves : 'none',
    heardAt: isCopy ? store.heardAt : null,
  };
}

export const storeDetail = ({ cap: config }: StoreModel, world: StoreWorld): CapDetail => {
  const servers = world.processes.filter(({ pid }) => config.servers.includes(pid));
  const clients = world.processes.filter(({ pid }) => !config.servers.includes(pid));
  return capDetail(
    config,
    world.ghost.cap,
    servers.map((each) => serverNow(each, world.time)),
    clients.map(({ pid, s }) => ({ pid, state: s === null ? '' : 'CONNECTED' })),
  );
};

export const storeWord = (process: Process): string => {
  const store = storeIn(process.s);
  return store === null ? (process.s === null ? '' : 'CONNECTED') : roleOf(store);
};

const row = (term: string, value: FactValue): InspectSection['rows'][number] => ({ term, value });

export function inspectStore(world: StoreWorld, pid: Pid): InspectSection[] {
  const process = world.processes.find((each) => each.pid === pid);
  if (process === undefined) return [];
  const { s, disk } = process;
  if (s instanceof StoreClient) {
    const waiting = s.open.length;
    return [{ name: 'capClient', rows: [row('capServer', s.server), row('capWaiting', waiting)] }];
  }
  const rows = ({ register, term }: StoreDisk) => [
    row('capValue', register.value),
    row('capStamp', register.stamp),
    row('capWriter', register.by),
    row('capTerm', term),
  ];
  return [
    ...(s instanceof Store
      ? [
          {
            name: 'capServer',
            rows: [
              ...rows(s.disk),
              row('capRounds', s.rounds.length),
              row('capHeardAt', s.heardAt),
            ],
          },
        ]
      : []),
    { name: 'disk', rows: rows(disk) },
  ];
}
