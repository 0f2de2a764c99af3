import type { Edit } from '../../kernel/edit.ts';
import type { Micros, Pid } from '../../view/time.ts';
import type { Id } from '../records/acl.ts';
import type { Code } from '../records/codes.ts';
import type { Request } from '../records/requests.ts';
import type { Txn } from '../records/txns.ts';
import type { SessionId } from '../records/values.ts';

/** A request on its way through the pipeline [org.apache.zookeeper.server.Request]. */
export interface Job {
  /** Numbers all requests since the server's start. */
  readonly number: number;
  /** Of the client; 0: the server's own, or a client of another server. */
  readonly connection: number;
  /** The server that the client is connected to, or that asks for itself [Request.owner]. */
  readonly owner: Pid;
  readonly session: SessionId;
  readonly cxid: number;
  readonly request: Request;
  readonly ids: readonly Id[];
  /** When it was read, in µs. */
  readonly created: Micros;
  /** What Prep made of a write; null for reads, and before. */
  readonly txn: Txn | null;
  /**
   * What Prep found wrong with a read (a write's error stands in its transaction), or what was wrong with
   * any request before it came to Prep.
   */
  readonly err: Code | null;
  /** The beginning or end of a session that this server alone knows of. */
  readonly local?: true;
  /**
   * The connection by which a learner forwarded a `sync`, and by which it is answered: one that has come back
   * may have an earlier one that its leader does not know to be dead [LearnerSyncRequest.fh].
   */
  readonly handler?: number;
}

/** What it does; of a transaction that another server was asked for its kind alone is known, of a refused one that it is one. */
export function opOf({ owner, request, txn }: Job): string {
  if (owner !== 0 || txn === null) return request.op;
  const { type } = txn.body;
  return type.startsWith('create') && type !== 'createSession' ? 'create' : type;
}

/** A copy to be changed. */
export function editJob(of: Job): Edit<Job> {
  const copy: Edit<Job> = {
    number: of.number,
    connection: of.connection,
    owner: of.owner,
    session: of.session,
    cxid: of.cxid,
    request: of.request,
    ids: of.ids,
    created: of.created,
    txn: of.txn,
    err: of.err,
  };
  if (of.local !== undefined) copy.local = of.local;
  if (of.handler !== undefined) copy.handler = of.handler;
  return copy;
}

/** With what Prep has made of it. */
export function withTxn(of: Job, txn: Txn | null): Job {
  const job = editJob(of);
  job.txn = txn;
  return job;
}
