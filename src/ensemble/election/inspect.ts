/** Everything about one server, for the inspector. The words of a term stand in the page's words. */
import type { FactValue } from '../../view/fact.ts';
import type { InspectSection } from '../../view/inspect.ts';
import type { Pid } from '../../view/time.ts';
import { zxidText } from '../../view/zxid.ts';
import type { Server as Peer } from '../../protocols/election/server.ts';
import type { BoxEntry, Vote } from '../../protocols/election/vote.ts';
import { compareZxid, maxZxid, ZERO } from '../../protocols/election/zxid.ts';
import type { Zxid } from '../../view/zxid.ts';
import { at } from '../../kernel/pages.ts';
import type { Pages } from '../../kernel/pages.ts';
import type { Txn } from '../../zookeeper/records/txns.ts';
import { lastLogged, newestSnapshot } from '../../zookeeper/server/disk.ts';
import type { Disk } from '../../zookeeper/server/disk.ts';
import type { Server } from '../../zookeeper/server/server.ts';
import type { ElectionWorld } from './ghost.ts';

type Row = InspectSection['rows'][number];

const row = (term: string, value: FactValue): Row => ({ term, value });

const voteText = ({ leader, zxid, peerEpoch }: Vote): string =>
  leader < 0 ? '–' : `(${peerEpoch}, ${zxidText(zxid)}, S${leader})`;

const entryText = ({ vote, round, state }: BoxEntry): string =>
  `${voteText(vote)} · ${round} · ${state}`;

function voteRows(s: Peer): Row[] {
  const { vote, box, outOfElection, notTimeout } = s.election;
  return [
    row('round', s.round),
    row('proposedVote', voteText(vote)),
    row('currentVote', voteText(s.currentVote)),
    row('notTimeoutMs', notTimeout / 1000),
    ...box.map((entry) => row(`recvset S${entry.voter}`, entryText(entry))),
    ...outOfElection.map((entry) => row(`outofelection S${entry.voter}`, entryText(entry))),
  ];
}

/** Transactions as `1·1-1·8 2·1`, from one place of a list on. */
function textOf(txns: Pages<Txn>, from = 0): string {
  const parts: string[] = [];
  let begin: Zxid | null = null;
  for (let index = from; index < txns.length; index++) {
    const zxid = at(txns, index)?.zxid ?? ZERO;
    const next = at(txns, index + 1)?.zxid;
    begin ??= zxid;
    if (next?.epoch === zxid.epoch && next.counter === zxid.counter + 1) continue;
    const alone = compareZxid(begin, zxid) === 0;
    parts.push(alone ? zxidText(zxid) : `${zxidText(begin)}-${zxidText(zxid)}`);
    begin = null;
  }
  return parts.join(' ');
}

const logRows = ({ tree, recent }: Server): Row[] => [
  row('lastProcessedZxid', zxidText(tree.lastZxid)),
  row('committedLog', textOf(recent.txns, recent.from)),
];

function diskRows(disk: Disk): Row[] {
  const logged = lastLogged(disk) ?? ZERO;
  return [
    row('acceptedEpoch', disk.acceptedEpoch),
    row('currentEpoch', disk.currentEpoch),
    row('lastLogged', zxidText(logged)),
    row('lastZxid', zxidText(maxZxid(logged, newestSnapshot(disk)?.zxid ?? ZERO))),
    ...disk.files.map(({ name, txns }) => row(`log ${zxidText(name)}`, textOf(txns))),
    ...disk.snapshots.map(({ zxid }) => row(`snapshot ${zxidText(zxid)}`, zxidText(zxid))),
  ];
}

function linkRows(s: Peer): Row[] {
  const votes = s.links.map(({ sid, connection, dialling }) => {
    const state = connection !== 0 ? 'open' : dialling !== 0 ? 'dialling' : 'none';
    return row(`election S${sid}`, state);
  });
  const leader =
    s.following === null
      ? []
      : [row(`quorum S${s.following.leader}`, s.following.connection === 0 ? 'dialling' : 'open')];
  const learners = (s.leading?.learners ?? []).map(({ sid, stage }) =>
    row(`quorum S${sid}`, stage),
  );
  return [...votes, ...leader, ...learners];
}

function roleRows(s: Peer, { role, zxid }: Server): Row[] {
  const base = [row('state', s.state), row('phase', s.phase)];
  if (s.leading === null)
    return s.following === null ? base : [...base, row('leader', `S${s.following.leader}`)];
  const { epoch, epochFixed, tick } = s.leading;
  return [
    ...base,
    row('epoch', epochFixed ? epoch : null),
    ...(role?.kind === 'leader'
      ? [row('lastProposed', zxidText(zxid)), row('outstanding', role.outstanding.length)]
      : []),
    row('tick', tick),
  ];
}

/** A server that is down shows its disk alone. */
export function inspect(world: ElectionWorld, pid: Pid): InspectSection[] {
  const process = world.processes.find((each) => each.pid === pid);
  if (process === undefined) return [];
  const disk: InspectSection = { name: 'disk', rows: diskRows(process.disk) };
  const { s } = process;
  if (s === null) return [disk];
  const log: InspectSection = { name: 'log', rows: logRows(s) };
  const { peer } = s;
  if (peer === null) return [log, disk];
  return [
    { name: 'role', rows: roleRows(peer, s) },
    { name: 'vote', rows: voteRows(peer) },
    log,
    disk,
    { name: 'connections', rows: linkRows(peer) },
  ];
}
