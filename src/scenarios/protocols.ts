import type { ScenarioFile } from '../view/scenario.ts';
import { counter } from './counter/adapter.ts';
import { election } from './election/adapter.ts';
import { paxos } from './paxos/adapter.ts';
import type { Protocol } from './protocol.ts';
import { zookeeper } from './zookeeper/adapter.ts';

/** Every protocol that a scenario may name as its model. */
export const protocols: Readonly<Record<ScenarioFile['model'], Protocol>> = {
  election,
  paxos,
  zookeeper,
  counter,
};

export const protocolOf = (model: ScenarioFile['model']): Protocol => protocols[model];
