/** What the lines of a server say of elections and of what follows them, in the words of 3.4 to 3.9. */
import type { FactValue } from '../view/fact.ts';
import { zxidText } from '../view/zxid.ts';
import type { Line, Said } from './line.ts';
import { notification } from './notification.ts';
import { idIn, zxidIn } from './numbers.ts';

interface Rule {
  /** The classes that say it. */
  readonly of: readonly string[];
  readonly like: RegExp;
  readonly say: (found: RegExpExecArray, line: Line) => Said | null;
}

const simply =
  (rule: string, ...names: readonly string[]) =>
  (found: RegExpExecArray): Said => ({
    rule,
    data: Object.fromEntries(names.map((name, i) => [name, valueOf(found[i + 1] ?? '')])),
  });

/** A number, a zxid in hexadecimal, or a text. */
function valueOf(text: string): FactValue {
  if (/^\d{1,15}$/u.test(text)) return Number(text);
  const zxid = text.startsWith('0x') ? zxidIn(text) : null;
  return zxid === null ? text.trim() : zxidText(zxid);
}

/** The exception that stands behind a line: `java.net.SocketException: Socket closed`. */
const reasonIn = ({ more }: Line): string =>
  more
    .replace(/^(?:java\.lang\.Exception: )?(?:shutdown Leader! reason: )?/u, '')
    .trim()
    .slice(0, 200);

/** `[[1, 3]]`, `[ 1,3 ]`, `[ [1, 3] ]` as `1, 3`. */
const sids = (text: string): string => (text.match(/\d{1,9}/gu) ?? []).map(Number).join(', ');

const orNull = (text: string): string | null => (text === '' ? null : text);

const PHASES: Readonly<Record<string, string>> = {
  discovery: 'DISCOVERY',
  synchronization: 'SYNCHRONIZATION',
  broadcast: 'BROADCAST',
};

/** `Peer state changed: following - synchronization - diff`. */
function peerState(found: RegExpExecArray): Said | null {
  const [state = '', phase, how] = (found[1] ?? '').split(' - ');
  const upper = state.trim().toUpperCase();
  if (!['LOOKING', 'FOLLOWING', 'LEADING', 'OBSERVING'].includes(upper)) return null;
  if (phase === undefined) return { rule: upper.toLowerCase(), data: {} };
  const known = PHASES[phase.trim()];
  if (known === undefined) return null;
  return { rule: 'phase', data: { phase: known, how: how?.trim().toUpperCase() ?? '' } };
}

