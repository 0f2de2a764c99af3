/**
 * Servers, groups and weights [QuorumMaj, QuorumHierarchical]. What stands here cannot be read with
 * blanks at its end, and of several faults the first in the file's table is named.
 */
import { isRefused, refused, warning } from './note.ts';
import type { CfgNote } from './note.ts';
import type { CfgLine } from './properties.ts';
import { parseLong, readServer } from './server-line.ts';
import type { CfgServer } from './server-line.ts';
import { noNumber } from './value.ts';

export interface Members {
  /** In order of their ids. */
  readonly servers: readonly CfgServer[];
  readonly unread: boolean;
  /** Everything there is to be said, in the order in which ZooKeeper comes to it. */
  readonly notes: readonly CfgNote[];
  /** Whether groups count instead of a plain majority. */
  readonly hierarchical: boolean;
}

interface Found {
  readonly servers: Map<number, CfgServer>;
  readonly groupOf: Map<number, number>;
  readonly weights: Map<number, number>;
  readonly groups: Set<CfgLine>;
  readonly notes: CfgNote[];
}

/** @param oracle whether an oracle is configured, with which groups are not looked at */
export function membersOf(walked: readonly CfgLine[], oracle: boolean): Members {
  const found: Found = {
    servers: new Map(),
    groupOf: new Map(),
    weights: new Map(),
    groups: new Set(),
    notes: [],
  };
  const hierarchical = !oracle && walked.some(({ key }) => /^(group|weight)/u.test(key));
  for (const line of walked) {
    const { key } = line;
    if (key.startsWith('server.')) readMember(line, found);
    else if (hierarchical && key.startsWith('group')) readGroup(line, found);
    else if (hierarchical && key.startsWith('weight')) readWeight(line, found);
    else if (key === 'version') readVersion(line, found.notes);
  }
  const unread = found.notes.some(isRefused);
  const servers = [...found.servers.values()].toSorted((a, b) => a.sid - b.sid);
  if (hierarchical && !unread) found.notes.push(...ofGroups(found, servers));
  return { servers, unread, notes: found.notes, hierarchical };
}

function readMember(line: CfgLine, { servers, notes }: Found): void {
  const server = readServer(line);
  if ('code' in server) {
    notes.push(server);
    return;
  }
  servers.set(server.sid, server);
  // Documented, and not enforced.
  if (server.sid < 1 || server.sid > 255) {
    notes.push(warning('sid-range', line, { id: line.key.slice('server.'.length) }));
  }
}

/** The number behind the dot of a key, or of the whole key when it has none. */
const numberOf = ({ key }: CfgLine): string => key.slice(key.indexOf('.') + 1);

function readGroup(line: CfgLine, { groupOf, groups, notes }: Found): void {
  const gid = parseLong(numberOf(line));
  if (gid === null) {
    notes.push(badGroup(line, numberOf(line)));
    return;
  }
  groups.add(line);
  const parts = line.raw.split(':');
  while (parts.length > 1 && parts.at(-1) === '') parts.pop();
  for (const part of parts) {
    const sid = parseLong(part);
    if (sid === null) {
      notes.push(badGroup(line, part));
      return;
    }
    if (groupOf.has(sid)) {
      notes.push(refused('two-groups', line, { sid }, `Server ${sid}is in multiple groups`));
      return;
    }
    groupOf.set(sid, gid);
  }
}

function readWeight(line: CfgLine, { weights, notes }: Found): void {
  for (const text of [numberOf(line), line.raw]) {
    if (parseLong(text) !== null) continue;
    notes.push(badGroup(line, text));
    return;
  }
  weights.set(parseLong(numberOf(line)) ?? 0, parseLong(line.raw) ?? 0);
}

const badGroup = (line: CfgLine, text: string): CfgNote =>
  refused('bad-group', line, { text }, noNumber(text));

function readVersion(line: CfgLine, notes: CfgNote[]): void {
  if (/^[+-]?[0-9a-fA-F]{1,16}$/u.test(line.raw)) return;
  const said = `${noNumber(line.raw)} under radix 16`;
  notes.push(refused('bad-version', line, { value: line.raw }, said));
}

/** Every voter is in one group, and whoever is in a group has a weight. */
function ofGroups({ groupOf, weights, groups }: Found, servers: readonly CfgServer[]): CfgNote[] {
  const alone = javaOrder(servers).find(({ sid, observer }) => !observer && !groupOf.has(sid));
  const [first = null] = groups;
  if (alone !== undefined) {
    const { sid } = alone;
    const place = { number: alone.line, key: `server.${sid}` };
    return [refused('no-group', place, { sid }, `Server ${sid}is not in a group`)];
  }
  const voters = new Set(servers.filter(({ observer }) => !observer).map(({ sid }) => sid));
  const nobody = [...groupOf.keys()].find((sid) => !voters.has(sid) && !weights.has(sid));
  if (nobody === undefined) return [];
  const line = [...groups].find(({ raw }) =>
    raw.split(':').some((part) => parseLong(part) === nobody),
  );
  // Java stumbles where a weight is added to another one, else where the group's is looked at.
  const members = [...groupOf.values()];
  const isAdded = [...groupOf].some(
    ([sid, gid]) =>
      !voters.has(sid) && !weights.has(sid) && members.filter((each) => each === gid).length > 1,
  );
  const where = isAdded ? 'java.util.HashMap.get(Object)' : 'java.util.Iterator.next()';
  const said = `java.lang.NullPointerException: Cannot invoke "java.lang.Long.longValue()" because the return value of "${where}" is null`;
  return [refused('group-of-nobody', line ?? first, { sid: nobody }, said)];
}

const javaOrder = (servers: readonly CfgServer[]): readonly CfgServer[] =>
  servers.toSorted((a, b) => (a.sid & 15) - (b.sid & 15));
