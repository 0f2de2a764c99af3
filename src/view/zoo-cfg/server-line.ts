/** One `server.N=…` line of a zoo.cfg [QuorumPeer.QuorumServer]. */
import type { CfgCode, CfgNote } from './note.ts';
import type { CfgLine } from './properties.ts';

export interface CfgServer {
  readonly sid: number;
  readonly host: string;
  readonly observer: boolean;
  readonly line: number;
}

const FORM =
  ' does not have the form server_config or server_config;client_config where server_config is the pipe separated list of host:port:port or host:port:port:type and client_config is port or host:port ';

export const isWhole = (text: string): boolean => /^\d{1,9}$/.test(text);

/** Splits `host:port:port:type` at the colons outside the brackets of an IPv6 address. */
const splitAddress = (address: string): string[] => {
  const match = /^(\[[^\]]*\])(?::(.*))?$/.exec(address);
  if (match === null) return address.split(':');
  return [match[1] ?? '', ...(match[2] ?? '').split(':')];
};

const isPort = (text: string | undefined): boolean =>
  text !== undefined && isWhole(text) && Number(text) >= 1 && Number(text) <= 65_535;

/** The server that a line describes; null, with a note why, when it describes none. */
export const readServer = (line: CfgLine, notes: CfgNote[]): CfgServer | null => {
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
