/** What ZooKeeper makes of a whole `zoo.cfg`, in the order in which it comes to each thing. */
import { startNotes } from './at-start.ts';
import { clientNotes, ownAddressNote } from './client-address.ts';
import type { DynamicFile } from './dynamic.ts';
import { byLine, hasRefused, isRefused, refused, warning } from './note.ts';
import type { CfgNote } from './note.ts';
import type { CfgFile } from './read.ts';
import { parseInteger } from './value.ts';

/** Whether a single server may go without the ensemble's machinery. */
const standaloneEnabled = ({ lines }: CfgFile): boolean =>
  lines.get('standaloneEnabled')?.value.toLowerCase() !== 'false';

/** What ZooKeeper says of the ensemble as a whole [QuorumPeerConfig.parseDynamicConfig]. */
export function ensembleNotes(file: CfgFile): readonly CfgNote[] {
  const { servers } = file;
  const voters = servers.filter((server) => !server.observer).length;
  const alone = standaloneEnabled(file);
  if (voters === 0 && !alone) {
    const said = 'standaloneEnabled = false then number of participants should be >0';
    return [refused('no-participants', file.lines.get('standaloneEnabled') ?? null, {}, said)];
  }
  if (servers.length === 0) return [];
  if (voters === 0) {
    const said = 'Observers w/o participants is an invalid configuration';
    return [refused('observers-without-participants', null, {}, said)];
  }
  if (voters === 1 && alone) {
    if (servers.length > 1) {
      const said = 'Observers w/o quorum is an invalid configuration';
      return [refused('observers-without-participants', null, {}, said)];
    }
    const said = 'Invalid configuration, only one server specified (ignoring)';
    return [warning('single-server', null, {}, said)];
  }
  if (voters <= 2) {
    const said = 'No server failure will be tolerated. You need at least 3 servers.';
    return [warning('no-failure-tolerated', null, { count: voters }, said)];
  }
  if (voters % 2 === 0) {
    const said = 'Non-optimal configuration, consider an odd number of servers.';
    return [warning('even-number', null, { count: voters, tolerated: voters / 2 - 1 }, said)];
  }
  return [];
}

/** Whether the servers would hold elections [QuorumPeerConfig.isDistributed]. */
export const isEnsemble = (file: CfgFile): boolean =>
  !standaloneEnabled(file) || file.servers.filter(({ observer }) => !observer).length > 1;

/** The limits that an ensemble cannot do without [QuorumPeerConfig.checkValidity]. */
export const limitNotes = (file: CfgFile): readonly CfgNote[] =>
  !isEnsemble(file) || file.servers.length === 0
    ? []
    : ['initLimit', 'syncLimit']
        .filter((key) => (parseInteger(file.lines.get(key)?.value ?? '0') ?? 1) === 0)
        .map((key) =>
          refused('not-set', file.lines.get(key) ?? null, { key }, `${key} is not set`),
        );

/** What a server misses that is to run with this file alone [QuorumPeerConfig.parseProperties]. */
export function serverNotes(file: CfgFile): readonly CfgNote[] {
  const { lines } = file;
  const notes: CfgNote[] = [];
  if (!lines.has('dataDir')) {
    notes.push(refused('not-set', null, { key: 'dataDir' }, 'dataDir is not set'));
  }
  notes.push(...clientNotes(lines));
  const tick = lines.get('tickTime');
  if (tick !== undefined && parseInteger(tick.value) === 0) {
    notes.push(refused('not-set', tick, {}, 'tickTime is not set'));
  }
  return notes;
}

/** Built in; whether another class is there depends on what is installed beside ZooKeeper. */
const METRICS = new Set(
  ['DefaultMetricsProvider', 'NullMetricsProvider'].map(
    (name) => `org.apache.zookeeper.metrics.impl.${name}`,
  ),
);

export function metricsNotes({ lines }: CfgFile): readonly CfgNote[] {
  const line = lines.get('metricsProvider.className');
  if (line === undefined || METRICS.has(line.value)) return [];
  const said = 'metrics provider class was not found';
  return [refused('no-metrics-class', line, { value: line.value }, said)];
}

