/** First stage: checks the session, and turns a write into a transaction [PrepRequestProcessor]. */
import type { Edit } from '../../kernel/edit.ts';
import type { Code } from '../records/codes.ts';
import type { Zxid } from '../../view/zxid.ts';
import { NO_SESSION } from '../records/values.ts';
import { isWrite, prepare } from '../prep/prepare.ts';
import type { WriteRequest } from '../prep/prepare.ts';
import { parentOf } from '../records/paths.ts';
import { nodeAt } from '../tree/data-tree.ts';
import { sizeOf } from '../tree/sorted-map.ts';
import { nothingOutstanding } from '../prep/outstanding.ts';
import { ephemeralCheck, unknownSession } from '../quorum/local-sessions.ts';
import { pipelineOf } from '../quorum/pipeline.ts';
import { markClosing, sessionOf, track } from '../sessions/tracker.ts';
import type { ServerEvent } from './events.ts';
import { tell } from './telling.ts';
import type { Server } from './server.ts';
import { withTxn } from './job.ts';
import type { Job } from './job.ts';
import { edit, elapsed, wall } from './server.ts';

export const hasPrep = ({ prep }: Server): boolean => prep.length > 0;

export function setPrep(s: Server, e: ServerEvent): void {
  e.io.setTimer('PREP', s.settings.stageDelay);
}

const following = ({ epoch, counter }: Zxid): Zxid => ({ epoch, counter: counter + 1 });

/**
 * [SessionTrackerImpl.checkSession] What a server asks for itself has none. A session belongs to the server that its client spoke through last;
 * within one server all connections of a session are one owner.
 */
function sessionCheck(s: Server, job: Job): Code {
  const { session, connection, owner } = job;
  if (connection === 0 && (owner === s.pid || session === NO_SESSION)) return 'OK';
  const known = sessionOf(s.sessions, session);
  if (known === undefined) return unknownSession(s, session);
  if (known.closing) return 'SessionExpired';
  const belongs = s.role?.kind === 'leader' ? s.role.owners.get(session) : undefined;
  return belongs === undefined || belongs === owner ? 'OK' : 'SessionMoved';
}

/** Takes the oldest request of the queue. */
export function prepareNext(s: Server, e: ServerEvent): Server {
  const [job, ...prep] = s.prep;
  if (job === undefined) return s;
  const next = edit(s);
  next.prep = prep;
  const prepared = isTxn(job) ? prepareWrite(next, job, e) : judged(s, job);
  tell(next, e, { kind: 'prepared', job: prepared });
  pipelineOf(next).prepared(next, e, prepared);
  return next;
}

const isTxn = ({ request, local, err }: Job): boolean =>
  isWrite(request) && local !== true && err !== 'NotReadOnly';

/** A read only has its session checked; the beginning and end of a local session not even that. */
function judged(s: Server, job: Job): Job {
  if (job.local === true || job.err !== null) return job;
  const check = sessionCheck(s, job);
  return check === 'OK' ? job : { ...job, err: check };
}

function prepareWrite(next: Edit<Server>, job: Job, e: ServerEvent): Job {
  const { request, session, cxid, ids } = job;
  if (!isWrite(request)) return job;
  const { cfg, broken } = next.settings;
  if (request.op === 'createSession') beginSession(next, job, request.timeout, e);
  const zxid = following(next.zxid);
  const { skipACL, enforceQuota, extendedTypesEnabled } = cfg;
  const check = sessionCheck(next, job);
  const ofEphemerals = ephemeralCheck(next, job, check);
  const asked = broken.has('sequential-reuse') ? countingChildren(next, request) : request;
  const prepared = prepare(
    {
      tree: next.tree,
      outstanding: broken.has('forget-outstanding') ? nothingOutstanding : next.outstanding,
      rules: { skipACL, enforceQuota, extendedTypesEnabled },
      session,
      cxid,
      ids,
      sessionCheck: check,
      ...(ofEphemerals !== undefined && { ephemeralCheck: ofEphemerals }),
      zxid,
      time: wall(next, e.io),
    },
    asked,
  );
  const failed = prepared.txn.body.type === 'error';
  if (!(failed && broken.has('reuse-zxid'))) next.zxid = zxid;
  next.outstanding = prepared.outstanding;
  // From here on its session takes no more requests.
  if (request.op === 'closeSession') next.sessions = markClosing(next.sessions, session);
  return withTxn(job, prepared.txn);
}

/** The leader tracks the sessions of all members [PrepRequestProcessor.pRequest2Txn]. */
function beginSession(next: Edit<Server>, job: Job, timeout: number, e: ServerEvent): void {
  if (next.role?.kind !== 'leader') return;
  const { session, owner } = job;
  const { tickTime } = next.settings.cfg;
  next.sessions = track(next.sessions, session, timeout, elapsed(next, e.io.now), tickTime);
  next.role = { ...next.role, owners: new Map(next.role.owners).set(session, owner) };
}

/** The mutant's way to a sequential name: by the children that are there now. */
function countingChildren(next: Server, request: WriteRequest): WriteRequest {
  if (request.op !== 'create' || !request.mode.endsWith('SEQUENTIAL')) return request;
  const parent = nodeAt(next.tree, parentOf(request.path));
  const number = parent === undefined ? 0 : sizeOf(parent.children);
  const mode = request.mode === 'EPHEMERAL_SEQUENTIAL' ? 'EPHEMERAL' : 'PERSISTENT';
  return { ...request, path: `${request.path}${String(number).padStart(10, '0')}`, mode };
}
