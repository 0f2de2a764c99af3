import { bool, keptList, list, nullable, num, record, str } from '../codec.ts';
import type { Codec } from '../codec.ts';
import type {
  ChanceView,
  AcceptorView,
  BallotView,
  LearnerView,
  LivelockView,
  PaxosDetail,
  PaxosProcessView,
  PromiseView,
  ProposerView,
  ProspectView,
  ScheduleView,
} from '../paxos.ts';

const acceptor = record<AcceptorView>({
  promised: num,
  accBallot: num,
  accValue: nullable(str()),
});

const proposer = record<ProposerView>({
  own: nullable(str()),
  ballot: num,
  value: nullable(str()),
  promises: list(record<PromiseView>({ from: num, accBallot: num, accValue: nullable(str()) })),
  accepts: list(num),
  refusal: nullable(record<{ by: number; promised: number }>({ by: num, promised: num })),
  failures: num,
  rounds: num,
  leader: nullable(num),
  outcome: nullable(str()),
});

const proposal = record<{ ballot: number; value: string }>({ ballot: num, value: str() });

const learner = record<LearnerView>({
  learned: nullable(proposal),
  reports: list(record<LearnerView['reports'][number]>({ from: num, ballot: num, value: str() })),
});

/** How the Paxos lab's own part of a frame is packed. */
export const packed: Codec<PaxosDetail> = record<PaxosDetail>({
  quorum: num,
  acceptors: list(num),
  proposers: list(num),
  learners: list(num),
  learning: str(),
  retry: str(),
  byHand: bool,
  processes: keptList(
    record<PaxosProcessView>({
      pid: num,
      name: str(),
      acceptor: nullable(acceptor),
      kept: nullable(acceptor),
      proposer: nullable(proposer),
      learner: nullable(learner),
    }),
  ),
  ballots: keptList(
    record<BallotView>({
      ballot: num,
      proposer: nullable(num),
      value: nullable(str()),
      promised: list(num),
      accepted: list(num),
      chosen: bool,
    }),
  ),
  prospects: list(record<ProspectView>({ value: str(), is: str<ProspectView['is']>() })),
  chosen: list(proposal),
  rounds: num,
  refused: num,
  messages: num,
  schedule: nullable(
    record<ScheduleView>({
      row: nullable(num),
      rows: list(str()),
      repeatFrom: nullable(num),
      done: num,
      every: num,
      chance: list(record<ChanceView>({ of: str<ChanceView['of']>(), from: num, to: num })),
    }),
  ),
  livelock: nullable(
    record<LivelockView>({
      from: num,
      to: num,
      shift: num,
      rows: num,
      messages: num,
      step: num,
      fair: bool,
    }),
  ),
});