/** [QuorumPeerConfig.parseProperties]: who asks for a login must be able to log in. */
export function saslNotes({ lines }: CfgFile): readonly CfgNote[] {
  const on = (key: string): boolean => lines.get(key)?.value.toLowerCase() === 'true';
  const [enable, learner, server] = ['enableSasl', 'learnerRequireSasl', 'serverRequireSasl'].map(
    (key) => `quorum.auth.${key}`,
  ) as [string, string, string];
  const rules = [
    [server, enable],
    [learner, enable],
    [server, learner],
  ] as const;
  for (const [key, needs] of rules) {
    if (!on(key) || on(needs)) continue;
    const said = `${needs} is disabled, so cannot enable ${key}`;
    return [refused('sasl-needs', lines.get(key) ?? null, { needs }, said)];
  }
  return [];
}

export interface Judgement {
  readonly verdict: 'standalone' | 'ensemble' | 'refused';
  /** What a server says before it ends. */
  readonly why?: string;
  /** In order of their lines. */
  readonly notes: readonly CfgNote[];
}

/**
 * @param sid what the file myid says; null: the id of the file's first server line
 * @param dynamic what the file that `dynamicConfigFile` names holds; null: nothing names one
 */
export function judge(
  file: CfgFile,
  sid: number | null = null,
  dynamic: DynamicFile | null = null,
): Judgement {
  const { members } = dynamic ?? file;
  const whole: CfgFile = { ...file, members, servers: members.servers };
  const walked = [
    ...file.faults,
    ...saslNotes(file),
    ...serverNotes(file),
    ...(file.session === null ? [] : [file.session]),
    ...metricsNotes(file),
    ...(dynamic?.faults ?? []),
    ...members.notes,
    ...(hasRefused(members.notes) ? [] : ensembleNotes(whole)),
  ];
  if (!hasRefused(walked)) walked.push(...ofThisServer(whole, sid ?? firstSid(whole)));
  const rest = file.notes.filter(
    (each) => !walked.includes(each) && !file.members.notes.includes(each),
  );
  const notes = byLine([...rest, ...walked]);
  const first = walked.find(isRefused);
  if (first !== undefined) return { verdict: 'refused', why: first.said ?? '', notes };
  return { verdict: isEnsemble(whole) ? 'ensemble' : 'standalone', notes };
}

/** The id of the server line that stands first. */
const firstSid = ({ servers }: CfgFile): number | null =>
  servers.toSorted((a, b) => a.line - b.line)[0]?.sid ?? null;

/** What depends on which of the servers reads the file [QuorumPeerConfig.setupQuorumPeerConfig]. */
function ofThisServer(file: CfgFile, own: number | null): readonly CfgNote[] {
  const { lines, servers } = file;
  const me = servers.find(({ sid }) => sid === own);
  const notes: CfgNote[] = [];
  const address = me === undefined ? null : ownAddressNote(lines, me);
  if (address !== null) notes.push(address);
  const role = me?.observer === true ? 'OBSERVER' : 'PARTICIPANT';
  const line = lines.get('peerType');
  const written = line?.value.toUpperCase() ?? 'PARTICIPANT';
  if (role !== written) {
    const said = `Peer type from servers list (${role}) doesn't match peerType (${written}). Defaulting to servers list.`;
    const place = line ?? (me === undefined ? null : { number: me.line, key: `server.${me.sid}` });
    notes.push(warning('peer-type-mismatch', place, { role: role.toLowerCase() }, said));
  }
  notes.push(...limitNotes(file));
  const ensemble = isEnsemble(file);
  if (ensemble && (own === null || own === -1)) {
    notes.push(refused('no-myid', null, {}, 'myid file is missing'));
  }
  if (hasRefused(notes)) return notes;
  const voters = servers.filter(({ observer }) => !observer).length;
  notes.push(...startNotes({ lines, ensemble, voters, own }));
  if (ensemble && me === undefined && !hasRefused(notes)) {
    const said = `My id ${own} not in the peer list`;
    notes.push(refused('not-in-list', null, { sid: own ?? -1 }, said));
  }
  return notes;
}
