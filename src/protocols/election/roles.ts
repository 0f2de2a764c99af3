/** A server takes a role when its election is over, and leaves it for the next election. */
import type { Edit } from '../../kernel/edit.ts';
import type { PeerEvent } from './events.ts';
import { writtenOf } from './events.ts';
import { say } from './facts.ts';
import type { Epochs, Leading, Server } from './server.ts';
import { acceptedEpochOf, currentEpochOf, edit, isObserver } from './server.ts';
import { getEpochToPropose } from './discovery.ts';

export const QUORUM_PORT = 'quorum';

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
    dialled: 0,
    tries: 1,
    epoch: 0,
  };
  return next;
}

/** [Leader.lead] */
export function takeLeaderRole(s: Server): Server {
  const next = take(s);
  next.state = 'LEADING';
  const accepted = acceptedEpochOf(s);
  const leading: Leading = {
    summary: { currentEpoch: currentEpochOf(s), zxid: s.processed },
    epoch: -1,
    epochFixed: false,
    learners: [],
    connecting: [],
    epochAcks: [],
    newLeaderAcks: [],
    tick: 0,
    tickSkip: true,
  };
  next.leading = getEpochToPropose(s.config, leading, s.sid, accepted);
  return next;
}

/** The role ends; what becomes of the data is the server's matter. */
export function leaveRole(s: Server): Server {
  const next = edit(s);
  // An observer pauses a little before it looks.
  next.state = isObserver(s) ? 'OBSERVING' : 'LOOKING';
  next.phase = 'ELECTION';
  next.following = null;
  next.leading = null;
  return next;
}

export const withDisk = (s: Server, change: Partial<Epochs>): Epochs => ({ ...s.disk, ...change });

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