const RULES: readonly Rule[] = [
  {
    of: ['QuorumPeerMain', 'QuorumPeerConfig'],
    like: /^(?:Starting quorum peer|Reading configuration from: )/u,
    say: () => ({ rule: 'started', data: {} }),
  },
  {
    of: ['Environment'],
    like: /^Server environment:zookeeper\.version=([\w.]{1,40})/u,
    say: (found) => ({ rule: 'version', data: { version: found[1] ?? '' } }),
  },
  {
    of: ['QuorumPeer'],
    like: /^(LOOKING|FOLLOWING|LEADING|OBSERVING)$/u,
    say: (found) => ({ rule: (found[1] ?? '').toLowerCase(), data: {} }),
  },
  { of: ['QuorumPeer'], like: /^Peer state changed: ([a-z -]{1,80})$/u, say: peerState },
  {
    of: ['QuorumPeer'],
    like: /^(current|accepted)Epoch not found! Creating with a reasonable default of (\d{1,9})/u,
    say: simply('epoch-absent', 'which', 'epoch'),
  },
  {
    of: ['FastLeaderElection'],
    like: /^New election\. My id = {1,2}(\d{1,9}), proposed zxid=(0x[\da-f]{1,16})/u,
    say: simply('candidate', 'candidate', 'zxid'),
  },
  {
    of: ['FastLeaderElection'],
    like: /^Notification time ?out: (\d{1,9})/u,
    say: (found) => ({ rule: 'waits', data: { ms: Number(found[1]) }, routine: true }),
  },
  {
    of: ['FastLeaderElection'],
    like: /^Notification: /u,
    say: (_, { text }) => notification(text),
  },
  {
    of: ['Leader', 'Follower', 'Observer'],
    like: /^(LEADING|FOLLOWING|OBSERVING) - LEADER ELECTION TOOK - (\d{1,12})/u,
    say: (found) => ({ rule: 'election-took', data: { ms: Number(found[2]) } }),
  },
  {
    of: ['LearnerHandler'],
    like: /^(Follower|Observer) sid: (\d{1,9}) : info : (.{0,400})/u,
    say: (found) => ({
      rule: 'learner-came',
      data: {
        from: Number(found[2]),
        observer: found[1] === 'Observer' || /:observer\b/u.test(found[3] ?? ''),
      },
    }),
  },
  {
    of: ['LearnerHandler'],
    like: /^Synchronizing with (?:Follower|Learner|Observer) sid: (\d{1,9}) maxCommittedLog=(0x[\da-f]{1,16}) minCommittedLog=(0x[\da-f]{1,16})(?: lastProcessedZxid=(0x[\da-f]{1,16}))? peerLastZxid=(0x[\da-f]{1,16})/u,
    say: simply('synchronizing', 'learner', 'max', 'min', 'last', 'peerLast'),
  },
  {
    of: ['LearnerHandler'],
    like: /^Sending (DIFF|TRUNC|SNAP)(?: {0,2}zxid=(0x[\da-f]{1,16}))?(?:.{0,40}? for peer sid: {0,2}(\d{1,9}))?/iu,
    say: (found) => ({
      rule: 'sync-sent',
      data: {
        how: found[1]?.toUpperCase() ?? '',
        zxid: found[2] === undefined ? null : valueOf(found[2]),
        learner: found[3] === undefined ? null : Number(found[3]),
      },
    }),
  },
  {
    of: ['LearnerHandler'],
    like: /^Received NEWLEADER-ACK message from (?:sid: )?(\d{1,9})/u,
    say: simply('new-leader-acked', 'from'),
  },
  {
    of: ['LearnerHandler'],
    like: /^\*{3,10} GOODBYE/u,
    say: () => ({ rule: 'learner-left', data: { learner: null } }),
  },
  {
    of: ['Leader'],
    like: /^Have quorum of supporters(?:, sids: (\[[^;]{0,400}\]))?; starting up and setting last processed zxid: (0x[\da-f]{1,16})/u,
    say: (found) => {
      const zxid = zxidIn(found[2] ?? '');
      if (zxid === null) return null;
      const { epoch } = zxid;
      return { rule: 'leader-established', data: { epoch, sids: orNull(sids(found[1] ?? '')) } };
    },
  },
  {
    of: ['Learner', 'Follower', 'Observer'],
    like: /^Getting a (diff|snapshot) from(?: the)? leader(?: (0x[\da-f]{1,16}))?/u,
    say: (found) => ({
      rule: 'sync-got',
      data: {
        how: found[1] === 'diff' ? 'DIFF' : 'SNAP',
        zxid: found[2] === undefined ? null : valueOf(found[2]),
      },
    }),
  },
  {
    of: ['Learner', 'Follower', 'Observer'],
    like: /^Truncating log to get in sync with the leader (0x[\da-f]{1,16})/u,
    say: (found) => ({ rule: 'sync-got', data: { how: 'TRUNC', zxid: valueOf(found[1] ?? '') } }),
  },
  {
    of: ['Learner'],
    like: /^Learner received (NEWLEADER|UPTODATE) message/u,
    say: (found) => ({ rule: found[1] === 'UPTODATE' ? 'up-to-date' : 'new-leader', data: {} }),
  },
  {
    of: ['Learner', 'Follower', 'Observer'],
    like: /^Got zxid (0x[\da-f]{1,16}) expected/u,
    say: simply('proposal', 'zxid'),
  },
  {
    of: ['FileTxnLog'],
    like: /^Creating new log file: log\.([\da-f]{1,16})/u,
    say: (found) => ({ rule: 'log-begun', data: { zxid: valueOf(`0x${found[1]}`) } }),
  },
  {
    of: ['FileTxnLog'],
    like: /^fsync-ing the write ahead log in .{0,80}? took (\d{1,12}) ?ms/u,
    say: simply('fsync-slow', 'ms'),
  },
  {
    of: ['ZKDatabase'],
    like: /^Snapshot loaded in \d{1,12} ms, highest zxid is (0x[\da-f]{1,16})/u,
    say: simply('loaded', 'zxid'),
  },
  {
    of: ['Leader'],
    like: /^Shutdown called(?:\. For the reason (.{0,300}))?/u,
    say: (found, line) => ({
      rule: 'leader-stops',
      data: { reason: orNull((found[1] ?? reasonIn(line)).slice(0, 200)) },
    }),
  },
  {
    of: ['Leader'],
    like: /^Shutting down leader, reason: (.{0,300})/u,
    say: (found) => ({
      rule: 'leader-stops',
      data: { reason: orNull((found[1] ?? '').slice(0, 200)) },
    }),
  },
  {
    of: ['Follower', 'Observer', 'Learner'],
    like: /^Exception when (following|observing) the leader/u,
    say: (_, line) => ({ rule: 'learner-stops', data: { reason: orNull(reasonIn(line)) } }),
  },
  {
    of: ['QuorumCnxManager'],
    like: /^Connection broken for id (\d{1,9})/u,
    say: simply('connection-broken', 'peer'),
  },
  {
    of: ['QuorumCnxManager'],
    like: /^Cannot open channel to (\d{1,9}) at election address/u,
    say: (found) => ({ rule: 'no-channel', data: { peer: Number(found[1]) }, routine: true }),
  },
  {
    of: ['ZooKeeperServer', 'LeaderZooKeeperServer'],
    like: /^Expiring session (0x[\da-f]{1,16}), timeout of (\d{1,12})ms exceeded/u,
    say: (found) => ({
      rule: 'session-expired',
      data: { session: found[1] ?? '', ms: Number(found[2]) },
    }),
  },
  {
    of: ['ServiceUtils', 'QuorumPeerMain', 'ZooKeeperServerMain'],
    like: /^Exiting JVM with code (\d{1,4})/u,
    say: simply('stopped', 'code'),
  },
];

