import { isWhole, readServer } from './cfg-server.ts';
import type { CfgCode, CfgLine, CfgNote, CfgServer } from './cfg-server.ts';

/**
 * Reads a pasted `zoo.cfg` as ZooKeeper's QuorumPeerConfig does, as far as an election needs it.
 * Everything it finds wrong names the line; where ZooKeeper itself says something, `said` has its
 * own words.
 */

export interface ZooCfg {
  readonly servers: readonly CfgServer[];
  readonly tickTimeMs: number | null;
  readonly initLimit: number | null;
  readonly syncLimit: number | null;
  readonly notes: readonly CfgNote[];
}

export const MOST_SERVERS = 11;

/** Keys that change nothing in an election; no remark is made about them. */
const KNOWN = new Set([
  'dataDir',
  'dataLogDir',
  'clientPort',
  'clientPortAddress',
  'maxClientCnxns',
  'minSessionTimeout',
  'maxSessionTimeout',
  'autopurge.snapRetainCount',
  'autopurge.purgeInterval',
  'admin.enableServer',
  'admin.serverPort',
  '4lw.commands.whitelist',
  'standaloneEnabled',
  'reconfigEnabled',
  'electionAlg',
  'peerType',
  'snapCount',
]);

/** The lines of a Java properties file: comments and blanks gone, `key=value` or `key: value`. */
const readLines = (text: string, notes: CfgNote[]): CfgLine[] => {
  const lines: CfgLine[] = [];
  text.split(/\r\n|\r|\n/).forEach((raw, index) => {
    const trimmed = raw.trim();
    if (trimmed === '' || trimmed.startsWith('#') || trimmed.startsWith('!')) return;
    const match = /^([^=:\s]+)\s*[=:]\s*(.*)$/.exec(trimmed);
    const key = match?.[1];
    if (key === undefined) {
      const line = index + 1;
      notes.push({ kind: 'error', code: 'not-key-value', line, data: { text: trimmed } });
      return;
    }
    lines.push({ number: index + 1, key, value: match?.[2] ?? '' });
  });
  return lines;
};

/** What ZooKeeper says of the ensemble as a whole [QuorumPeerConfig.parseDynamicConfig]. */
const judgeEnsemble = (servers: readonly CfgServer[], notes: CfgNote[]): void => {
  const voters = servers.filter((server) => !server.observer).length;
  const note = (
    kind: CfgNote['kind'],
    code: CfgCode,
    said?: string,
    data: CfgNote['data'] = {},
  ): void => {
    notes.push({ kind, code, line: 0, data, ...(said === undefined ? {} : { said }) });
  };
  if (servers.length === 0) note('error', 'no-servers');
  else if (servers.length > MOST_SERVERS) {
    note('error', 'too-many-servers', undefined, { count: servers.length, most: MOST_SERVERS });
  } else if (voters === 0) {
    const said = 'Observers w/o participants is an invalid configuration';
    note('error', 'observers-without-participants', said);
  } else if (voters === 1 && servers.length > 1) {
    const said = 'Observers w/o quorum is an invalid configuration';
    note('error', 'observers-without-participants', said);
  } else if (voters === 1) {
    note('warning', 'single-server', 'Invalid configuration, only one server specified (ignoring)');
  } else if (voters === 2) {
    const said = 'No server failure will be tolerated. You need at least 3 servers.';
    note('warning', 'no-failure-tolerated', said);
  } else if (voters % 2 === 0) {
    const said = 'Non-optimal configuration, consider an odd number of servers.';
    note('warning', 'even-number', said, { count: voters, tolerated: voters / 2 - 1 });
  }
};

const NUMBERS = ['tickTime', 'initLimit', 'syncLimit'] as const;

export const parseZooCfg = (text: string): ZooCfg => {
  const notes: CfgNote[] = [];
  const last = new Map<string, CfgLine>();
  for (const line of readLines(text, notes)) {
    const earlier = last.get(line.key);
    if (earlier !== undefined) {
      // java.util.Properties keeps the last one and says nothing.
      const data = { key: line.key, earlier: earlier.number };
      notes.push({ kind: 'warning', code: 'duplicate-key', line: line.number, data });
    }
    last.set(line.key, line);
  }

  const numbers = new Map<string, number>();
  const servers: CfgServer[] = [];
  let unread = false;
  for (const line of last.values()) {
    if (line.key.startsWith('server.')) {
      const server = readServer(line, notes);
      if (server === null) unread = true;
      else servers.push(server);
    } else if (NUMBERS.some((key) => key === line.key)) {
      if (isWhole(line.value) && Number(line.value) > 0) numbers.set(line.key, Number(line.value));
      else {
        const data = { key: line.key, value: line.value };
        notes.push({ kind: 'error', code: 'bad-number', line: line.number, data });
      }
    } else if (/^(group|weight)\./.test(line.key)) {
      const data = { key: line.key };
      notes.push({ kind: 'warning', code: 'hierarchy-ignored', line: line.number, data });
    } else if (!KNOWN.has(line.key)) {
      const data = { key: line.key };
      notes.push({ kind: 'warning', code: 'ignored-key', line: line.number, data });
    }
  }
  servers.sort((a, b) => a.sid - b.sid);
  // An ensemble of which a line could not be read is not judged.
  if (!unread) judgeEnsemble(servers, notes);
  if (servers.length > 1) {
    for (const key of ['initLimit', 'syncLimit']) {
      if (last.has(key)) continue;
      notes.push({
        kind: 'error',
        code: 'not-set',
        line: 0,
        data: { key },
        said: `${key} is not set`,
      });
    }
  }
  notes.sort((a, b) => a.line - b.line);
  return {
    servers,
    tickTimeMs: numbers.get('tickTime') ?? null,
    initLimit: numbers.get('initLimit') ?? null,
    syncLimit: numbers.get('syncLimit') ?? null,
    notes,
  };
};

export const hasErrors = (cfg: ZooCfg): boolean => cfg.notes.some((note) => note.kind === 'error');
