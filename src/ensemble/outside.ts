/** The processes outside ZooKeeper in a world of servers and clients: their machines, and how they begin. */
import { flatten } from '../kernel/machine/flatten.ts';
import { machinePartsAt } from '../kernel/machine/rules.ts';
import type { KernelEvent, Machine, Sight } from '../kernel/model.ts';
import { askingMachine } from '../clients/asking-machine.ts';
import { edit } from '../clients/client.ts';
import type { Client } from '../clients/client.ts';
import { SERVICE_PORT } from '../protocols/outside/messages.ts';
import { boot } from '../protocols/outside/outside.ts';
import type { OutsideData } from '../protocols/outside/data.ts';
import type { Kept, Outside, OutsideConfig } from '../protocols/outside/outside.ts';
import { providerMachineOf } from '../protocols/outside/provider-machine.ts';
import type { Provider } from '../protocols/outside/provider.ts';
import { redisMachine } from '../protocols/outside/redis-machine.ts';
import { emptyRedis } from '../protocols/outside/redis.ts';
import { storageMachine } from '../protocols/outside/storage-machine.ts';
import { emptyStorage } from '../protocols/outside/storage.ts';
import { tableMachine } from '../protocols/outside/table-machine.ts';
import { emptyTable } from '../protocols/outside/table.ts';
import type { OutsideSetup } from '../view/outside.ts';
import { blankDisk } from '../zookeeper/server/disk.ts';
import type { Disk } from '../zookeeper/server/disk.ts';

/** The disk of a process outside: none of a server's files, and what it keeps itself. */
export interface OutsideDisk extends Disk, Kept {}

export const emptyDisk: OutsideDisk = { ...blankDisk, kept: null };

/** Where a client that answers calls has its part of that. */
export const providerPlace = {
  get: (s: Client): Provider => s.provider as Provider,
  set: (s: Client, provider: Provider): Client => {
    const next = edit(s);
    next.provider = provider;
    return next;
  },
};

export const providerMachine = providerMachineOf<Client>(
  machinePartsAt<Client, Provider, KernelEvent>(providerPlace),
  ({ wants }) => wants === 'exit',
);

interface Machines {
  readonly asking: Machine;
  readonly provider: Machine;
  readonly of: Readonly<Record<OutsideSetup['kind'], readonly Machine[]>>;
}

let made: Machines | null = null;

export function outsideMachines(): Machines {
  const ports = [SERVICE_PORT];
  made ??= {
    asking: { table: flatten(askingMachine), ports },
    provider: { table: flatten(providerMachine), ports },
    of: {
      storage: [{ table: flatten(storageMachine) }],
      table: [{ table: flatten(tableMachine) }],
      redis: [{ table: flatten(redisMachine) }],
    },
  };
  return made;
}

function blank(setup: OutsideSetup): OutsideData {
  switch (setup.kind) {
    case 'storage':
      return emptyStorage(setup.fencing ?? false);
    case 'table':
      return emptyTable;
    case 'redis':
      return emptyRedis(setup.replicaOf);
  }
}

/** Storage and table find what they had written; a store of keys has nothing. */
export const bootOutside = (config: OutsideConfig, found: Disk): Outside => {
  const disk = 'kept' in found ? (found as OutsideDisk) : emptyDisk;
  return boot(config, disk, disk.kept ?? blank(config.setup));
};

/** What of it the next step depends on: not what it counts for the page. */
export function outsideEssence(s: Outside, sight: Sight): unknown {
  const { data, owed, begun, written, config } = s;
  const waiting = owed.map(({ connection, message, after }) => [
    sight.connection(connection),
    message,
    after - written,
  ]);
  return [waiting, begun - written, known(data, config, sight)];
}

function known(data: OutsideData, { clock }: OutsideConfig, sight: Sight): unknown {
  const from = (ms: number): number => sight.from((ms - clock) * 1000);
  switch (data.kind) {
    case 'storage':
      return [data.value, data.greatest];
    case 'table':
      return data.rows.map(({ beat, ...row }) => [row, from(beat)]);
    case 'redis':
      return [
        [data.role, data.alone, sight.connection(data.master)],
        data.replicas.map((each) => sight.connection(each)),
        data.keys.map(({ expiresAt, ...key }) => [
          key,
          expiresAt === null ? null : from(expiresAt),
        ]),
      ];
  }
}
