import type { CfgCode, CfgNote } from './note.ts';
import type { CfgFile } from './read.ts';

const error = (code: CfgCode, data: CfgNote['data'], said?: string): CfgNote => ({
  kind: 'error',
  code,
  line: 0,
  data,
  ...(said === undefined ? {} : { said }),
});
const warning = (code: CfgCode, data: CfgNote['data'], said: string): CfgNote => ({
  ...error(code, data, said),
  kind: 'warning',
});

/** What ZooKeeper says of the ensemble as a whole [QuorumPeerConfig.parseDynamicConfig]. */
export function ensembleNotes({ servers }: CfgFile): readonly CfgNote[] {
  const voters = servers.filter((server) => !server.observer).length;
  if (servers.length === 0) return [];
  if (voters === 0) {
    const said = 'Observers w/o participants is an invalid configuration';
    return [error('observers-without-participants', {}, said)];
  }
  if (voters === 1 && servers.length > 1) {
    const said = 'Observers w/o quorum is an invalid configuration';
    return [error('observers-without-participants', {}, said)];
  }
  if (voters === 1) {
    const said = 'Invalid configuration, only one server specified (ignoring)';
    return [warning('single-server', {}, said)];
  }
  if (voters === 2) {
    const said = 'No server failure will be tolerated. You need at least 3 servers.';
    return [warning('no-failure-tolerated', {}, said)];
  }
  if (voters % 2 === 0) {
    const said = 'Non-optimal configuration, consider an odd number of servers.';
    return [warning('even-number', { count: voters, tolerated: voters / 2 - 1 }, said)];
  }
  return [];
}

/** The limits that an ensemble cannot do without [QuorumPeerConfig.checkValidity]. */
export const limitNotes = ({ servers, lines }: CfgFile): readonly CfgNote[] =>
  servers.length < 2
    ? []
    : ['initLimit', 'syncLimit']
        .filter((key) => !lines.has(key))
        .map((key) => error('not-set', { key }, `${key} is not set`));

/** What a server misses that is to run with this file alone [QuorumPeerConfig.parseProperties]. */
export function serverNotes({ lines }: CfgFile): readonly CfgNote[] {
  const notes: CfgNote[] = [];
  if (!lines.has('dataDir')) notes.push(error('not-set', { key: 'dataDir' }, 'dataDir is not set'));
  for (const [address, port] of [
    ['clientPortAddress', 'clientPort'],
    ['secureClientPortAddress', 'secureClientPort'],
  ] as const) {
    if (!lines.has(address) || lines.has(port)) continue;
    const said = `${address} is set but ${port} is not set`;
    notes.push({
      ...error('port-without-address', { address, port }, said),
      line: lines.get(address)?.number ?? 0,
    });
  }
  return notes;
}

export const hasErrors = (notes: readonly CfgNote[]): boolean =>
  notes.some((note) => note.kind === 'error');
