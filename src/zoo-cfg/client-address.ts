/** Where clients connect: the ports of the file, and those of a server's own line. */
import { hostOf } from './host.ts';
import { refused, warning } from './note.ts';
import type { CfgNote } from './note.ts';
import type { CfgLine } from './properties.ts';
import type { CfgServer } from './server-line.ts';
import { parseInteger } from './value.ts';

type Lines = ReadonlyMap<string, CfgLine>;

/** 0 stands for none, as without the line. */
export const portIn = (lines: Lines, key: string): number =>
  parseInteger(lines.get(key)?.value ?? '0') ?? 0;

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/u;

function hostNote(at: CfgLine): CfgNote | null {
  const { value } = at;
  const host = hostOf(value);
  if (host.kind === 'name') return warning('host-looked-up', at, { value });
  if (host.kind === 'nothing') return refused('no-host', at, { value }, host.said);
  return host.unusable
    ? refused('ends-at-start', at, { value }, 'Cannot assign requested address')
    : null;
}

/** [QuorumPeerConfig.parseProperties] */
export function clientNotes(lines: Lines): CfgNote[] {
  const notes: CfgNote[] = [];
  for (const [address, port] of [
    ['clientPortAddress', 'clientPort'],
    ['secureClientPortAddress', 'secureClientPort'],
  ] as const) {
    const [at, line] = [lines.get(address), lines.get(port)];
    const found = portIn(lines, port);
    if (found === 0) {
      if (at === undefined) continue;
      const said = `${address} is set but ${port} is not set`;
      notes.push(refused('port-without-address', at, { address, port }, said));
    } else if (found < 0 || found > 65_535) {
      notes.push(refused('bad-port', line ?? null, { value: found }, `port out of range:${found}`));
    } else if (at !== undefined && at.value !== '' && at.value !== 'localhost') {
      const note = hostNote(at);
      if (note !== null) notes.push(note);
    }
  }
  const scheme = lines.get('ssl.authProvider');
  const known =
    scheme === undefined || scheme.value === 'x509' || lines.has(`authProvider.${scheme.value}`);
  if (portIn(lines, 'secureClientPort') !== 0 && !known) {
    const said = `No auth provider configured for the SSL authentication scheme '${scheme.value}'.`;
    notes.push(refused('no-ssl-provider', scheme, { value: scheme.value }, said));
  }
  return notes;
}

const isAny = (host: string): boolean => /^(0\.0\.0\.0|0*:[0:]*:0*)$/u.test(host);

/**
 * The file and the server's own line may both say where its clients connect, and must then say the
 * same [QuorumPeerConfig.setupClientPort].
 */
export function ownAddressNote(lines: Lines, own: CfgServer): CfgNote | null {
  const port = portIn(lines, 'clientPort');
  const { client } = own;
  if (port === 0 || client === null) return null;
  const address = lines.get('clientPortAddress')?.value ?? '';
  const any = address === '' || isAny(address);
  const same = port === client.port && (any || address === client.host);
  if (same) return null;
  const line = { number: own.line, key: `server.${own.sid}` };
  const data = { here: `${client.host}:${client.port}`, there: `${address}:${port}` };
  // A name would be quoted with the address that it has.
  if (!(address === '' || IPV4.test(address)) || !IPV4.test(client.host)) {
    return refused('client-address', line, data);
  }
  const there = address === '' ? '0.0.0.0/0.0.0.0' : `/${address}`;
  const said = `client address for this server (id = ${own.sid}) in static config file is ${there}:${port} is different from client address found in dynamic file: /${client.host}:${client.port}`;
  return refused('client-address', line, data, said);
}
