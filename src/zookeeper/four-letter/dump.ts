import { javaDate } from '../records/java-date.ts';
import { givesLocal } from '../quorum/local-sessions.ts';
import { tracksSessions } from '../quorum/place.ts';
import type { Server } from '../server/server.ts';
import { entries, sizeOf } from '../tree/sorted-map.ts';

interface Expiring {
  /** ms of the monotonic clock. */
  readonly expires: number;
  readonly text: string;
}

/** Sessions and connections by the time when they expire, and who owns which ephemerals [DumpCommand]. */
export function dumpLines(s: Server): readonly string[] {
  const connections = s.connections.map(({ address, port, session, expires }) => ({
    expires,
    text: `ip: /${address}:${port} sessionId: ${session}`,
  }));
  return [
    'SessionTracker dump:',
    ...sessionLines(s),
    'ephemeral nodes dump:',
    `Sessions with Ephemerals (${sizeOf(s.tree.ephemerals)}):`,
    ...[...entries(s.tree.ephemerals)].flatMap(({ key, value }) => [
      `${key}:`,
      ...[...entries(value)].map(({ key: path }) => `\t${path}`),
    ]),
    'Connections dump:',
    ...buckets(s, 'Connections', connections),
  ];
}

/** [LeaderSessionTracker, LearnerSessionTracker.dumpSessions] */
function sessionLines(s: Server): readonly string[] {
  const of = (local: boolean): Expiring[] =>
    s.sessions
      .filter((session) => (session.local === true) === local)
      .map(({ id, expires }) => ({ expires, text: id }));
  const locals = givesLocal(s) ? buckets(s, 'Local Session', of(true)) : [];
  const global = givesLocal(s) ? 'Global Session' : 'Session';
  return [...locals, ...(tracksSessions(s) ? buckets(s, global, of(false)) : knownSessions(s))];
}

/** A learner does not know when they expire [LearnerSessionTracker.dumpSessions]. */
function knownSessions({ tree }: Server): readonly string[] {
  const known = [...entries(tree.sessions)].toSorted((a, b) =>
    BigInt(a.key) < BigInt(b.key) ? -1 : 1,
  );
  return [
    `Global Sessions(${known.length}):`,
    ...known.map(({ key, value }) => `${key}\t${value}ms`),
  ];
}

/** [ExpiryQueue.dump] */
function buckets({ settings }: Server, what: string, all: readonly Expiring[]): readonly string[] {
  const times = [...new Set(all.map(({ expires }) => expires))].toSorted((a, b) => a - b);
  return [
    `${what} Sets (${times.length})/(${all.length}):`,
    ...times.flatMap((time) => {
      const there = all.filter(({ expires }) => expires === time);
      const date = javaDate(settings.clock + time - settings.uptime);
      return [`${there.length} expire at ${date}:`, ...there.map(({ text }) => `\t${text}`)];
    }),
  ];
}
