/** From a world of servers to what the page draws. */
import type { ProcessState, WorldState } from '../../kernel/model.ts';
import type {
  ElectionDetail,
  ElectionServerView,
  LogCellView,
  PeerView,
} from '../../view/election.ts';
import type { Disk } from './disk.ts';
import { lastZxid, restore } from './disk.ts';
import type { Ghost } from './ghost.ts';
import type { ElectionModel } from './model.ts';
import type { Server } from './server.ts';
import { isObserver, isServing } from './server.ts';
import * as Txns from './txn-log.ts';
import type { TxnLog } from './txn-log.ts';
import { compareZxid } from './zxid.ts';

export type ElectionWorld = WorldState<Server, Disk, Ghost>;
export type ElectionProcess = ProcessState<Server, Disk>;

/** LOOKING, FOLLOWING, LEADING, OBSERVING, STANDALONE; `CRASHED` or `OFF` when it does not run. */
export function stateWord({ s, liveness }: ElectionProcess): string {
  if (s === null) return liveness === 'off' ? 'OFF' : 'CRASHED';
  return s.config.standalone ? 'STANDALONE' : s.state;
}

/** Cells of a log that are drawn. */
const CELLS = 12;

function cells(history: TxnLog, committed: { epoch: number; counter: number }): LogCellView[] {
  return Txns.zxids(Txns.newest(history, CELLS)).map((zxid) => ({
    zxid,
    committed: compareZxid(zxid, committed) <= 0,
  }));
}

const leaderOf = (s: Server): number | null =>
  s.leading === null ? (s.following?.leader ?? null) : s.sid;

/** What a running server shows of its election and its role. */
export function peerView(s: Server): PeerView {
  const { vote, box, outOfElection, comparison } = s.election;
  const shown = s.state === 'LOOKING' ? vote : s.currentVote;
  const answers = outOfElection.filter(({ voter }) => box.every((entry) => entry.voter !== voter));
  return {
    observer: isObserver(s),
    phase: s.phase,
    round: s.round,
    vote: shown.leader < 0 ? null : shown,
    leader: leaderOf(s),
    currentEpoch: s.disk.currentEpoch ?? 0,
    acceptedEpoch: s.disk.acceptedEpoch ?? 0,
    serving: isServing(s),
    box: s.state === 'LOOKING' ? [...box, ...answers] : box,
    comparison,
  };
}

/** A server that is down: what its disk would tell it. */
export const downPeerView = (
  { currentEpoch, acceptedEpoch }: Pick<Disk, 'currentEpoch' | 'acceptedEpoch'>,
  observer: boolean,
): PeerView => ({
  observer,
  phase: 'ELECTION',
  round: 0,
  vote: null,
  leader: null,
  currentEpoch: currentEpoch ?? 0,
  acceptedEpoch: acceptedEpoch ?? 0,
  serving: false,
  box: [],
  comparison: null,
});

const upView = (s: Server): ElectionServerView => ({
  sid: s.sid,
  ...peerView(s),
  zxid: s.processed,
  log: cells(s.history, s.processed),
  logHidden: Math.max(0, Txns.size(s.history) - CELLS),
});

function downView(sid: number, disk: Disk, observer: boolean): ElectionServerView {
  const { history } = restore(disk);
  return {
    sid,
    ...downPeerView(disk, observer),
    zxid: lastZxid(disk),
    log: cells(history, { epoch: -1, counter: 0 }),
    logHidden: Math.max(0, Txns.size(history) - CELLS),
  };
}

/** The leader at work: established, and of the latest epoch if an old one has not noticed. */
export function establishedAmong(
  peers: Iterable<Server | null>,
): { readonly leader: number; readonly epoch: number } | null {
  let found: { leader: number; epoch: number } | null = null;
  for (const s of peers) {
    if (s === null || s.leading === null || !isServing(s)) continue;
    const { epoch } = s.leading;
    if (found === null || epoch > found.epoch) found = { leader: s.sid, epoch };
  }
  return found;
}

export const establishedLeader = ({ processes }: ElectionWorld): ElectionDetail['established'] =>
  establishedAmong(processes.map(({ s }) => s));

/** Notifications on their way, where a world can tell. */
function underWay(world: ElectionWorld): number {
  const network = (world as { readonly network?: Flights }).network;
  if (network === undefined) return 0;
  let count = 0;
  for (const { message } of network.flights.values()) if (message.type === 'NOTIFICATION') count++;
  return count;
}

interface Flights {
  readonly flights: { values(): Iterable<{ readonly message: { readonly type: string } }> };
}

/** The election's part of a frame. */
export function electionDetail({ config }: ElectionModel, world: ElectionWorld): ElectionDetail {
  return {
    profile: config.profile,
    quorum: config.quorum,
    voters: config.voters,
    established: establishedLeader(world),
    // Those that arrived and those under way; what a cut or a crash has swallowed is not counted.
    notifications: world.ghost.notifications + underWay(world),
    servers: world.processes.map(({ pid, s, disk }) =>
      s === null ? downView(pid, disk, !config.voters.includes(pid)) : upView(s),
    ),
  };
}
