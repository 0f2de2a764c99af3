import type { Answers } from './simulate-four-letter.ts';

/** The first difference in what the format calls stable; null when there is none. */
export function compareAnswers(recorded: Answers, simulated: Answers): string | null {
  for (const [file, answer] of recorded) {
    const [expected, got] = [stable(file, answer), stable(file, simulated.get(file) ?? '')];
    for (let i = 0; i < Math.max(expected.length, got.length); i++) {
      if (expected[i] === got[i]) continue;
      return `${file}: ${shown(expected[i])}, here ${shown(got[i])}`;
    }
  }
  return null;
}

const shown = (part: string | undefined): string =>
  part === undefined ? 'nothing more' : JSON.stringify(part);

const linesOf = (text: string): readonly string[] => text.split('\n');

/** What of an answer is the same each time it is recorded, in an order that is nobody's chance. */
function stable(file: string, text: string): readonly string[] {
  if (file.includes('zkServer')) return script(text);
  if (text.includes('is not executed because')) return [text];
  switch (file.split('.')[1]) {
    case 'stat':
    case 'srvr':
      return linesOf(text).map(serverLine);
    case 'conf':
    case 'envi':
    case 'dirs':
      return linesOf(text).map(labelled);
    case 'cons':
      return linesOf(text).map(connection).toSorted();
    case 'mntr': {
      // In a member's tree stand the names and ports of all servers.
      const member = text.includes('zk_peer_state');
      return linesOf(text)
        .filter((line) => MONITORED.has(line.split('\t')[0] ?? ''))
        .filter((line) => !(member && line.startsWith('zk_approximate_data_size')))
        .toSorted();
    }
    case 'dump':
      return dump(text);
    case 'wchc':
      return groups(text).map(([, members]) => members.toSorted().join(' '));
    case 'wchp':
      return groups(text)
        .map(([head, members]) => `${head} ${members.length}`)
        .toSorted();
    case 'hash':
      return [];
    default:
      return [text];
  }
}

/** Latencies, packets and ports differ; who is connected, and all that follows from writes, does not. */
function serverLine(line: string): string {
  const kept = line
    .replace(/^( \/).*(\]\(queued=\d+).*$/u, '$1…')
    .replace(/^(.*version: [\d.]+).*$/u, '$1');
  return kept.replace(/^(Latency min\/avg\/max|Received|Sent): .*$/u, '$1');
}

/** Values that only the tool's own machine has. */
const VOLATILE =
  /^(clientPort|dataDir|dataDirSize|dataLogDir|dataLogSize|electionPort|quorumPort|datadir_size|logdir_size|zookeeper\.|host\.|java\.|os\.|user\.)/u;

function labelled(line: string): string {
  const [label = ''] = line.split(/[=:]/u);
  if (VOLATILE.test(line)) return label;
  // Hosts and ports are the machine's own; who votes is not.
  return line.replace(/^(server\.\d+=)\S*:\d+:\d+:(\w+)(?:;\S*)?$/u, '$1…:$2');
}

const connection = (line: string): string =>
  line
    .replace(/^ \/[^[]*/u, ' /…')
    .replaceAll(/,(recved|sent|sid|est|lresp|llat|minlat|avglat|maxlat)=[^,)]*/gu, ',$1');

/** The figures that follow from what clients have done. */
const MONITORED: ReadonlySet<string> = new Set([
  'zk_server_state',
  'zk_ephemerals_count',
  'zk_num_alive_connections',
  'zk_outstanding_requests',
  'zk_znode_count',
  'zk_global_sessions',
  'zk_local_sessions',
  'zk_watch_count',
  'zk_approximate_data_size',
  'zk_peer_state',
  'zk_quorum_size',
  'zk_observer_master_id',
  'zk_learners',
  'zk_synced_followers',
  'zk_synced_non_voting_followers',
  'zk_synced_observers',
  'zk_pending_syncs',
  'zk_last_proposal_size',
  'zk_max_proposal_size',
  'zk_min_proposal_size',
]);

/** Heads at the margin with what is indented below them, in order of what they hold. */
const groups = (text: string): readonly (readonly [string, readonly string[]])[] => {
  const found: [string, string[]][] = [];
  for (const line of linesOf(text)) {
    if (line.startsWith('\t')) found.at(-1)?.[1].push(line.trim());
    else if (line !== '') found.push([line, []]);
  }
  return found.toSorted((a, b) => (a[1].toSorted().join() < b[1].toSorted().join() ? -1 : 1));
};

/** How many sessions and connections there are, and which ephemeral nodes belong together. */
function dump(text: string): readonly string[] {
  const [sessions = '', rest = ''] = text.split('ephemeral nodes dump:\n');
  const [ephemerals = '', connections = ''] = rest.split('Connections dump:\n');
  const owned = ephemerals.split('\n').slice(1).join('\n');
  return [
    ...[sessions, connections].map((part) => /Sets \(\d+\)\/\((\d+)\)/u.exec(part)?.[1] ?? ''),
    ...known(sessions),
    linesOf(ephemerals)[0] ?? '',
    ...groups(owned).map(([, members]) => members.toSorted().join(' ')),
  ];
}

/** The sessions that a learner knows: how many, and their timeouts. */
const known = (sessions: string): readonly string[] => [
  /Global Sessions\(\d+\)/u.exec(sessions)?.[0] ?? '',
  linesOf(sessions)
    .flatMap((line) => /^0x\w+\t(\d+ms)$/u.exec(line)?.[1] ?? [])
    .toSorted()
    .join(' '),
];

/** Ports, paths, numbers of processes and days of a build are the machine's own. */
const script = (text: string): readonly string[] =>
  linesOf(text).map((line) =>
    line
      .replace(/(Client port found: )\d+/u, '$1…')
      .replace(/(Using config: |Usage: |find file )[^ )]*/u, '$1…')
      .replace(/(as process )\d+/u, '$1…')
      .replace(/(version [\d.]+) .*/u, '$1'),
  );
