/** Reads a `zoo.cfg` as ZooKeeper's QuorumPeerConfig does; what is wrong names its line. */
import { cfgKey, cfgKeyLike } from './keys.ts';
import type { CfgNote } from './note.ts';
import { readProperties } from './properties.ts';
import type { CfgLine } from './properties.ts';
import { readServer } from './server-line.ts';
import type { CfgServer } from './server-line.ts';
import { valueNote } from './value.ts';

export interface CfgFile {
  /** The lines that count, by key: of two equal keys the last one. */
  readonly lines: ReadonlyMap<string, CfgLine>;
  /** In order of their sids. */
  readonly servers: readonly CfgServer[];
  /** Whether some server line could not be read. */
  readonly unread: boolean;
  /** In order of their lines, those about the whole file first. */
  readonly notes: readonly CfgNote[];
}

export function readCfg(text: string): CfgFile {
  const { lines: all, bare } = readProperties(text);
  const notes: CfgNote[] = bare.map(({ number: line, text: data }) => ({
    kind: 'error',
    code: 'not-key-value',
    line,
    data: { text: data },
  }));
  const lines = lastOfEach(all, notes);
  const servers: CfgServer[] = [];
  let unread = false;
  for (const line of lines.values()) {
    if (line.key.startsWith('server.')) {
      const server = readServer(line, notes);
      if (server === null) unread = true;
      else servers.push(server);
    } else if (/^(group|weight)\./u.test(line.key)) {
      const data = { key: line.key };
      notes.push({ kind: 'warning', code: 'hierarchy-ignored', line: line.number, data });
    } else notes.push(...ofLine(line));
  }
  servers.sort((a, b) => a.sid - b.sid);
  notes.push(...ofSessions(lines));
  return { lines, servers, unread, notes: notes.toSorted((a, b) => a.line - b.line) };
}

/** java.util.Properties keeps the last of equal keys and says nothing. */
function lastOfEach(all: readonly CfgLine[], notes: CfgNote[]): Map<string, CfgLine> {
  const last = new Map<string, CfgLine>();
  for (const line of all) {
    const earlier = last.get(line.key);
    if (earlier !== undefined) {
      const data = { key: line.key, earlier: earlier.number };
      notes.push({ kind: 'warning', code: 'duplicate-key', line: line.number, data });
    }
    last.set(line.key, line);
  }
  return last;
}

function ofLine(line: CfgLine): CfgNote[] {
  const { key, value, number } = line;
  const spec = cfgKey(key);
  if (spec === undefined) {
    const like = cfgKeyLike(key);
    const data = { key, ...(like === undefined ? {} : { like: like.key }) };
    const code = like === undefined ? 'unknown-key' : 'wrong-case';
    return [{ kind: 'warning', code, line: number, data }];
  }
  const wrong = valueNote(spec, line);
  if (wrong !== null) return [wrong];
  const warn = (code: CfgNote['code'], data: CfgNote['data'], said?: string): CfgNote => ({
    kind: 'warning',
    code,
    line: number,
    data: { key, ...data },
    ...(said === undefined ? {} : { said }),
  });
  if (key === 'electionAlg' && Number(value) !== 3) {
    const said = 'Invalid electionAlg value. Only 3 is supported.';
    return [{ kind: 'error', code: 'only-three', line: number, data: { value }, said }];
  }
  if (key === 'autopurge.snapRetainCount' && Number(value) < 3) {
    const said = `Invalid autopurge.snapRetainCount: ${value}. Defaulting to 3`;
    return [warn('raised', { value, least: 3 }, said)];
  }
  if (spec.jvm === true) return [warn('jvm-property', { value })];
  return spec.obeyed === 'nobody' ? [warn('not-simulated', {})] : [];
}

/** [QuorumPeerConfig.parseProperties] */
function ofSessions(lines: ReadonlyMap<string, CfgLine>): CfgNote[] {
  const of = (key: string): number => {
    const value = lines.get(key)?.value ?? '';
    return /^-?\d+$/u.test(value) ? Number(value) : -1;
  };
  const tick = lines.has('tickTime') ? of('tickTime') : 3000;
  const [least, most] = [of('minSessionTimeout'), of('maxSessionTimeout')];
  const [min, max] = [least === -1 ? 2 * tick : least, most === -1 ? 20 * tick : most];
  if (tick < 1 || min <= max) return [];
  const line =
    lines.get('minSessionTimeout')?.number ?? lines.get('maxSessionTimeout')?.number ?? 0;
  const said = 'minSessionTimeout must not be larger than maxSessionTimeout';
  return [{ kind: 'error', code: 'min-above-max', line, data: { min, max }, said }];
}
