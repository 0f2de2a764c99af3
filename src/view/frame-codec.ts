import { bool, lazyRecord, list, nullable, num, record, str } from './codec.ts';
import type { Codec } from './codec.ts';
import { counterDetail } from './counter-codec.ts';
import type {
  BoxEntryView,
  ComparisonView,
  ElectionDetail,
  ElectionServerView,
  LogCellView,
  VoteView,
} from './election.ts';
import type {
  Frame,
  LinkView,
  Liveness,
  MessageShape,
  MessageView,
  LinkNature,
  ProcessView,
  ViolationView,
} from './frame.ts';
import { paxosDetail } from './paxos-codec.ts';
import type { ScenarioFile } from './scenario.ts';
import { zookeeperDetail } from './zookeeper-codec.ts';
import type { Zxid } from './zxid.ts';

const zxid = record<Zxid>({ epoch: num, counter: num });
const vote = record<VoteView>({ leader: num, zxid, peerEpoch: num });

const electionServer = record<ElectionServerView>({
  sid: num,
  observer: bool,
  phase: str(),
  round: num,
  vote: nullable(vote),
  leader: nullable(num),
  currentEpoch: num,
  acceptedEpoch: num,
  zxid,
  log: list(record<LogCellView>({ zxid, committed: bool })),
  logHidden: num,
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
});

export const electionDetail: Codec<ElectionDetail> = record<ElectionDetail>({
  profile: str(),
  quorum: num,
  voters: list(num),
  established: nullable(record<{ leader: number; epoch: number }>({ leader: num, epoch: num })),
  notifications: num,
  servers: list(electionServer),
});

type Lazy =
  | 'processes'
  | 'messages'
  | 'links'
  | 'partition'
  | 'invariants'
  | 'violations'
  | 'detail';

/** The codec of a frame whose protocol's own part is packed by `detail`. */
export const frameCodec = <D>(detail: Codec<D>): Codec<Frame<D>> =>
  lazyRecord<Omit<Frame<D>, Lazy>, Pick<Frame<D>, Lazy>>(
    {
      branch: num,
      position: num,
      length: num,
      time: num,
      nextTime: nullable(num),
      nextInteresting: nullable(num),
      structure: num,
    },
    {
      processes: list(
        record<ProcessView>({
          pid: num,
          name: str(),
          liveness: str<Liveness>(),
          dark: bool,
          state: str(),
          machineState: str(),
        }),
      ),
      messages: list(
        record<MessageView>({
          id: num,
          from: num,
          to: num,
          kind: str(),
          shape: str<MessageShape>(),
          claim: nullable(num),
          label: str(),
          short: str(),
          sentAt: num,
          leftAt: num,
          arrivesAt: num,
          status: str<MessageView['status']>(),
          nature: str<LinkNature>(),
          routine: bool,
          piled: num,
        }),
      ),
      links: list(
        record<LinkView>({
          from: num,
          to: num,
          cut: bool,
          latency: nullable(record<{ min: number; max: number }>({ min: num, max: num })),
          loss: num,
          duplication: num,
        }),
      ),
      partition: list(list(num)),
      invariants: list(str()),
      violations: list(record<ViolationView>({ invariant: str(), step: num, text: str() })),
      detail,
    },
  );

/** How each protocol's own part of a frame is packed. */
export const detailCodecs: Readonly<Record<ScenarioFile['model'], Codec<unknown>>> = {
  // A codec only ever meets details of its own protocol.
  election: electionDetail as Codec<unknown>,
  paxos: paxosDetail as Codec<unknown>,
  zookeeper: zookeeperDetail as Codec<unknown>,
  counter: counterDetail as Codec<unknown>,
};
