/** What a server shows of its election and its role, whichever lab draws it. */
import type { ElectionDetail, PeerView } from '../../view/election.ts';
import type { Epochs, Server } from './server.ts';
import { isObserver, isServing } from './server.ts';

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
  { currentEpoch, acceptedEpoch }: Epochs,
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

/** The leader at work: established, and of the latest epoch if an old one has not noticed. */
export function establishedAmong(peers: Iterable<Server | null>): ElectionDetail['established'] {
  let found: { leader: number; epoch: number } | null = null;
  for (const s of peers) {
    if (s === null || s.leading === null || !isServing(s)) continue;
    const { epoch } = s.leading;
    if (found === null || epoch > found.epoch) found = { leader: s.sid, epoch };
  }
  return found;
}
