/**
 * Sessions that one server alone knows of: with `localSessionsEnabled` each member gives them to its own
 * clients, without a transaction [UpgradeableSessionTracker, LearnerSessionTracker, LeaderSessionTracker].
 * They own no ephemerals, end with their server's role, and nobody else can go on with them.
 */
import type { Code } from '../records/codes.ts';
import type { Request } from '../records/requests.ts';
import type { SessionId } from '../records/values.ts';
import { serverOf } from '../sessions/session-id.ts';
import { sessionOf } from '../sessions/tracker.ts';
import type { Job } from '../server/job.ts';
import type { Server } from '../server/server.ts';
import { get } from '../tree/sorted-map.ts';

export const givesLocal = ({ settings, peer }: Pick<Server, 'settings' | 'peer'>): boolean =>
  peer !== null && settings.localSessions === true;

export const isLocal = ({ sessions }: Pick<Server, 'sessions'>, id: SessionId): boolean =>
  sessionOf(sessions, id)?.local === true;

/** Whether its beginning is in the tree, and its end not. */
export const isGlobal = ({ tree }: Pick<Server, 'tree'>, id: SessionId): boolean =>
  get(tree.sessions, id) !== undefined;

/** Such a request is no transaction [QuorumZooKeeperServer.setLocalSessionFlag]. */
export const staysHere = (
  s: Pick<Server, 'settings' | 'peer' | 'sessions'>,
  session: SessionId,
  { op }: Request,
): boolean => {
  if (op === 'createSession') return givesLocal(s);
  return op === 'closeSession' && isLocal(s, session);
};

/** The session would have to become a global one first [QuorumZooKeeperServer.checkUpgradeSession]. */
export const wantsUpgrade = (
  s: Pick<Server, 'sessions'>,
  session: SessionId,
  request: Request,
): boolean => isLocal(s, session) && makesEphemeral(request);

function makesEphemeral(request: Request): boolean {
  if (request.op === 'multi') return request.ops.some(makesEphemeral);
  return request.op === 'create' && request.mode.startsWith('EPHEMERAL');
}

/**
 * Of a session that this tracker does not know: it may be another server's local one, unless it bears
 * this one's number [LeaderSessionTracker.checkSession].
 */
export const unknownSession = (s: Server, session: SessionId): Code =>
  givesLocal(s) && serverOf(session) !== s.pid ? 'OK' : 'SessionExpired';

/**
 * What is said of a create of an ephemeral node: its session must be a global one
 * [PrepRequestProcessor.validateCreateRequest]. Undefined: what is said of every other request.
 */
export function ephemeralCheck(s: Server, { session, err }: Job, check: Code): Code | undefined {
  if (!givesLocal(s) || check !== 'OK') return undefined;
  if (err === 'EphemeralOnLocalSession') return err;
  const known = sessionOf(s.sessions, session);
  return known === undefined || known.local === true ? 'SessionExpired' : undefined;
}
