/**
 * Reads a pasted `zoo.cfg` as ZooKeeper's QuorumPeerConfig does, as far as an election needs it.
 * Everything it finds wrong names the line; where ZooKeeper itself says something, `said` has its
 * own words.
 */

export interface CfgServer {
  readonly sid: number;
  readonly host: string;
  readonly observer: boolean;
  readonly line: number;
}

export type CfgCode =
  | 'not-key-value'
  | 'bad-number'
  | 'bad-sid'
  | 'bad-server'
  | 'bad-port'
  | 'bad-peer-type'
  | 'duplicate-key'
  | 'duplicate-port'
  | 'not-set'
  | 'no-servers'
  | 'too-many-servers'
  | 'observers-without-participants'
  | 'single-server'
  | 'no-failure-tolerated'
  | 'even-number'
  | 'hierarchy-ignored'
  | 'ignored-key';

export interface CfgNote {
  readonly kind: 'error' | 'warning';
  readonly code: CfgCode;
  /** 1-based; 0 when the file as a whole is meant. */
  readonly line: number;
  readonly data: Readonly<Record<string, string | number>>;
  /** What the real server prints, in its own words. */
  readonly said?: string;
}

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

const FORM =
  ' does not have the form server_config or server_config;client_config where server_config is the pipe separated list of host:port:port or host:port:port:type and client_config is port or host:port ';

const isWhole = (text: string): boolean => /^\d{1,9}$/.test(text);

interface Line {
  readonly number: number;
  readonly key: string;
  readonly value: string;
}

/** The lines of a Java properties file: comments and blanks gone, `key=value` or `key: value`. */
const readLines = (text: string, notes: CfgNote[]): Line[] => {
  const lines: Line[] = [];
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

/** Splits `host:port:port:type` at the colons outside the brackets of an IPv6 address. */
const splitAddress = (address: string): string[] => {
  const match = /^(\[[^\]]*\])(?::(.*))?$/.exec(address);
  if (match === null) return address.split(':');
  return [match[1] ?? '', ...(match[2] ?? '').split(':')];
};

const isPort = (text: string | undefined): boolean =>
  text !== undefined && isWhole(text) && Number(text) >= 1 && Number(text) <= 65_535;

const readServer = (line: Line, notes: CfgNote[]): CfgServer | null => {
  const fail = (code: CfgCode, data: CfgNote['data'], said?: string): null => {
    notes.push({
      kind: 'error',
      code,
      line: line.number,
      data,
      ...(said === undefined ? {} : { said }),
    });
    return null;
  };
  const id = line.key.slice('server.'.length);
  if (!isWhole(id) || Number(id) < 1 || Number(id) > 255) return fail('bad-sid', { id });
  // `;clientPort` after the addresses says nothing to an election.
  const address = (line.value.split(';')[0] ?? '').trim();
  const parts = splitAddress((address.split('|')[0] ?? '').trim());
  const [host = '', quorumPort, electionPort, type = 'participant'] = parts;
  if (host === '' || parts.length < 3 || parts.length > 4) {
    return fail('bad-server', { text: line.value, id: Number(id) }, line.value + FORM);
  }
  const badPort = [quorumPort, electionPort].find((port) => !isPort(port));
  if (badPort !== undefined) return fail('bad-port', { port: badPort, id: Number(id) });
  if (quorumPort === electionPort) {
    return fail('duplicate-port', { port: electionPort ?? '', id: Number(id) });
  }
  const peerType = type.toLowerCase();
  if (peerType !== 'participant' && peerType !== 'observer') {
    return fail('bad-peer-type', { type, id: Number(id) }, `Unrecognised peertype: ${type}`);
  }
  return { sid: Number(id), host, observer: peerType === 'observer', line: line.number };
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
  const last = new Map<string, Line>();
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
  let broken = notes.some((note) => note.kind === 'error');
  for (const line of last.values()) {
    if (line.key.startsWith('server.')) {
      const server = readServer(line, notes);
      if (server === null) broken = true;
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
  if (!broken || servers.length > 0) judgeEnsemble(servers, notes);
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
