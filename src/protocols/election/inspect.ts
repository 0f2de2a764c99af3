/** Everything about one server, for the inspector. The words of a term stand in the page's words. */
import type { FactValue } from '../../view/fact.ts';
import type { InspectSection } from '../../view/inspect.ts';
import type { Pid } from '../../view/time.ts';
import { zxidText } from '../../view/zxid.ts';
import type { Disk } from './disk.ts';
import { lastLogged, lastZxid, logFiles } from './disk.ts';
import type { ElectionWorld } from './project.ts';
import type { Server } from './server.ts';
import * as Txns from './txn-log.ts';
import type { BoxEntry, Vote } from './vote.ts';

type Row = InspectSection['rows'][number];

const row = (term: string, value: FactValue): Row => ({ term, value });

const voteText = ({ leader, zxid, peerEpoch }: Vote): string =>
  leader < 0 ? '–' : `(${peerEpoch}, ${zxidText(zxid)}, S${leader})`;

const entryText = ({ vote, round, state }: BoxEntry): string =>
  `${voteText(vote)} · ${round} · ${state}`;

function voteRows(s: Server): Row[] {
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

function logRows(s: Server): Row[] {
  return [
    row('history', Txns.text(s.history)),
    row('lastProcessedZxid', zxidText(s.processed)),
    row('committedLog', Txns.text(s.committedLog)),
  ];
}

function diskRows(disk: Disk): Row[] {
  const nameOf = (log: Txns.TxnLog): string =>
    zxidText(Txns.first(log) ?? { epoch: 0, counter: 0 });
  return [
    row('acceptedEpoch', disk.acceptedEpoch),
    row('currentEpoch', disk.currentEpoch),
    row('lastLogged', zxidText(lastLogged(disk))),
    row('lastZxid', zxidText(lastZxid(disk))),
    ...logFiles(disk).map((file) => row(`log ${nameOf(file)}`, Txns.text(file))),
    ...disk.snapshots.map(({ zxid, history }) =>
      row(`snapshot ${zxidText(zxid)}`, Txns.text(history)),
    ),
  ];
}

function linkRows(s: Server): Row[] {
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

function roleRows(s: Server): Row[] {
  const base = [row('state', s.state), row('phase', s.phase)];
  if (s.leading === null)
    return s.following === null ? base : [...base, row('leader', `S${s.following.leader}`)];
  const { epoch, epochFixed, lastProposed, outstanding, tick } = s.leading;
  return [
    ...base,
    row('epoch', epochFixed ? epoch : null),
    row('lastProposed', zxidText(lastProposed)),
    row('outstanding', outstanding.length),
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
  return [
    { name: 'role', rows: roleRows(s) },
    { name: 'vote', rows: voteRows(s) },
    { name: 'log', rows: logRows(s) },
    disk,
    { name: 'connections', rows: linkRows(s) },
  ];
}
