import type { Codec } from './codec.ts';
import { counterDetail } from './counter.ts';
import { electionDetail } from './election-codec.ts';
import { paxosDetail } from './paxos-codec.ts';
import type { ScenarioFile } from './scenario.ts';
import { zookeeperDetail } from './zookeeper-codec.ts';

/** How each protocol's own part of a frame is packed. */
export const detailCodecs: Readonly<Record<ScenarioFile['model'], Codec<unknown>>> = {
  // A codec only ever meets details of its own protocol.
  election: electionDetail as Codec<unknown>,
  paxos: paxosDetail as Codec<unknown>,
  zookeeper: zookeeperDetail as Codec<unknown>,
  counter: counterDetail as Codec<unknown>,
};
