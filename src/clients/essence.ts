/** What of a client the next step depends on: its console, and what it counts for the page, are left out. */
import type { Sight } from '../kernel/model.ts';
import type { Client } from './client.ts';

export function essenceOf(s: Client, sight: Sight): unknown {
  const { connection, handle, program, untyped, wants, wishedTimeout, wishedServers, wakeAfter } =
    s;
  return [
    [sight.connection(connection), program, s.calls, untyped],
    [wants, wishedTimeout, wishedServers, wakeAfter],
    handle && {
      ...handle,
      heard: 0,
      // Of the dials so far only whose turn is next matters.
      dials: handle.dials % handle.servers.length,
    },
  ];
}
