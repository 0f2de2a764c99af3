/** Requests on their way through the pipeline. */
import type { Edit } from '../../kernel/edit.ts';
import type { ServerEvent } from './events.ts';
import type { Request } from '../records/requests.ts';
import type { SessionId } from '../records/values.ts';
import { beginUpgrade, staysHere, upgradeOf } from '../quorum/local-sessions.ts';
import { pipelineOf } from '../quorum/pipeline.ts';
import type { Session } from '../sessions/tracker.ts';
import { elapsed } from './server.ts';
import type { Cnxn, Server } from './server.ts';
import { tell } from './telling.ts';
import type { Job } from './job.ts';

/** A request begins its way, which depends on the server's role. @param cnxn null: it is the server's own */
export function submit(
  next: Edit<Server>,
  e: ServerEvent,
  cnxn: Cnxn | null,
  session: SessionId,
  cxid: number,
  request: Request,
): Job {
  const upgrade = upgradeOf(next, session, request);
  if (upgrade?.session) upgradeFirst(next, e, upgrade.session);
  const job: Job = {
    number: next.jobs++,
    connection: cnxn?.id ?? 0,
    owner: next.pid,
    session,
    cxid,
    request,
    ids: cnxn?.ids ?? [],
    created: e.io.now,
    txn: null,
    err: upgrade?.session === null ? 'EphemeralOnLocalSession' : null,
    ...(staysHere(next, session, request) && { local: true }),
  };
  pipelineOf(next).submit(next, e, job);
  return job;
}

/**
 * The beginning of the session goes before the request as a transaction of its own, which nobody waits for
 * [QuorumZooKeeperServer.makeUpgradeRequest].
 */
function upgradeFirst(next: Edit<Server>, e: ServerEvent, session: Session): void {
  const { id, timeout } = session;
  beginUpgrade(next, session, elapsed(next, e.io.now));
  pipelineOf(next).submit(next, e, {
    number: next.jobs++,
    connection: 0,
    owner: next.pid,
    session: id,
    cxid: 0,
    request: { op: 'createSession', timeout },
    ids: [],
    created: e.io.now,
    txn: null,
    err: null,
  });
  tell(next, e, { kind: 'upgrading', session: id });
}
