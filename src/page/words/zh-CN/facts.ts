import type { Words } from '../words.ts';
import { facts as counter } from './counter/facts.ts';
import { facts as election } from './election/facts.ts';
import { facts as paxos } from './paxos/facts.ts';
import { facts as zookeeper } from './zookeeper/facts.ts';

export const facts: Words['facts'] = {
  unknown: '{pidName}：{rule}{data}。',
  unknownNobody: '{rule}{data}。',
  election,
  paxos,
  counter,
  zookeeper,
};
