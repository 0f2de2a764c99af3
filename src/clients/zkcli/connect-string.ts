import { IllegalArgument } from './failures.ts';
import { mustBePath } from './handle.ts';
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
  const [, v6, v6Port] = /^\[([^\]]*)\](?::(.*))?$/u.exec(text) ?? [];
  const colon = text.lastIndexOf(':');
  const host = v6 ?? (colon === -1 ? text : text.slice(0, colon));
  const port = v6 === undefined ? (colon === -1 ? '' : text.slice(colon + 1)) : (v6Port ?? '');
  return { host, port: port === '' ? 2181 : legalPort(parseInt32(port)) };
}

/** [InetSocketAddress.createUnresolved] */
function legalPort(port: number): number {
  if (port < 0 || port > 65_535) throw new IllegalArgument(`port out of range:${port}`);
  return port;
}
