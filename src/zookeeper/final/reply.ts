import type { Code } from '../records/codes.ts';
import type { OpResult, ReplyBody } from '../records/replies.ts';
import type { TxnResult } from '../tree/apply.ts';

/**
 * What a client is told of its write once it is applied [FinalRequestProcessor.processRequest]. A
 * multi that failed is not an error of the reply: its parts tell.
 */
export function writeReply(result: TxnResult): { readonly err: Code; readonly body: ReplyBody } {
  if (result.type === 'multi') {
    return { err: 'OK', body: { kind: 'multi', results: result.parts.map(partOf) } };
  }
  return { err: result.err, body: result.err === 'OK' ? bodyOf(result) : { kind: 'none' } };
}

function bodyOf({ type, path, stat }: TxnResult): ReplyBody {
  switch (type) {
    case 'create':
    case 'create2':
    case 'createContainer':
    case 'createTTL':
      return { kind: 'path', path, stat };
    case 'setData':
    case 'reconfig':
    case 'setACL':
      return stat === null ? { kind: 'none' } : { kind: 'stat', stat };
    case 'delete':
    case 'deleteContainer':
    case 'check':
    case 'createSession':
    case 'closeSession':
    case 'error':
    case 'multi':
      return { kind: 'none' };
  }
}

function partOf({ type, err, path, stat }: TxnResult): OpResult {
  switch (type) {
    case 'create':
    case 'create2':
    case 'createContainer':
    case 'createTTL':
      return { op: 'create', path, stat };
    case 'setData':
      return stat === null ? { op: 'error', code: err } : { op: 'setData', stat };
    case 'delete':
    case 'deleteContainer':
      return { op: 'delete' };
    case 'check':
      return { op: 'check' };
    case 'error':
    case 'reconfig':
    case 'setACL':
    case 'createSession':
    case 'closeSession':
    case 'multi':
      return { op: 'error', code: err };
  }
}
