import type {
  CapClientView,
  CapCount,
  CapCutView,
  CapDetail,
  CapElectionView,
  CapEphemeralView,
  CapLatency,
  CapMeters,
  CapRequestView,
  CapServerView,
  CapSide,
  CapSideMeter,
  CapSpanView,
  CapVerdictView,
  CapWitness,
} from '../cap.ts';
import type { CapCheck, CapOpKind, CapOutcome, CapStore } from '../cap-setup.ts';
import { bool, keptList, list, nullable, num, record, str } from '../codec.ts';
import type { Codec } from '../codec.ts';

const side = str<CapSide>();

const server = record<CapServerView>({
  pid: num,
  role: str(),
  leads: bool,
  value: nullable(num),
  wrote: nullable(num),
  serves: str<CapServerView['serves']>(),
  side,
  heardAt: nullable(num),
});

const ephemeral = nullable(
  record<CapEphemeralView>({
    path: str(),
    bornAt: num,
    goneAt: nullable(num),
    knownAt: nullable(num),
  }),
);

const client = record<CapClientView>({
  pid: num,
  name: str(),
  server: num,
  side,
  state: str(),
  ephemeral,
  formerEphemeral: ephemeral,
  nextValue: num,
});

const request = record<CapRequestView>({
  number: num,
  client: num,
  server: num,
  kind: str<CapOpKind>(),
  value: nullable(num),
  at: nullable(num),
  calledAt: nullable(num),
  returnedAt: nullable(num),
  outcome: str<CapOutcome>(),
  error: str(),
  before: list(str()),
  readOnly: bool,
  staleness: nullable(num),
  lost: nullable(
    record<NonNullable<CapRequestView['lost']>>({
      at: num,
      by: nullable(num),
    }),
  ),
  tookEffect: bool,
  side,
});

const count = record<CapCount>({ issued: num, answered: num });

const sideMeter = record<CapSideMeter>({
  issued: num,
  answered: num,
  reads: count,
  writes: count,
  stale: num,
  mostStale: num,
  meanStale: num,
});

const latency = nullable(record<NonNullable<CapLatency['reads']>>({ mean: num, most: num }));

const witness = record<CapWitness>({
  requests: list(num),
  circle: list(
    record<CapWitness['circle'][number]>({
      number: num,
      why: str<CapWitness['circle'][number]['why']>(),
    }),
  ),
});

/** How the experiment's own part of a frame is packed. */
export const packed: Codec<CapDetail> = record<CapDetail>({
  store: str<CapStore>(),
  zero: num,
  servers: keptList(server),
  clients: keptList(client),
  requests: keptList(request),
  requestsHidden: num,
  cuts: keptList(
    record<CapCutView>({
      from: num,
      to: nullable(num),
      groups: list(list(num)),
      oneWay: bool,
      planned: bool,
    }),
  ),
  spans: keptList(record<CapSpanView>({ pid: num, role: str(), from: num, to: nullable(num) })),
  elections: keptList(record<CapElectionView>({ from: num, to: nullable(num) })),
  meters: record<CapMeters>({
    minority: sideMeter,
    majority: sideMeter,
    all: sideMeter,
    lost: num,
    violations: num,
    divergence: num,
    latency: record<CapLatency>({ reads: latency, writes: latency }),
  }),
  verdicts: keptList(
    record<CapVerdictView>({
      check: str<CapCheck>(),
      holds: nullable(bool),
      witness: nullable(witness),
    }),
  ),
  promises: list(str<CapCheck>()),
});