const byClass = new Map<string, Rule[]>();
for (const rule of RULES) {
  for (const name of rule.of) byClass.set(name, [...(byClass.get(name) ?? []), rule]);
}

/** Classes that take part in elections, and in what follows one. */
const ENSEMBLE: ReadonlySet<string> = new Set([
  ...['QuorumPeer', 'FastLeaderElection', 'QuorumCnxManager', 'Leader', 'Learner', 'Follower'],
  ...['Observer', 'LearnerHandler', 'LearnerMaster', 'ObserverMaster', 'AuthFastLeaderElection'],
]);

export const isOfEnsemble = (logger: string): boolean => ENSEMBLE.has(logger);

/** What a line tells; null when it tells nothing that is known here. */
export function saidBy(line: Line): Said | null {
  const rules = line.logger === '' ? RULES : (byClass.get(line.logger) ?? []);
  for (const { like, say } of rules) {
    const found = like.exec(line.text);
    if (found !== null) return say(found, line);
  }
  return null;
}

/** The server that a line names as the one that wrote it; null where it names none. */
export function writerOf({ text, thread }: Pick<Line, 'text' | 'thread'>): number | null {
  return (
    idIn(/\[myid=(\d{1,9})\]/u, thread) ??
    idIn(/^Starting quorum peer, myid=(\d{1,9})/u, text) ??
    idIn(/^New election\. My id = {1,2}(\d{1,9})/u, text) ??
    idIn(/^(?:SyncThread|CommitProcessor|FollowerRequestProcessor):(\d{1,9})$/u, thread)
  );
}
