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

/** A client has one session at a time: whose it is says more than its number. */
const sessions = {
  'connection-lost':
    '{pidName} has lost the connection of {clientName} ({why, select, silence {nothing came through it} closed {the other end closed it} other {it broke}}). {watches, plural, =0 {} one {Its watch is gone. } other {Its # watches are gone. }}{session, select, 0x0 {It had no session yet.} other {Its session lives on until it expires.}}',
  'client-disconnected':
    '{pidName} has lost its server: {reason, select, silence {it heard nothing for two thirds of its session’s timeout} closed {the server closed the connection} disorder {a reply was not the next one} moved {it goes to another server} other {the connection broke}}. {asked, plural, =0 {} one {What it had asked ends with ConnectionLoss. } other {The # calls that it had made end with ConnectionLoss. }}Its session is not over: only a server can end it.',
  'session-resumed':
    '{clientName} is back in time: {pidName} knows its session and gives it {timeoutMs} ms again.',
  'session-terminated':
    '{pidName} ends the session of {clientName} by a transaction, since an operator says so through JMX (terminateSession), whatever the client is at.',
} as const;

/** Servers and clients are those of every ensemble. */
export const facts = {
  ...electionFacts,
  ...zookeeperFacts,
  ...outsideFacts,
  ...sessions,
  ...programs,
  timer: { ...electionFacts.timer, ...zookeeperFacts.timer, ...outsideTimers },
  broken: { ...zookeeperFacts.broken, ...broken },
  more: { ...electionFacts.more, ...zookeeperFacts.more },
} as const;
