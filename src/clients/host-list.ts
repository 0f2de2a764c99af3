/** The servers of a handle, and which comes next [org.apache.zookeeper.client.StaticHostProvider]. */
import type { Micros, Pid } from '../view/time.ts';
import type { Address } from './calls.ts';
import type { Client, ClientConfig, Handle } from './client.ts';

/** After a round without success it waits so long more before the next [ClientCnxn.SendThread.run]. */
const SPIN: Micros = 1_000_000;

/**
 * A new handle shuffles what its connect string names, once, so that clients spread over the servers
 * [Collections.shuffle].
 * @param random uniform in [0, 1); drawn only where there is an order to choose
 */
export function hostList(
  servers: readonly Address[],
  { inOrder }: ClientConfig,
  random: () => number,
): readonly Address[] {
  if (inOrder === true) return servers;
  const list = [...servers];
  for (let left = list.length; left > 1; left--) {
    const other = Math.floor(random() * left);
    const [taken] = list.splice(other, 1);
    if (taken !== undefined) list.push(taken);
  }
  return list;
}

type Hosts = Pick<Handle, 'servers' | 'dials' | 'home'>;

/** The one that it dials, or dialled last: the servers take turns, for the handle's whole life. */
export const presentHost = ({ servers, dials }: Hosts): Address | undefined =>
  servers[(dials - 1) % servers.length];

/** Whose machine a name stands for; undefined: nobody's. No name at all means this machine [InetAddress.getAllByName]. */
export const machineAt = ({ config }: Pick<Client, 'config'>, host: string): Pid | undefined =>
  config.hosts.get(host.toLowerCase() || 'localhost');

/** How many dials there must have been for the next to be at this place of the list; not fewer than there were. */
export const dialsBefore = ({ servers, dials }: Hosts, place: number): number =>
  dials + ((((place - dials) % servers.length) + servers.length) % servers.length);

/** It has a session there: a round that comes back to it has tried all others [onConnected]. */
export const atHome = ({ servers, dials }: Hosts): Pick<Handle, 'home'> =>
  servers.length > 1 ? { home: (dials - 1) % servers.length } : {};

/** The pause that a whole round without success adds to the random one before a dial. */
export const roundPause = ({ servers, dials, home = 0 }: Hosts): Micros =>
  servers.length > 1 && dials % servers.length === home ? SPIN : 0;
