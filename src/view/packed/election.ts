import { bool, keptList, list, nullable, num, record, str } from '../codec.ts';
import type { Codec } from '../codec.ts';
import type {
  BoxEntryView,
  ComparisonView,
  ElectionDetail,
  ElectionServerView,
  LogCellView,
  PeerView,
  VoteView,
} from '../election.ts';
import type { Zxid } from '../zxid.ts';

const zxid = record<Zxid>({ epoch: num, counter: num });
const vote = record<VoteView>({ leader: num, zxid, peerEpoch: num });

/** How a server's part in its ensemble is packed, whichever lab shows it. */
export const peerFields: { readonly [K in keyof PeerView]: Codec<PeerView[K]> } = {
  observer: bool,
  phase: str(),
  round: num,
  vote: nullable(vote),
  leader: nullable(num),
  currentEpoch: num,
  acceptedEpoch: num,
  serving: bool,
  box: list(record<BoxEntryView>({ voter: num, vote, round: num, state: str() })),
  comparison: nullable(
    record<ComparisonView>({
      heardFrom: num,
      heard: vote,
      own: vote,
      by: str<ComparisonView['by']>(),
      switched: bool,
      at: num,
    }),
  ),
};

const electionServer = record<ElectionServerView>({
  sid: num,
  ...peerFields,
  zxid,
  log: list(record<LogCellView>({ zxid, committed: bool })),
  logHidden: num,
});

export const packed: Codec<ElectionDetail> = record<ElectionDetail>({
  profile: str(),
  quorum: num,
  voters: list(num),
  established: nullable(record<{ leader: number; epoch: number }>({ leader: num, epoch: num })),
  notifications: num,
  servers: keptList(electionServer),
});
