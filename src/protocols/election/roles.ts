/** A server takes a role when its election is over, and leaves it for the next election. */
import type { PeerEvent } from './events.ts';
import { writtenOf } from './events.ts';
import type { Written } from './events.ts';
import type { Disk } from './disk.ts';
import { keepCommitted, lastLogged, restore, withSnapshot } from './disk.ts';
import { say } from './facts.ts';
import type { Edit, Leading, Server } from './server.ts';
import { acceptedEpochOf, currentEpochOf, edit, isObserver } from './server.ts';
import * as Txns from './txn-log.ts';
import { ZERO } from './zxid.ts';
import { getEpochToPropose } from './discovery.ts';

export const QUORUM_PORT = 'quorum';

/** Effect: the disk as the server wants it, then an event for the role that it has now. */
export const write = (s: Server, e: PeerEvent, type: string): void =>
  e.io.persist(s.disk, type, { term: s.term, end: lastLogged(s.disk) } satisfies Written);

/** Whether a completed write belongs to the present role. */
export const isOfThisRole = (s: Server, e: PeerEvent): boolean => writtenOf(e).term === s.term;

function take(s: Server): Edit<Server> {
  const next = edit(s);
  next.term = s.term + 1;
  next.phase = 'DISCOVERY';
  next.following = null;
  next.leading = null;
  return next;
}

/** FOLLOWING or OBSERVING, as it may vote or not. */
export function takeLearnerRole(s: Server): Server {
  const next = take(s);
  next.state = s.config.voters.includes(s.sid) ? 'FOLLOWING' : 'OBSERVING';
  next.following = {
    leader: s.currentVote.leader,
    connection: 0,
    tries: 1,
    epoch: 0,
    sync: null,
    held: Txns.EMPTY,
    heldCommit: null,
    unfinishedSnap: false,
  };
  return next;
}

/** [Leader.lead] A leader begins with a snapshot of its tree [ZooKeeperServer.loadData]. */
export function takeLeaderRole(s: Server): Server {
  const next = take(s);
  next.state = 'LEADING';
  next.disk = withSnapshot(s.disk, s.processed, s.history);
  const accepted = acceptedEpochOf(s);
  const leading: Leading = {
    summary: { currentEpoch: currentEpochOf(s), zxid: s.processed },
    epoch: -1,
    epochFixed: false,
    learners: [],
    connecting: [],
    epochAcks: [],
    newLeaderAcks: [],
    lastProposed: ZERO,
    outstanding: [],
    tick: 0,
    tickSkip: true,
  };
  next.leading = getEpochToPropose(s.config, leading, s.sid, accepted);
  return next;
}

/**
 * The role ends. The tree stays and is brought up to the end of the own log, so that what was logged
 * and never committed counts from now on [QuorumPeer.getLastLoggedZxid, ZOOKEEPER-2845]. Only a SNAP
 * that was not finished is forgotten: the tree is read from the disk again.
 */
export function leaveRole(s: Server): Server {
  const next = edit(s);
  const unfinished = s.following?.unfinishedSnap === true;
  if (unfinished) {
    Object.assign(next, restore(s.disk));
  } else {
    const end = Txns.last(s.history);
    const more = end === null ? Txns.EMPTY : Txns.after(s.history, s.processed);
    if (more !== Txns.EMPTY && end !== null) {
      next.processed = end;
      next.committedLog = keepCommitted(s.committedLog, more);
    }
  }
  // An observer pauses a little before it looks.
  next.state = isObserver(s) ? 'OBSERVING' : 'LOOKING';
  next.phase = 'ELECTION';
  next.following = null;
  next.leading = null;
  return next;
}

export const withDisk = (s: Server, change: Partial<Disk>): Disk => ({ ...s.disk, ...change });

export function explainRole(s: Server, e: PeerEvent): void {
  if (!e.io.explaining) return;
  const round = s.voteRound;
  if (s.leading !== null) say(e, 'leading', { round });
  else if (s.following !== null)
    say(e, s.state === 'OBSERVING' ? 'observing' : 'following', {
      leader: s.following.leader,
      round,
    });
}

/** STANDALONE: the tree is saved when it is loaded [ZooKeeperServer.loadData]. */
export function saveSnapshot(s: Server): Server {
  const next = edit(s);
  next.disk = withSnapshot(s.disk, s.processed, s.history);
  next.phase = 'BROADCAST';
  return next;
}
