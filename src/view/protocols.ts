import type { ByzantineParts } from './byzantine-setup.ts';
import type { CapParts } from './cap-setup.ts';
import type { CounterParts } from './counter.ts';
import type { ElectionParts } from './election-setup.ts';
import type { PaxosParts } from './paxos-setup.ts';
import type { RecipesParts } from './recipes-setup.ts';
import type { ZooKeeperParts } from './zookeeper-setup.ts';

/** The protocols that a scenario may name as its model, each with what it adds: one line for each. */
export interface Protocols {
  readonly election: ElectionParts;
  readonly paxos: PaxosParts;
  readonly zookeeper: ZooKeeperParts;
  readonly counter: CounterParts;
  readonly recipes: RecipesParts;
  readonly byzantine: ByzantineParts;
  readonly cap: CapParts;
}

export type Model = keyof Protocols;

/** What any of them adds. */
export type Parts = Protocols[Model];
