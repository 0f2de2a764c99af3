import type { Acl } from './acl.ts';
import type { Txn, TxnBody } from './txns.ts';
import { utf8Of } from './utf8.ts';

const INT = 4;
const LONG = 8;
const BOOLEAN = 1;
/** Client, cxid, zxid, time, type [TxnHeader]. */
const HEADER = LONG + INT + LONG + LONG + INT;
/** [TxnDigest] */
const DIGEST = INT + LONG;

const text = (value: string): number => INT + utf8Of(value).length;
const buffer = (bytes: string | null): number => INT + (bytes?.length ?? 0);
const acls = (acl: readonly Acl[]): number =>
  acl.reduce((sum, { scheme, id }) => sum + INT + text(scheme) + text(id), INT);

/** Bytes of a transaction as it is proposed and logged [SerializeUtils.serializeRequest]. */
export const txnSize = ({ body, digest }: Txn): number =>
  HEADER + bodySize(body) + (digest === null ? 0 : DIGEST);

function bodySize(body: TxnBody): number {
  switch (body.type) {
    case 'create':
    case 'create2':
      return text(body.path) + buffer(body.data) + acls(body.acl) + BOOLEAN + INT;
    case 'createContainer':
      return text(body.path) + buffer(body.data) + acls(body.acl) + INT;
    case 'createTTL':
      return text(body.path) + buffer(body.data) + acls(body.acl) + INT + LONG;
    case 'delete':
    case 'deleteContainer':
      return text(body.path);
    case 'setData':
    case 'reconfig':
      return text(body.path) + buffer(body.data) + INT;
    case 'setACL':
      return text(body.path) + acls(body.acl) + INT;
    case 'check':
      return text(body.path) + INT;
    case 'createSession':
    case 'error':
      return INT;
    case 'closeSession':
      return body.paths.reduce((sum, path) => sum + text(path), INT);
    case 'multi':
      return body.txns.reduce((sum, part) => sum + INT + INT + bodySize(part), INT);
  }
}
