/** One `server.N=…` line of a zoo.cfg [QuorumPeer.QuorumServer]. */
import { refused } from './note.ts';
import type { CfgCode, CfgNote } from './note.ts';
import type { CfgLine } from './properties.ts';
import { noNumber, parseInteger } from './value.ts';

export interface CfgServer {
  /** Any whole number that a long holds. */
  readonly sid: number;
  readonly host: string;
  readonly observer: boolean;
  readonly line: number;
  /** Where its clients connect, as the line says behind the semicolon; null: it does not. */
  readonly client: { readonly host: string; readonly port: number } | null;
}

const FORM =
  ' does not have the form server_config or server_config;client_config where server_config is the pipe separated list of host:port:port or host:port:port:type and client_config is port or host:port';

const MOST_LONG = 9_223_372_036_854_775_807n;

/** [Long.parseLong]; null: it throws. Beyond 2^53 the nearest number. */
export function parseLong(text: string): number | null {
  if (!/^[+-]?\d+$/u.test(text)) return null;
  const value = BigInt(text.replace(/^\+/u, ''));
  return value >= -MOST_LONG - 1n && value <= MOST_LONG ? Number(value) : null;
}

/** What ends a server over one of its lines. */
class Wrong extends Error {
  readonly note: CfgNote;
  constructor(found: CfgNote) {
    super(found.code);
    this.note = found;
  }
}

/** The server that a line describes, or what is wrong with it. */
export function readServer(line: CfgLine): CfgServer | CfgNote {
  try {
    return serverOf(line);
  } catch (error) {
    if (error instanceof Wrong) return error.note;
    throw error;
  }
}

type Fail = (code: CfgCode, data: CfgNote['data'], said: string) => never;

/** In the order in which ZooKeeper looks [QuorumServer.initializeWithAddressString]. */
function serverOf(line: CfgLine): CfgServer {
  const id = line.key.slice('server.'.length);
  const fail: Fail = (code, data, said) => {
    throw new Wrong(refused(code, line, { id, ...data }, said));
  };
  const sid = parseLong(id) ?? fail('bad-sid', {}, noNumber(id));
  const { raw } = line;
  const bad = (): never => fail('bad-server', { text: raw }, raw + FORM);
  const halves = split(raw, ';');
  const addresses = split(halves[0] ?? '', '|');
  const client = halves.length === 2 ? clientOf(halves[1] ?? '', bad, fail) : null;
  if (addresses.length > 1) {
    const said = `Multiple address feature is disabled, but multiple addresses were specified for sid ${sid}`;
    return fail('several-addresses', {}, said);
  }
  const parts = hostAndPorts(addresses[0] ?? '', fail);
  if (halves.length > 2 || parts.length < 3 || parts.length > 4) return bad();
  const [host = '', quorum = '', election = '', type] = parts;
  const quorumPort = portOf(quorum, host, fail);
  if (quorumPort === portOf(election, host, fail)) {
    const said = `Client and election port must be different! Please update the configuration file on server.${sid}`;
    return fail('duplicate-port', { port: quorumPort }, said);
  }
  const peerType = type?.trim().toLowerCase() ?? 'participant';
  if (peerType !== 'participant' && peerType !== 'observer') {
    return fail('bad-peer-type', { type: type ?? '' }, `Unrecognised peertype: ${type}`);
  }
  return { sid, host, observer: peerType === 'observer', line: line.number, client };
}

function clientOf(text: string, bad: () => never, fail: Fail): CfgServer['client'] {
  const parts = hostAndPorts(text, fail);
  if (parts.length > 2) return bad();
  const host = parts.length === 2 ? (parts[0] ?? '') : '0.0.0.0';
  // The host's name is not known yet when ZooKeeper complains.
  return { host, port: portOf(parts.at(-1) ?? '', 'null', fail) };
}

/** The parts of `host:port:port:type`; an IPv6 address stands in brackets [ConfigUtils.getHostAndPort]. */
function hostAndPorts(address: string, fail: Fail): readonly string[] {
  if (!address.startsWith('[')) return split(address, ':');
  const end = address.indexOf(']');
  if (end < 0) {
    const said = `${address} starts with '[' but has no matching ']:'`;
    return fail('bad-server', { text: address }, said);
  }
  const rest = address.slice(end + 2);
  if (end + 2 === address.length) {
    return fail('bad-server', { text: address }, `${address} doesn't have a port after colon`);
  }
  return rest === '' ? [address] : [address.slice(1, end), ...split(rest, ':')];
}

function portOf(text: string, host: string, fail: Fail): number {
  const port = parseInteger(text);
  if (port === null) {
    return fail('bad-server-port', { port: text }, `Address unresolved: ${host}:${text}`);
  }
  if (port >= 0 && port <= 65_535) return port;
  return fail('bad-server-port', { port: text }, `port out of range:${port}`);
}

/** [String.split], which leaves out what is empty at the end. */
function split(text: string, separator: string): readonly string[] {
  const parts = text.split(separator);
  while (parts.length > 1 && parts.at(-1) === '') parts.pop();
  return parts;
}
