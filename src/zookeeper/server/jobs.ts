/** Requests on their way through the pipeline. */
import type { Micros } from '../../view/time.ts';
import type { Request } from '../records/requests.ts';
import type { SessionId } from '../records/values.ts';
import type { Cnxn, Edit, Server } from './server.ts';

/** Puts a request at the end of Prep's queue. @param cnxn null: it is the server's own */
export function submit(
  next: Edit<Server>,
  cnxn: Cnxn | null,
  session: SessionId,
  cxid: number,
  request: Request,
  now: Micros,
): void {
  const job = {
    number: next.jobs++,
    connection: cnxn?.id ?? 0,
    session,
    cxid,
    request,
    ids: cnxn?.ids ?? [],
    created: now,
    txn: null,
    err: null,
  };
  next.prep = [...next.prep, job];
}
