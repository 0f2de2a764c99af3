import type {
  ByzantineDetail,
  GeneralView,
  How,
  LevelView,
  MessengerView,
  PlanView,
  RefusedView,
  TwoGeneralsView,
} from '../byzantine.ts';
import { bool, keptList, list, nullable, num, record, str } from '../codec.ts';
import type { Codec } from '../codec.ts';

type SignedView = GeneralView['signed'][number];
type KnowsView = TwoGeneralsView['knows'][number];

const general = record<GeneralView>({
  pid: num,
  name: str(),
  loyal: bool,
  failed: bool,
  decided: nullable(str()),
  how: nullable(str<How>()),
  heard: list(num),
  worth: list(num),
  ties: list(num),
  signed: list(record<SignedView>({ value: str(), chain: list(num) })),
  refused: list(
    record<RefusedView>({
      value: str(),
      chain: list(num),
      from: num,
      why: str<RefusedView['why']>(),
    }),
  ),
  proof: bool,
});

const plan = record<PlanView>({
  from: num,
  to: num,
  path: list(num),
  truth: nullable(str()),
  value: nullable(str()),
  byHand: bool,
  sentAt: nullable(num),
});

const two = record<TwoGeneralsView>({
  sent: num,
  arrived: num,
  lost: num,
  chain: list(
    record<MessengerView>({
      number: num,
      from: num,
      to: num,
      state: str<MessengerView['state']>(),
    }),
  ),
  dawn: num,
  knows: list(
    record<KnowsView>({ pid: num, depth: num, came: num, needs: num, attacks: nullable(bool) }),
  ),
  outcome: nullable(str<'both' | 'nobody' | 'alone'>()),
});

/** How the generals' own part of a frame is packed. */
export const packed: Codec<ByzantineDetail> = record<ByzantineDetail>({
  values: list(str()),
  order: str(),
  rounds: num,
  signed: bool,
  tie: str<ByzantineDetail['tie']>(),
  strategy: str<ByzantineDetail['strategy']>(),
  commander: num,
  round: num,
  begins: num,
  roundUs: num,
  levels: list(record<LevelView>({ expected: num, sent: num, arrived: num, lies: num })),
  generals: keptList(general),
  ic1: str<ByzantineDetail['ic1']>(),
  ic2: str<ByzantineDetail['ic2']>(),
  broken: list(num),
  notPromised: nullable(str<'generals' | 'faults' | 'tie'>()),
  plans: keptList(plan),
  plansHidden: num,
  two: nullable(two),
});
