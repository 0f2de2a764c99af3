/** What of a client the next step depends on: its console, and what it counts for the page, are left out. */
import type { Sight } from '../kernel/model.ts';
import type { Client, Search } from './client.ts';

const searchIn = ({ asked, probe, ...rest }: Search, sight: Sight): unknown => [
  rest,
  sight.from(asked),
  probe === null ? null : sight.connection(probe),
];

export function essenceOf(s: Client, sight: Sight): unknown {
  const { connection, dialled, handle, untyped, wants, wishedTimeout, wishedServers, wakeAfter } =
    s;
  const program = s.config.program.essence?.(s.program, sight) ?? s.program;
  const ofHandle = [
    [sight.connection(connection), sight.connection(dialled), program, s.calls, untyped],
    [wants, wishedTimeout, wishedServers, wakeAfter],
    handle && {
      ...handle,
      heard: 0,
      // Of the dials so far only whose turn is next matters.
      dials: handle.dials % handle.servers.length,
      ...(handle.search !== undefined && { search: searchIn(handle.search, sight) }),
    },
  ];
  const { asks, provider } = s;
  // Most clients have neither.
  if (asks === undefined && provider === undefined) return ofHandle;
  return [
    ofHandle,
    asks && [
      asks.lines.map((line) => [line.pid, sight.connection(line.connection), line.open]),
      asks.questions.map(({ due, ...each }) => [each, sight.from(due)]),
    ],
    provider?.waiting.map((each) => [sight.connection(each.connection), each.id]),
  ];
}
