/** Requests on their way through the pipeline. */
import type { Edit } from '../../kernel/edit.ts';
import type { ServerEvent } from './events.ts';
import type { Request } from '../records/requests.ts';
import type { SessionId } from '../records/values.ts';
import { staysHere, wantsUpgrade } from '../quorum/local-sessions.ts';
import { pipelineOf } from '../quorum/pipeline.ts';
import type { Cnxn, Server } from './server.ts';
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
    err: wantsUpgrade(next, session, request) ? 'EphemeralOnLocalSession' : null,
    ...(staysHere(next, session, request) && { local: true }),
  };
  pipelineOf(next).submit(next, e, job);
  return job;
}
