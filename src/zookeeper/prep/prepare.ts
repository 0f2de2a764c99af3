import type { ClientRequest, OwnRequest, Request } from '../records/requests.ts';
import type { Txn, TxnBody } from '../records/txns.ts';
import { prepareClose } from './close-session.ts';
import { prepareCreate } from './create.ts';
import { prepareContainerGone, prepareDelete } from './delete.ts';
import { futureDigest } from './outstanding.ts';
import type { Outstanding } from './outstanding.ts';
import type { Part, Prep } from './prep.ts';
import { prepareCheck, prepareSetAcl, prepareSetData } from './update.ts';

export interface Prepared {
  readonly txn: Txn;
  readonly outstanding: Outstanding;
}

/** What takes a zxid, whether it comes out well or not. */
export type WriteRequest = Extract<
  Request,
  {
    readonly op:
      | 'create'
      | 'delete'
      | 'setData'
      | 'setACL'
      | 'check'
      | 'multi'
      | 'closeSession'
      | 'createSession'
      | 'deleteContainer'
      | 'reconfig';
  }
>;

const WRITES: ReadonlySet<Request['op']> = new Set<WriteRequest['op']>([
  'create',
  'delete',
  'setData',
  'setACL',
  'check',
  'multi',
  'closeSession',
  'createSession',
  'deleteContainer',
  'reconfig',
]);

export const isWrite = (request: ClientRequest | OwnRequest): request is WriteRequest =>
  WRITES.has(request.op);

/**
 * Turns a write into a transaction that every server can apply without a question: final names, new
 * versions, fixed ACLs. A request that fails becomes a transaction too, of type error
 * [PrepRequestProcessor.pRequest].
 */
export function prepare(prep: Prep, request: WriteRequest): Prepared {
  if (request.op === 'multi') return prepareMulti(prep, request.ops);
  const part = preparePart(prep, request);
  if (typeof part === 'string') {
    return sealed(prep, prep.outstanding, { type: 'error', code: part }, false);
  }
  return sealed(prep, part.outstanding, part.body, true);
}

/**
 * All parts share one zxid, and each is judged by what those before it will have done. When one fails,
 * nothing of the multi stays outstanding, but the parts before it stand in the transaction as they
 * were [PrepRequestProcessor.pRequestHelper, rollbackPendingChanges].
 */
function prepareMulti(
  prep: Prep,
  ops: Extract<WriteRequest, { readonly op: 'multi' }>['ops'],
): Prepared {
  const txns: TxnBody[] = [];
  let outstanding: Outstanding = prep.outstanding;
  let failed = false;
  for (const op of ops) {
    const part = failed ? 'RuntimeInconsistency' : preparePart({ ...prep, outstanding }, op);
    if (typeof part === 'string') {
      failed = true;
      outstanding = prep.outstanding;
      txns.push({ type: 'error', code: part });
    } else {
      ({ outstanding } = part);
      txns.push(part.body);
    }
  }
  return sealed(prep, outstanding, { type: 'multi', txns }, true);
}

const sealed = (
  { tree, session, cxid, zxid, time }: Prep,
  outstanding: Outstanding,
  body: TxnBody,
  digested: boolean,
): Prepared => ({
  outstanding,
  txn: {
    session,
    cxid,
    zxid,
    time,
    body,
    digest: digested ? futureDigest(tree, outstanding) : null,
  },
});

/** [PrepRequestProcessor.pRequest2Txn] */
function preparePart(prep: Prep, request: Exclude<WriteRequest, { readonly op: 'multi' }>): Part {
  const { outstanding, sessionCheck } = prep;
  switch (request.op) {
    case 'createSession':
      return { body: { type: 'createSession', timeout: request.timeout }, outstanding };
    case 'closeSession': // whoever asks: an expiry comes from no connection
      return prepareClose(prep);
    case 'deleteContainer':
      return prepareContainerGone(prep, request.path);
    case 'create':
      return prepareCreate(prep, request);
    case 'delete':
    case 'setData':
    case 'setACL':
    case 'check':
    case 'reconfig':
      break;
  }
  if (sessionCheck !== 'OK') return sessionCheck;
  switch (request.op) {
    case 'delete':
      return prepareDelete(prep, request);
    case 'setData':
      return prepareSetData(prep, request);
    case 'setACL':
      return prepareSetAcl(prep, request);
    case 'check':
      return prepareCheck(prep, request);
    case 'reconfig':
      return 'ReconfigDisabled';
  }
}
