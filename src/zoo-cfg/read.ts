/** Reads a `zoo.cfg` as ZooKeeper's QuorumPeerConfig does; what is wrong names its line. */
import { cfgKey } from './keys.ts';
import { membersOf } from './members.ts';
import type { Members } from './members.ts';
import { byLine, isRefused, refused, warning } from './note.ts';
import type { CfgNote } from './note.ts';
import { readProperties } from './properties.ts';
import type { CfgLine } from './properties.ts';
import type { CfgServer } from './server-line.ts';
import { tableOrder } from './table-order.ts';
import { parseInteger, valueNote } from './value.ts';

export interface CfgFile {
  /** The lines that count, by key: of two equal keys the last one. */
  readonly lines: ReadonlyMap<string, CfgLine>;
  /** The same, in the order in which ZooKeeper reads them. */
  readonly walked: readonly CfgLine[];
  /** In order of their ids. */
  readonly servers: readonly CfgServer[];
  /** Servers, groups and weights, with what is wrong with them. */
  readonly members: Members;
  /** Whether some server line could not be read. */
  readonly unread: boolean;
  /** In order of their lines, those about the whole file first. */
  readonly notes: readonly CfgNote[];
  /** What ends a server while it reads the lines, the first one first. */
  readonly faults: readonly CfgNote[];
  /** What is wrong with the bounds of a session's timeout. */
  readonly session: CfgNote | null;
}

/** Keys that are the ensemble's, and that a dynamic file holds instead when there is one. */
export const isMembers = (key: string): boolean => /^(server\.|group|weight)/u.test(key);

export function readCfg(text: string): CfgFile {
  const { lines: all, bare, malformed } = readProperties(text);
  const notes: CfgNote[] = [];
  const lines = lastOfEach(all, notes);
  for (const { number, text: content } of bare) {
    const line = all.find((each) => each.number === number);
    // Of a key that stands alone its empty value is judged.
    if (line !== undefined && (cfgKey(line.key) !== undefined || isMembers(line.key))) continue;
    notes.push(warning('not-key-value', line ?? null, { text: content }));
  }
  const walked = walkedOf(lines);
  const faults: CfgNote[] = [];
  if (malformed !== null) {
    const place = { number: malformed, key: '' };
    faults.push(refused('malformed', place, {}, 'Malformed \\uxxxx encoding.'));
  }
  for (const line of walked) {
    const found = ofLine(line, lines);
    if (found !== null) (isRefused(found) ? faults : notes).push(found);
  }
  const members = membersOf(walked, lines.has('oraclePath'));
  const session = ofSessions(lines);
  notes.push(...faults, ...members.notes, ...(session === null ? [] : [session]));
  return {
    lines,
    walked,
    servers: members.servers,
    members,
    unread: members.unread,
    notes: byLine(notes),
    faults,
    session,
  };
}

/** java.util.Properties keeps the last of equal keys and says nothing. */
function lastOfEach(all: readonly CfgLine[], notes: CfgNote[]): Map<string, CfgLine> {
  const last = new Map<string, CfgLine>();
  for (const line of all) {
    const earlier = last.get(line.key);
    if (earlier !== undefined) {
      notes.push(warning('duplicate-key', line, { earlier: earlier.number }));
    }
    last.set(line.key, line);
  }
  return last;
}

const walkedOf = (lines: ReadonlyMap<string, CfgLine>): readonly CfgLine[] =>
  tableOrder([...lines.keys()]).flatMap((key) => lines.get(key) ?? []);

function ofLine(line: CfgLine, lines: ReadonlyMap<string, CfgLine>): CfgNote | null {
  const { key } = line;
  if (isMembers(key) && lines.has('dynamicConfigFile')) {
    const said = `parameter: ${key} must be in a separate dynamic config file`;
    return refused('in-dynamic-file', line, {}, said);
  }
  const spec = cfgKey(key);
  return spec === undefined ? null : valueNote(spec, line);
}

/** The bounds of a session's timeout, in ms [QuorumPeerConfig.parseProperties]. */
function ofSessions(lines: ReadonlyMap<string, CfgLine>): CfgNote | null {
  const of = (key: string, preset: number): number | null =>
    parseInteger(lines.get(key)?.value ?? String(preset));
  const [tick, least, most] = [
    of('tickTime', 3000),
    of('minSessionTimeout', -1),
    of('maxSessionTimeout', -1),
  ];
  // What is no number is said of its line.
  if (tick === null || least === null || most === null || tick === 0) return null;
  const [min, max] = [least === -1 ? 2 * tick : least, most === -1 ? 20 * tick : most];
  if (min <= max) return null;
  const line =
    lines.get('minSessionTimeout') ?? lines.get('maxSessionTimeout') ?? lines.get('tickTime');
  const said = 'minSessionTimeout must not be larger than maxSessionTimeout';
  return refused('min-above-max', line ?? null, { min, max }, said);
}
