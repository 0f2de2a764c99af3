/** From a member of an ensemble, and from the ensemble, to what the page draws. */
import { downPeerView, establishedAmong, peerView } from '../protocols/election/project.ts';
import type { Config } from '../protocols/election/config.ts';
import { ZERO } from '../protocols/election/zxid.ts';
import type { Pid } from '../view/time.ts';
import type {
  EnsembleView,
  HandlerView,
  MemberView,
  ProposalView,
} from '../view/zookeeper-member.ts';
import { lastLogged } from '../zookeeper/server/disk.ts';
import { serves } from '../zookeeper/quorum/place.ts';
import type { LeaderRole } from '../zookeeper/quorum/role.ts';
import type { Server } from '../zookeeper/server/server.ts';
import { serverIn } from './member.ts';
import type { MemberProcess, MemberWorld } from './member.ts';
import type { ZooKeeperModel } from './model.ts';
import { cellView } from './project-log.ts';
import { committedOf, shownOf } from './quorum-shown.ts';
import type { Shown } from './quorum-shown.ts';

const MOST_PROPOSALS = 12;

const proposalsOf = ({ outstanding }: LeaderRole): ProposalView[] =>
  outstanding.slice(0, MOST_PROPOSALS).map(({ txn, acks }) => ({ zxid: txn.zxid, acks }));

/** The machines that it has for its learners' connections. */
function handlersOf(
  { spawned }: Pick<ZooKeeperModel, 'spawned'>,
  { peer }: Server,
  { parts = [], leaves }: MemberProcess & Spawned,
): HandlerView[] {
  const { states } = spawned.handler.table;
  const learners = peer?.leading?.learners ?? [];
  return parts.flatMap(({ key }, place) => {
    if (key === 0) return [];
    const sid = learners.find(({ connection }) => connection === key)?.sid ?? 0;
    return [{ connection: key, sid, state: states[leaves[place] ?? 0]?.path ?? '' }];
  });
}

/** What a process of a world says of its spawned machines. */
interface Spawned {
  readonly parts?: readonly { readonly key: number }[];
}

/** @param election the ensemble that the set-up says it is a member of */
export function memberView(
  model: Pick<ZooKeeperModel, 'spawned'>,
  process: MemberProcess,
  election: Config,
  shown: Shown,
): MemberView {
  const { pid, disk: kept } = process;
  const s = serverIn(process.s);
  const peer = s?.peer ?? null;
  const { taken, reads, writes, forwarded, committed } = shownOf(shown, pid);
  const role = s?.role ?? null;
  const disk = s?.disk ?? kept;
  const outstanding = role?.kind === 'leader' ? role.outstanding.length : 0;
  const listed = role?.kind === 'leader' ? proposalsOf(role) : [];
  return {
    ...(peer === null ? downPeerView(kept, !election.voters.includes(pid)) : peerView(peer)),
    serving: s !== null && peer !== null && serves(s),
    logged: lastLogged(disk) ?? ZERO,
    committed: (s === null ? null : committedOf(s)) ?? committed,
    sync: role?.kind === 'learner' ? role.sync : null,
    outstanding: listed,
    outstandingHidden: outstanding - listed.length,
    handlers: role?.kind === 'leader' && s !== null ? handlersOf(model, s, process) : [],
    truncated: taken.map((txn) =>
      cellView(txn, { index: -1, durable: false, applied: false, beginsFile: false }),
    ),
    reads,
    writes,
    forwarded,
  };
}

export function ensembleView(
  { voters, servers, quorum, groups }: Config,
  { processes }: MemberWorld<unknown>,
): EnsembleView {
  const weightOf = (sid: Pid): number => groups?.weights.get(sid) ?? 1;
  return {
    voters,
    observers: servers.filter((sid) => !voters.includes(sid)),
    quorum: groups === null ? quorum : 0,
    weights: (groups?.groups ?? []).flatMap((sids, group) =>
      sids.map((sid) => ({ sid, group, weight: weightOf(sid) })),
    ),
    established: establishedAmong(processes.map(({ s }) => serverIn(s)?.peer ?? null)),
  };
}
