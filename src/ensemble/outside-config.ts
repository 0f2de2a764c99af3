/** What a set-up says of processes outside ZooKeeper, and of clients that others ask. */
import { SetupRefused } from '../kernel/setup-refused.ts';
import type { OutsideConfig } from '../protocols/outside/outside.ts';
import type { Pid } from '../view/time.ts';
import type { WorldSetup } from '../view/zookeeper-setup.ts';
import type { WallMs } from '../zookeeper/records/values.ts';
import { clientName } from './name.ts';

/** How each process outside begins. @throws SetupRefused */
export function outsideOf(
  { outside = [], servers }: WorldSetup,
  clock: WallMs,
): ReadonlyMap<Pid, OutsideConfig> {
  const found = new Map<Pid, OutsideConfig>();
  outside.forEach((setup, index) => {
    const { id } = setup;
    if (found.has(id) || servers.some(({ sid }) => sid === id))
      throw new SetupRefused(`outside[${index}].id`, 'two processes with one id');
    found.set(id, { setup, clock });
  });
  outside.forEach((setup, index) => {
    if (setup.kind !== 'redis' || setup.replicaOf === undefined) return;
    const master = found.get(setup.replicaOf)?.setup;
    if (master?.kind !== 'redis' || master.id === setup.id)
      throw new SetupRefused(`outside[${index}].replicaOf`, `no other store ${setup.replicaOf}`);
  });
  return found;
}

/** Whom a client's program can ask, by name. @throws SetupRefused */
export function namesOf({ outside = [], clients }: WorldSetup): ReadonlyMap<string, Pid> {
  const names = new Map<string, Pid>();
  const add = (name: string, pid: Pid, where: string): void => {
    if (names.has(name)) throw new SetupRefused(where, `two processes with the name '${name}'`);
    names.set(name, pid);
  };
  outside.forEach(({ name, id }, index) => add(name, id, `outside[${index}].name`));
  clients.forEach((each, index) => {
    if (each.answers !== undefined) add(clientName(each, index), each.id, `clients[${index}].name`);
  });
  return names;
}
