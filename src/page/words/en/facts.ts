import { facts as counter } from './counter/facts.ts';
import { facts as election } from './election/facts.ts';
import { facts as paxos } from './paxos/facts.ts';
import { facts as zookeeper } from './zookeeper/facts.ts';

/**
 * What happened, in sentences: by the protocol, then by the rule of the fact. The fact's data are
 * the arguments, `pid` its process; for each number there is the name of the process with that
 * number too (`fromName` for `from`). Rules without a sentence fall back to `unknown`.
 */
export const facts = {
  unknown: '{pidName}: {rule}{data}.',
  unknownNobody: '{rule}{data}.',
  election,
  paxos,
  counter,
  zookeeper,
} as const;
