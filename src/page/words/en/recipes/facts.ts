import { facts as electionFacts } from '../election/facts.ts';
import { facts as zookeeperFacts } from '../zookeeper/facts.ts';
import { broken } from './invariants.ts';
import { outsideFacts, outsideTimers } from './outside.ts';

/** What programs say of themselves. */
const programs = {
  'program-believes':
    '{pidName} takes itself for the holder of {what}{node, select, none {} other {, by {node}}}.',
  'program-releases': '{pidName} no longer takes itself for the holder of {what}.',
  'program-woken-in-vain': '{pidName} was woken, and has to wait again.',
  'program-ends':
    '{why, select, none {{pidName}’s program is over.} Endless {{pidName}’s program goes round and round and waits for nothing: it is stopped.} other {{pidName}’s program stops: {why}. No step says what is to be done then.}}',
} as const;

/** Servers and clients are those of every ensemble. */
export const facts = {
  ...electionFacts,
  ...zookeeperFacts,
  ...outsideFacts,
  ...programs,
  timer: { ...electionFacts.timer, ...zookeeperFacts.timer, ...outsideTimers },
  broken: { ...zookeeperFacts.broken, ...broken },
  more: { ...electionFacts.more, ...zookeeperFacts.more },
} as const;
