/**
 * A member that has looked for a leader for a while serves the reads of clients that accept this, from
 * the tree that it has, until its election is over [ReadOnlyZooKeeperServer, QuorumPeer.run].
 */
import type { Edit } from '../../kernel/edit.ts';
import { compareZxid } from '../../protocols/election/zxid.ts';
import { isWrite } from '../prep/prepare.ts';
import { NO_SESSION } from '../records/values.ts';
import type { ConnectRequest } from '../messages.ts';
import type { ServerEvent } from '../server/events.ts';
import type { Job } from '../server/job.ts';
import type { Server } from '../server/server.ts';
import { isGlobal } from './local-sessions.ts';
import { readsOnly } from './place.ts';

export type WhyNot = 'behind' | 'not-read-only' | 'global-session';

/**
 * Why a client is sent away without a word; null: it is not. In this order
 * [ZooKeeperServer.processConnectRequest, ReadOnlyZooKeeperServer.validateSession].
 */
export function whyNot(
  s: Server,
  { lastZxidSeen, readOnly, session }: ConnectRequest,
): WhyNot | null {
  if (readsOnly(s) && readOnly !== true) return 'not-read-only';
  // It has seen what this server has not: it must not see time go back.
  if (compareZxid(lastZxidSeen, s.tree.lastZxid) > 0) return 'behind';
  const goesOn = session !== NO_SESSION;
  return goesOn && readsOnly(s) && isGlobal(s, session) ? 'global-session' : null;
}

/** [ReadOnlyRequestProcessor.run] */
const isRefused = ({ request, local }: Job): boolean =>
  local !== true && (isWrite(request) || request.op === 'sync');

/**
 * Reads go to Prep and from there to Final. What is refused goes the same way, behind the reads before
 * it, and is never counted off in `outstanding`: 3.8 forgets that.
 */
export function submitReadOnly(next: Edit<Server>, _e: ServerEvent, job: Job): void {
  const refused = isRefused(job);
  if (refused && next.role?.kind === 'read-only')
    next.role = { ...next.role, uncounted: next.role.uncounted + 1 };
  next.prep = [...next.prep, refused ? { ...job, err: 'NotReadOnly' } : job];
}
