/** First stage: checks the session, and turns a write into a transaction [PrepRequestProcessor]. */
import type { Code } from '../records/codes.ts';
import type { Zxid } from '../../view/zxid.ts';
import { isWrite, prepare } from '../prep/prepare.ts';
import type { WriteRequest } from '../prep/prepare.ts';
import { parentOf } from '../records/paths.ts';
import { nodeAt } from '../tree/data-tree.ts';
import { sizeOf } from '../tree/sorted-map.ts';
import { nothingOutstanding } from '../prep/outstanding.ts';
import { markClosing, sessionOf } from '../sessions/tracker.ts';
import type { ServerEvent } from './events.ts';
import { tell } from './telling.ts';
import type { Edit, Job, Server } from './server.ts';
import { edit, wall } from './server.ts';

export const hasPrep = ({ prep }: Server): boolean => prep.length > 0;

export function setPrep(s: Server, e: ServerEvent): void {
  e.io.setTimer('PREP', s.settings.stageDelay);
}

const following = ({ epoch, counter }: Zxid): Zxid => ({ epoch, counter: counter + 1 });

/** [SessionTrackerImpl.checkSession] On one server all connections of a session are one owner. */
function sessionCheck(s: Server, { session, connection }: Job): Code {
  if (connection === 0) return 'OK';
  const known = sessionOf(s.sessions, session);
  return known === undefined || known.closing ? 'SessionExpired' : 'OK';
}

/** Takes the oldest request of the queue. */
export function prepareNext(s: Server, e: ServerEvent): Server {
  const [job, ...prep] = s.prep;
  if (job === undefined) return s;
  const next = edit(s);
  next.prep = prep;
  const prepared = isWrite(job.request) ? prepareWrite(next, job, e) : judged(s, job);
  next.sync = [...s.sync, prepared];
  tell(next, e, { kind: 'prepared', job: prepared });
  return next;
}

/** A read only has its session checked. */
function judged(s: Server, job: Job): Job {
  const check = sessionCheck(s, job);
  return check === 'OK' ? job : { ...job, err: check };
}

function prepareWrite(next: Edit<Server>, job: Job, e: ServerEvent): Job {
  const { request, session, cxid, ids } = job;
  if (!isWrite(request)) return job;
  const { cfg, broken } = next.settings;
  const zxid = following(next.zxid);
  const { skipACL, enforceQuota, extendedTypesEnabled } = cfg;
  const asked = broken.has('sequential-reuse') ? countingChildren(next, request) : request;
  const prepared = prepare(
    {
      tree: next.tree,
      outstanding: broken.has('forget-outstanding') ? nothingOutstanding : next.outstanding,
      rules: { skipACL, enforceQuota, extendedTypesEnabled },
      session,
      cxid,
      ids,
      sessionCheck: sessionCheck(next, job),
      zxid,
      time: wall(next, e.io.now),
    },
    asked,
  );
  const failed = prepared.txn.body.type === 'error';
  if (!(failed && broken.has('reuse-zxid'))) next.zxid = zxid;
  next.outstanding = prepared.outstanding;
  // From here on its session takes no more requests.
  if (request.op === 'closeSession') next.sessions = markClosing(next.sessions, session);
  return { ...job, txn: prepared.txn };
}

/** The mutant's way to a sequential name: by the children that are there now. */
function countingChildren(next: Server, request: WriteRequest): WriteRequest {
  if (request.op !== 'create' || !request.mode.endsWith('SEQUENTIAL')) return request;
  const parent = nodeAt(next.tree, parentOf(request.path));
  const number = parent === undefined ? 0 : sizeOf(parent.children);
  const mode = request.mode === 'EPHEMERAL_SEQUENTIAL' ? 'EPHEMERAL' : 'PERSISTENT';
  return { ...request, path: `${request.path}${String(number).padStart(10, '0')}`, mode };
}
