/**
 * What ends a server, or keeps it from serving, after QuorumPeerConfig has read its file: properties
 * that others ask for when they start, each tried with a real 3.8.0.
 */
import { portIn } from './client-address.ts';
import { refused, warning } from './note.ts';
import type { CfgNote } from './note.ts';
import type { CfgLine } from './properties.ts';
import { decodeInteger, noNumber, parseInteger } from './value.ts';

export interface Start {
  readonly lines: ReadonlyMap<string, CfgLine>;
  readonly ensemble: boolean;
  readonly voters: number;
  /** What the file myid says; null: nobody knows. */
  readonly own: number | null;
}

type Rule = (start: Start) => readonly CfgNote[];

const NETTY = 'org.apache.zookeeper.server.NettyServerCnxnFactory';
const FACTORIES = ['org.apache.zookeeper.server.NIOServerCnxnFactory', NETTY];
const WATCH_MANAGERS = ['WatchManager', 'WatchManagerOptimized'].map(
  (name) => `org.apache.zookeeper.server.watch.${name}`,
);
const DIGESTS =
  /^(MD2|MD5|SHA-?1|SHA|SHA-?(224|256|384|512)|SHA-512\/(224|256)|SHA3-(224|256|384|512))$/iu;
const DECIMAL = /^\s*[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?[fd]?\s*$/iu;

const ends = (line: CfgLine, said: string): CfgNote =>
  refused('ends-at-start', line, { value: line.value }, said);
const never = (line: CfgLine, data: CfgNote['data'], said?: string): CfgNote =>
  warning('never-serves', line, data, said);

/** A rule about one key: what its value makes of a server, or null. */
const of =
  (key: string, judge: (line: CfgLine, start: Start) => CfgNote | null): Rule =>
  (start) => {
    const line = start.lines.get(key);
    const found = line === undefined ? null : judge(line, start);
    return found === null ? [] : [found];
  };

const listens = ({ lines }: Start): boolean =>
  portIn(lines, 'clientPort') !== 0 || portIn(lines, 'secureClientPort') !== 0;
const usesNetty = ({ lines }: Start): boolean => lines.get('serverCnxnFactory')?.value === NETTY;

const throttle = (name: string): Rule =>
  of(`connection_throttle_${name}`, (line) =>
    DECIMAL.test(line.value) ? null : ends(line, noNumber(line.value)),
  );

const RULES: readonly Rule[] = [
  of('serverCnxnFactory', (line, start) =>
    !listens(start) || FACTORIES.includes(line.value)
      ? null
      : ends(line, `Couldn't instantiate ${line.value}`),
  ),
  of('nio.numSelectorThreads', (line, start) =>
    listens(start) && !usesNetty(start) && (decodeInteger(line.value) ?? 1) < 1
      ? ends(line, 'numSelectorThreads must be at least 1')
      : null,
  ),
  of('secureClientPort', (line, start) =>
    portIn(start.lines, 'secureClientPort') === 0 || usesNetty(start)
      ? null
      : ends(line, "SSL isn't supported in NIOServerCnxn"),
  ),
  of('watchManagerName', (line) =>
    WATCH_MANAGERS.includes(line.value) ? null : ends(line, `Couldn't instantiate ${line.value}`),
  ),
  of('DigestAuthenticationProvider.digestAlg', (line) =>
    DIGESTS.test(line.value)
      ? null
      : ends(
          line,
          `don't support this ACL digest algorithm: ${line.value} in the current environment`,
        ),
  ),
  throttle('drop_increase'),
  throttle('drop_decrease'),
  throttle('decrease_ratio'),
  of('pathStats.sampleRate', (line, { ensemble }) => {
    if (DECIMAL.test(line.value)) return null;
    const said = noNumber(line.value);
    return ensemble ? never(line, { value: line.value }, said) : ends(line, said);
  }),
  enforcedSchemes,
  of('cnxTimeout', (line, { ensemble }) =>
    ensemble && parseInteger(line.value) === null ? ends(line, noNumber(line.value)) : null,
  ),
  of('observerMasterPort', (line, { lines, ensemble }) => {
    const port = portIn(lines, 'observerMasterPort');
    return ensemble && port > 65_535 ? ends(line, `port out of range:${port}`) : null;
  }),
  of('commitProcessor.maxCommitBatchSize', (line, { ensemble }) => {
    const size = decodeInteger(line.value) ?? 1;
    const said = `maxCommitBatchSize must be positive, was ${size}`;
    return ensemble && size <= 0 ? never(line, { value: line.value }, said) : null;
  }),
  of('extendedTypesEnabled', (line, { ensemble, own }) => {
    if (!ensemble || own === null || own <= 254 || line.value.toLowerCase() !== 'true') return null;
    const said =
      'extendedTypesEnabled is true but Server ID is too large. Cannot be larger than 254';
    return never(line, { value: line.value }, said);
  }),
  of('leaderServes', (line, { ensemble, voters }) =>
    ensemble && voters === 1 && line.value === 'no' ? never(line, { value: line.value }) : null,
  ),
  (start) => (listens(start) ? [] : [warning('no-client-port', null)]),
];

/** [AuthenticationHelper] */
function enforcedSchemes({ lines, ensemble }: Start): readonly CfgNote[] {
  const line = lines.get('enforce.auth.enabled');
  if (line === undefined || line.value.toLowerCase() !== 'true') return [];
  const schemes = lines.get('enforce.auth.schemes');
  const missing = (schemes?.value ?? '')
    .split(',')
    .map((scheme) => scheme.trim())
    .find((scheme) => !['ip', 'digest'].includes(scheme));
  // Others are brought by further providers.
  const further = [...lines.keys()].some((key) => key.startsWith('authProvider'));
  if (missing === undefined || (further && schemes !== undefined)) return [];
  const said =
    schemes === undefined
      ? 'zookeeper.enforce.auth.enabled is true zookeeper.enforce.auth.schemes must be  configured.'
      : `Authentication scheme ${missing} is not available.`;
  const place = schemes ?? line;
  return [ensemble ? never(place, { value: place.value }, said) : ends(place, said)];
}

export const startNotes = (start: Start): readonly CfgNote[] =>
  RULES.flatMap((rule) => rule(start));
