/** Requests in short, for tests. */
import { PERMS } from '../records/acl.ts';
import type { Acl } from '../records/acl.ts';
import type {
  CheckRequest,
  CreateRequest,
  DeleteRequest,
  SetDataRequest,
} from '../records/requests.ts';
import { OPEN_ACL } from '../tree/acl-cache.ts';

export const create = (path: string, more: Partial<CreateRequest> = {}): CreateRequest => ({
  op: 'create',
  path,
  data: '',
  acl: OPEN_ACL,
  mode: 'PERSISTENT',
  ...more,
});

export const remove = (path: string, version = -1): DeleteRequest => ({
  op: 'delete',
  path,
  version,
});

export const set = (path: string, data = 'x', version = -1): SetDataRequest => ({
  op: 'setData',
  path,
  data,
  version,
});

export const setAcl = (path: string, acl: readonly Acl[], version = -1) =>
  ({ op: 'setACL', path, acl, version }) as const;

export const check = (path: string, version: number): CheckRequest => ({
  op: 'check',
  path,
  version,
});

/** Everybody may do what the bits say. */
export const only = (perms: number): readonly Acl[] => [{ scheme: 'world', id: 'anyone', perms }];

/** Everybody may do all but what the bits say. */
export const allBut = (perms: number): readonly Acl[] => only(PERMS.ALL & ~perms);
