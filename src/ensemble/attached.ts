/** Which server each client is connected to, as the servers know it. */
import type { Pid } from '../view/time.ts';
import type { Client } from '../clients/client.ts';
import { serverIn } from './member.ts';
import type { MemberWorld } from './member.ts';

/** By the number of the connection. */
export type Attached = ReadonlyMap<number, Pid>;

/** Whoever has accepted each connection and not yet dropped it. */
export function attached({ processes }: MemberWorld<unknown>): Attached {
  const found = new Map<number, Pid>();
  for (const { pid, s } of processes) {
    for (const { id } of serverIn(s)?.connections ?? []) found.set(id, pid);
  }
  return found;
}

/** Null: it has no connection, or none that its server still knows. */
export const serverOf = (servers: Attached, client: Client | null): Pid | null =>
  client === null || client.connection === 0 ? null : (servers.get(client.connection) ?? null);
