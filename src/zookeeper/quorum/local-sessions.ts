/**
 * Sessions that one server alone knows of: with `localSessionsEnabled` each member gives them to its own
 * clients, without a transaction [UpgradeableSessionTracker, LearnerSessionTracker, LeaderSessionTracker].
 * They own no ephemerals, end with their server's role, and nobody else can go on with them. With
 * `localSessionsUpgradingEnabled` one that is to own an ephemeral is made known to all first.
 */
import type { Edit } from '../../kernel/edit.ts';
import type { Code } from '../records/codes.ts';
import type { Request } from '../records/requests.ts';
import type { SessionId } from '../records/values.ts';
import { serverOf } from '../sessions/session-id.ts';
import { forget, sessionOf, track } from '../sessions/tracker.ts';
import type { Session } from '../sessions/tracker.ts';
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

/**
 * The session has to become a global one first: can it? [QuorumZooKeeperServer.checkUpgradeSession] Null:
 * it has not to. Who has no leader refuses the request anyway [ReadOnlyRequestProcessor].
 */
export function upgradeOf(
  s: Pick<Server, 'sessions' | 'settings' | 'role'>,
  id: SessionId,
  request: Request,
): { readonly session: Session | null } | null {
  const session = sessionOf(s.sessions, id);
  if (session?.local !== true || !makesEphemeral(request)) return null;
  const can = s.settings.upgradesLocal === true && s.role?.kind !== 'read-only';
  return { session: can ? session : null };
}

/**
 * From here on it is no local one. A leader decides itself how long it lives; a learner tells its leader
 * whenever it hears of it, and waits for the transaction [UpgradeableSessionTracker.upgradeSession].
 * @param now ms of the server's monotonic clock
 */
export function beginUpgrade(next: Edit<Server>, { id, timeout }: Session, now: number): void {
  if (next.role?.kind === 'learner') {
    next.sessions = forget(next.sessions, id);
    next.role = { ...next.role, upgrading: [...(next.role.upgrading ?? []), id] };
  } else next.sessions = track(next.sessions, id, timeout, now, next.settings.cfg.tickTime);
}

export const isUpgrading = ({ role }: Pick<Server, 'role'>, id: SessionId): boolean =>
  role?.kind === 'learner' && role.upgrading?.includes(id) === true;

/** All know it now [LearnerSessionTracker.commitSession]. */
export function endUpgrade(next: Edit<Server>, id: SessionId): void {
  if (!isUpgrading(next, id) || next.role?.kind !== 'learner') return;
  const { upgrading = [], ...role } = next.role;
  const others = upgrading.filter((each) => each !== id);
  next.role = others.length === 0 ? role : { ...role, upgrading: others };
}

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
