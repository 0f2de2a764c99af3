import type { Request } from '../records/requests.ts';
import type { Txn } from '../records/txns.ts';

/** What its client asked for, as far as the transaction tells. */
export function askedFor({ body }: Txn): Request {
  switch (body.type) {
    case 'createSession':
      return { op: 'createSession', timeout: body.timeout };
    case 'closeSession':
      return { op: 'closeSession' };
    case 'delete':
      return { op: 'delete', path: body.path, version: -1 };
    case 'setData':
      return { op: 'setData', path: body.path, data: body.data, version: -1 };
    default:
      return { op: 'multi', ops: [] };
  }
}
