/** Whose log a file is. */
import type { LogFileView, LogProblem, ServerKnownBy } from '../view/server-logs.ts';
import type { Pid } from '../view/time.ts';
import type { Entry, ReadLog } from './read-log.ts';

/** A file, and whose it is. */
export interface Owned {
  readonly log: ReadLog;
  /** The server that most lines name, or its name, or the reader. */
  readonly main: Pid | null;
  readonly by: ServerKnownBy | null;
  readonly servers: readonly Pid[];
}

/** `server3.log`, `zk-3.out`, `zookeeper_3.log.1`: the number behind the word for a server. */
const NAMED = /(?:^|[^a-z])(?:server|zookeeper|zoo|zk|node|myid|sid|s)[-_.]?(\d{1,4})(?=\D|$)/iu;

/** The number in a file's name; null where there is none. */
export function serverInName(name: string): Pid | null {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const found = NAMED.exec(base)?.[1];
  return found === undefined ? null : Number(found);
}

/** @param said whose it is, where the reader has said so */
export function whoseIs(log: ReadLog, said: Pid | undefined): Owned {
  const named = [...log.writers].toSorted((a, b) => b[1] - a[1]).map(([sid]) => sid);
  const [main] = named;
  if (said !== undefined) return { log, main: said, by: 'said', servers: [said] };
  if (main !== undefined) return { log, main, by: 'myid', servers: named };
  const own = log.heads === 0 ? null : serverInName(log.name);
  if (own !== null) return { log, main: own, by: 'name', servers: [own] };
  return { log, main: null, by: null, servers: [] };
}

/**
 * The entries of a file by server. In one that holds the lines of several, a line that names none is
 * of the server that wrote the line before.
 */
export function entriesOf({ log, main, by }: Owned): ReadonlyMap<Pid, readonly Entry[]> {
  const found = new Map<Pid, Entry[]>();
  let present = main;
  for (const entry of log.entries) {
    if (by !== 'said') present = entry.server ?? present;
    if (present === null) continue;
    const list = found.get(present);
    if (list === undefined) found.set(present, [entry]);
    else list.push(entry);
  }
  return found;
}

/** What there is to say of a file. @param problem why it could not even be read */
export function fileView({ log, by, servers }: Owned, problem: LogProblem | null): LogFileView {
  const left = [...log.skipped.values()].reduce((sum, count) => sum + count, 0);
  return {
    name: log.name,
    size: log.size,
    servers,
    by,
    version: log.version,
    lines: log.lines,
    told: log.lines - left,
    from: log.first?.when ?? null,
    to: log.last?.when ?? null,
    problem:
      problem ??
      (log.heads === 0
        ? { code: 'no-log' }
        : servers.length === 0
          ? { code: 'whose' }
          : log.cutAt === null
            ? null
            : { code: 'many-lines', line: log.cutAt }),
  };
}
