import { bool, keptList, list, nullable, num, record, str } from '../codec.ts';
import type { Codec } from '../codec.ts';
import { peerFields } from './election.ts';
import type {
  AnswerView,
  AskedView,
  JobView,
  LostView,
  OutputLineView,
  ProgramView,
  SessionView,
  SnapshotView,
  StageView,
  TxnCellView,
  WaitView,
  ZooKeeperClientView,
  ZooKeeperDetail,
  ZooKeeperServerView,
} from '../zookeeper.ts';
import type {
  EnsembleView,
  HandlerView,
  MemberView,
  ProposalView,
  WeightView,
} from '../zookeeper-member.ts';
import type { Zxid } from '../zxid.ts';

const zxid = record<Zxid>({ epoch: num, counter: num });

const job = record<JobView>({
  number: num,
  cxid: nullable(num),
  op: str(),
  path: str(),
  client: num,
  zxid: nullable(zxid),
  failed: bool,
});

const stage = record<StageView>({
  stage: str<StageView['stage']>(),
  count: num,
  jobs: list(job),
});

const cell = record<TxnCellView>({
  index: num,
  zxid,
  type: str(),
  path: str(),
  session: str(),
  failed: bool,
  durable: bool,
  applied: bool,
  beginsFile: bool,
});

const member = record<MemberView>({
  ...peerFields,
  logged: zxid,
  committed: zxid,
  sync: nullable(str<NonNullable<MemberView['sync']>>()),
  outstanding: list(record<ProposalView>({ zxid, acks: list(num) })),
  outstandingHidden: num,
  handlers: list(record<HandlerView>({ connection: num, sid: num, state: str() })),
  truncated: list(cell),
  reads: num,
  writes: num,
  forwarded: num,
});

const ensemble = record<EnsembleView>({
  voters: list(num),
  observers: list(num),
  quorum: num,
  weights: list(record<WeightView>({ sid: num, group: num, weight: num })),
  established: nullable(
    record<NonNullable<EnsembleView['established']>>({ leader: num, epoch: num }),
  ),
});

const server = record<ZooKeeperServerView>({
  pid: num,
  member: nullable(member),
  zxid,
  prepared: zxid,
  received: num,
  sent: num,
  latency: record<ZooKeeperServerView['latency']>({ least: num, mean: num, most: num }),
  connections: num,
  outstanding: num,
  nodes: num,
  ephemerals: num,
  watches: num,
  stages: list(stage),
  logFiles: num,
  logLength: num,
  log: list(cell),
  snapshots: list(record<SnapshotView>({ zxid, durable: bool })),
  snapshotAfter: num,
  sessions: list(
    record<SessionView>({
      id: str(),
      client: nullable(num),
      opener: nullable(num),
      timeout: num,
      touchedAt: num,
      expiresAt: num,
      connected: bool,
      closing: bool,
      ephemerals: num,
    }),
  ),
  lost: nullable(record<LostView>({ stages: list(stage), log: list(cell) })),
  cfg: str(),
  tickTime: num,
  clientPort: num,
  cfgUnread: bool,
});

const asked = record<AskedView>({
  op: str(),
  path: str(),
  at: num,
  answer: nullable(record<AnswerView>({ err: str(), zxid, at: num, behind: nullable(zxid) })),
});

const running = record<ProgramView>({
  name: str(),
  step: str(),
  over: bool,
  locals: list(record<ProgramView['locals'][number]>({ name: str(), value: str() })),
  waits: list(
    record<WaitView>({ kind: str<WaitView['kind']>(), what: str(), until: nullable(num) }),
  ),
});

const client = record<ZooKeeperClientView>({
  pid: num,
  name: str(),
  state: str(),
  expired: bool,
  server: nullable(num),
  knows: list(num),
  session: str(),
  timeout: num,
  lastZxid: zxid,
  asked: nullable(asked),
  pending: num,
  queued: num,
  watches: num,
  program: str(),
  running: list(running),
  prompt: str(),
  busy: bool,
  ended: bool,
  lines: num,
  output: list(
    record<OutputLineView>({ stream: str<OutputLineView['stream']>(), text: str(), code: str() }),
  ),
});

/** How the ZooKeeper lab's own part of a frame is packed. */
export const packed: Codec<ZooKeeperDetail> = record<ZooKeeperDetail>({
  ensemble: nullable(ensemble),
  servers: keptList(server),
  clients: keptList(client),
  spare: list(num),
  writes: num,
  events: num,
});
