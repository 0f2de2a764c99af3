import { facts as electionFacts } from '../election/facts.ts';
import { facts as zookeeperFacts } from '../zookeeper/facts.ts';
import { broken } from './invariants.ts';

/** What clients of all five stores say. */
const clients = {
  'cap-called':
    '{pidName} asks: {op, select, read {read x} sync {read x behind a sync} other {write {value}}}.',
  'cap-answered':
    '{pidName} has its answer: {op, select, write {{value} is written} other {x = {value}}}{readOnly, select, true {, told by a server without a leader} other {}}.',
  'cap-failed':
    '{pidName} is told {error}: {op, select, read {a read} sync {a sync and a read} other {a write}} has come to nothing.',
  'cap-timed-out':
    '{pidName} has waited {waitedMs, number} ms for {op, select, read {a read} sync {a sync and a read} other {a write}}, and gives up. {op, select, write {Whether it was done, it does not know.} other {Nothing was changed.}}',
  'cap-unknown':
    '{pidName} loses its connection ({error}): {op, select, read {a read} sync {a sync and a read} other {a write}} may have been done, or not.',
  'cap-tried':
    '{pidName} is told {error}; it will ask for {op, select, read {a read} sync {a sync and a read} other {a write}} again.',
} as const;

/** What the servers say that are not ZooKeeper’s. */
const servers = {
  'quorum-read':
    '{pidName} has asked {servers} servers, as many as it needs ({needed}): the newest value that they have is {value}.',
  'quorum-stored':
    '{pidName} knows x = {value} to be stored at {servers} servers, as many as it needs ({needed}): now it may answer.',
  'quorum-given-up':
    '{pidName} gives up {op, select, write {a write} other {a read}}: only {servers} of the {needed} servers that it needs have answered.',
  'primary-wrote': '{pidName} is the primary and writes {value} over {over}; copies follow.',
  'copy-forwards':
    '{pidName} is a copy and hands {op, select, write {the write} other {the read}} on to the primary, {toName}.',
  copied: '{pidName} takes x = {value} from {fromName} in the place of {over}.',
  'copy-promoted':
    '{pidName} is made the primary, in term {term}, with x = {value}. What it has not got is lost.',
  'primary-steps-down':
    '{pidName} was the primary; {fromName} is, in term {term}. It gives up what it has, x = {value}.',
  'lww-wrote': '{pidName} writes {value} over {over}, with the stamp {stampMs, number} ms.',
  'lww-dropped':
    '{pidName} acknowledges the write of {value} and drops it: by its clock it is older than {kept}, which is there.',
  'lww-replaced':
    '{pidName} hears x = {value} from {fromName}: its stamp is greater, so {over} goes.',
  'lww-kept': '{pidName} hears x = {value} from {fromName}: its stamp is smaller, so {kept} stays.',
} as const;

/** What each timer is for, where ZooKeeper has none of this name. */
const timers = {
  DEADLINE: 'stops waiting, or asks again',
  RESEND: 'asks again those that have not answered',
  BEAT: 'copies its value again',
  GOSSIP_AGAIN: 'tells the others what it has',
} as const;

/** ZooKeeper’s servers and clients are those of every ensemble. */
export const facts = {
  ...electionFacts,
  ...zookeeperFacts,
  ...clients,
  ...servers,
  input:
    '{name, select, LINE {{pidName} is told: {text}} MAKE_PRIMARY {{pidName} is to be the primary.} other {{pidName} is asked by hand: {name}.}}',
  timer: { ...electionFacts.timer, ...zookeeperFacts.timer, ...timers },
  broken: { ...zookeeperFacts.broken, ...broken },
  more: { ...electionFacts.more, ...zookeeperFacts.more },
} as const;
