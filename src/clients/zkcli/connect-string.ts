import { IllegalArgument } from '../api-failures.ts';
import { mustBePath } from '../api.ts';
import { parseInt32 } from './java-numbers.ts';

export interface ConnectString {
  readonly servers: readonly { readonly host: string; readonly port: number }[];
  /** '' without one. */
  readonly chroot: string;
}

/**
 * `host:port[,…][/chroot]`; the default port is 2181 [ConnectStringParser].
 * @throws NumberFormat, IllegalArgument
 */
export function parseConnectString(text: string): ConnectString {
  const slash = text.indexOf('/');
  const chroot = slash === -1 ? '' : text.slice(slash);
  if (chroot.length > 1) mustBePath(chroot);
  const list = slash === -1 ? text : text.slice(0, slash);
  const servers = list
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map(parseServer);
  // [StaticHostProvider]
  if (servers.length === 0) throw new IllegalArgument('A HostProvider may not be empty!');
  return { servers, chroot: chroot.length > 1 ? chroot : '' };
}

function parseServer(text: string): { host: string; port: number } {
  if (text.startsWith('[')) return parseBracketed(text);
  const colon = text.lastIndexOf(':');
  const host = colon === -1 ? text : text.slice(0, colon);
  const port = colon === -1 ? '' : text.slice(colon + 1);
  return { host, port: port === '' ? 2181 : legalPort(parseInt32(port)) };
}

/** An IPv6 address [NetUtils.getIPV6HostAndPort] */
function parseBracketed(text: string): { host: string; port: number } {
  const end = text.lastIndexOf(']');
  if (end < 0) throw new IllegalArgument(`${text} starts with '[' but has no matching ']'`);
  const host = text.slice(1, end);
  if (host === '') throw new IllegalArgument(' is empty.');
  const rest = text.slice(end + 1);
  if (rest === '') return { host, port: 2181 };
  if (!rest.startsWith(':')) throw new IllegalArgument(`${text} does not have : after ]`);
  if (rest === ':') throw new IllegalArgument(`${text} doesn't have a port after colon.`);
  return { host, port: legalPort(parseInt32(rest.slice(1))) };
}

/** [InetSocketAddress.createUnresolved] */
function legalPort(port: number): number {
  if (port < 0 || port > 65_535) throw new IllegalArgument(`port out of range:${port}`);
  return port;
}
