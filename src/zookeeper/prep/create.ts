import { allowed, fixedAcl } from '../acl/check.ts';
import { PERMS } from '../records/acl.ts';
import { CONTAINER_OWNER, MAX_TTL, ownerKind, ttlOwner } from '../records/owner.ts';
import { parentOf, pathProblem } from '../records/paths.ts';
import type { CreateMode, CreateRequest } from '../records/requests.ts';
import type { TxnBody } from '../records/txns.ts';
import { NO_SESSION } from '../records/values.ts';
import type { SessionId } from '../records/values.ts';
import { futureNode, willBe } from './outstanding.ts';
import type { Part, Prep } from './prep.ts';
import { overQuota } from './over-quota.ts';

/** [PrepRequestProcessor.pRequest2TxnCreate] */
export function prepareCreate(prep: Prep, request: CreateRequest): Part {
  const { tree, outstanding, rules, ids, zxid, time } = prep;
  const { mode, data } = request;
  const ttl = request.ttl ?? -1;

  if (hasTtl(mode) && !rules.extendedTypesEnabled) return 'Unimplemented';
  if (hasTtl(mode) && !(ttl > 0 && ttl <= MAX_TTL)) return 'BadArguments';
  const { sessionCheck, ephemeralCheck = sessionCheck } = prep;
  const check = isEphemeral(mode) ? ephemeralCheck : sessionCheck;
  if (check !== 'OK') return check;
  if (!request.path.includes('/') || request.path.includes('\0')) return 'BadArguments';
  const acl = fixedAcl(request.acl, ids);
  if (acl === null) return 'InvalidACL';
  const parentPath = parentOf(request.path);
  const parent = futureNode(tree, outstanding, parentPath);
  if (parent === null) return 'NoNode';
  if (!allowed(parent.acl, PERMS.CREATE, ids, rules.skipACL)) return 'NoAuth';
  const path = isSequential(mode)
    ? request.path + sequenceNumber(parent.stat.cversion)
    : request.path;
  if (pathProblem(path) !== null) return 'BadArguments';
  if (futureNode(tree, outstanding, path) !== null) return 'NodeExists';
  if (ownerKind(parent.stat.owner) === 'session') return 'NoChildrenForEphemerals';
  if (overQuota(tree, rules, path, data?.length ?? 0, 1)) return 'QuotaExceeded';

  const cversion = (parent.stat.cversion + 1) | 0;
  const stat = {
    czxid: zxid,
    mzxid: zxid,
    pzxid: zxid,
    ctime: time,
    mtime: time,
    version: 0,
    cversion: 0,
    aversion: 0,
    owner: ownerOf(mode, prep.session, ttl),
  };
  const counted = willBe(tree, outstanding, zxid, parentPath, {
    ...parent,
    childCount: parent.childCount + 1,
    stat: { ...parent.stat, cversion, pzxid: zxid },
  });
  return {
    outstanding: willBe(tree, counted, zxid, path, { stat, childCount: 0, acl, data }),
    body: {
      type: txnType(request),
      path,
      data,
      acl,
      ephemeral: isEphemeral(mode),
      parentCVersion: cversion,
      ttl: hasTtl(mode) ? ttl : 0,
    },
  };
}

/**
 * Ten digits of the number of children that the parent has ever had. It is a signed int: one request
 * that comes while that which reached the end is still on its way gets `-2147483648`.
 */
export const sequenceNumber = (creates: number): string =>
  creates < 0 ? `-${String(-creates).padStart(9, '0')}` : String(creates).padStart(10, '0');

const isSequential = (mode: CreateMode): boolean => mode.includes('SEQUENTIAL');
const isEphemeral = (mode: CreateMode): boolean => mode.startsWith('EPHEMERAL');
const hasTtl = (mode: CreateMode): boolean => mode.endsWith('TTL');

function ownerOf(mode: CreateMode, session: SessionId, ttl: number): SessionId {
  if (mode === 'CONTAINER') return CONTAINER_OWNER;
  if (hasTtl(mode)) return ttlOwner(ttl);
  return isEphemeral(mode) ? session : NO_SESSION;
}

function txnType({ mode, withStat }: CreateRequest): Extract<TxnBody, { ttl: number }>['type'] {
  if (mode === 'CONTAINER') return 'createContainer';
  if (hasTtl(mode)) return 'createTTL';
  return withStat === true ? 'create2' : 'create';
}
