/** A server's election is a part of it: where that stands, and what its rules change besides. */
import type { Place } from '../../kernel/machine/rules.ts';
import type { Edit } from '../../kernel/edit.ts';
import { machinePartsAt } from '../../kernel/machine/rules.ts';
import type { Server as Peer } from '../../protocols/election/server.ts';
import { isObserver } from '../../protocols/election/server.ts';
import type { Server } from '../server/server.ts';
import { edit } from '../server/server.ts';
import type { ServerEvent } from '../server/events.ts';
import { editLeaderRole, editLearnerRole } from './role.ts';
import type { LeaderRole, LearnerRole } from './role.ts';

/** What a member always has; nothing that asks for it runs in a server that stands alone. */
export const peerOf = (s: Pick<Server, 'peer'>): Peer => s.peer as Peer;

/** The epochs that the election promises stand on the server's one disk. */
const place: Place<Server, Peer> = {
  get: peerOf,
  set: (s, peer) => {
    if (peer === s.peer) return s;
    const next = edit(s);
    next.peer = peer;
    const { acceptedEpoch, currentEpoch } = peer.disk;
    if (peer.disk !== s.peer?.disk) next.disk = { ...s.disk, acceptedEpoch, currentEpoch };
    return next;
  },
};

export const peerParts = machinePartsAt<Server, Peer, ServerEvent>(place);

/** In no other role is this asked. */
export const learnerOf = (s: Pick<Server, 'role'>): LearnerRole => s.role as LearnerRole;
export const leaderOf = (s: Pick<Server, 'role'>): LeaderRole => s.role as LeaderRole;

/** A copy of its role that is its role from now on, to be changed by the rule that asked for it. */
export function learnerIn(next: Edit<Server>): Edit<LearnerRole> {
  const role = editLearnerRole(learnerOf(next));
  next.role = role;
  return role;
}

export function leaderIn(next: Edit<Server>): Edit<LeaderRole> {
  const role = editLeaderRole(leaderOf(next));
  next.role = role;
  return role;
}

export const leads = (s: Pick<Server, 'role'>): boolean => s.role?.kind === 'leader';
export const follows = (s: Pick<Server, 'role' | 'peer'>): boolean =>
  s.role?.kind === 'learner' && !isObserver(peerOf(s));

/** It has no leader, and serves clients that accept to read only. */
export const readsOnly = (s: Pick<Server, 'role'>): boolean => s.role?.kind === 'read-only';

/** Whether it has a part in the broadcast: whoever stands alone, and a member once it is up to date. */
export const isActive = ({ peer }: Pick<Server, 'peer'>): boolean =>
  peer === null || peer.phase === 'BROADCAST';

/**
 * Whether clients are served. With `leaderServes=no` a leader has no server behind its client port, and
 * four-letter words say so [Leader.startZkServer].
 */
export const serves = (s: Pick<Server, 'peer' | 'role' | 'settings'>): boolean =>
  readsOnly(s) || (isActive(s) && (s.settings.leaderServes || !leads(s)));

/** As `srvr` calls it. */
export function modeOf({ peer, role }: Pick<Server, 'peer' | 'role'>): string {
  if (peer === null) return 'standalone';
  if (readsOnly({ role })) return 'read-only';
  if (peer.state === 'LEADING') return 'leader';
  return peer.state === 'OBSERVING' ? 'observer' : 'follower';
}

/** Whether sessions may end here for silence: a learner, and who reads only, has none but local ones. */
export const keepsSessions = (s: Server): boolean =>
  readsOnly(s) || (isActive(s) && (tracksSessions(s) || s.settings.localSessions === true));

/** Whether it is this server that decides which sessions there are. */
export const tracksSessions = ({ peer, role }: Pick<Server, 'peer' | 'role'>): boolean =>
  peer === null || role?.kind === 'leader';
