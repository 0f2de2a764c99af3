import { allowed, fixedAcl } from '../acl/check.ts';
import { PERMS } from '../records/acl.ts';
import { pathProblem } from '../records/paths.ts';
import type { CheckRequest, ClientRequest, SetDataRequest } from '../records/requests.ts';
import { futureNode, willBe } from './outstanding.ts';
import { overQuota } from './over-quota.ts';
import type { Part, Prep } from './prep.ts';

/** −1 fits every version. */
export const versionFits = (version: number, wanted: number): boolean =>
  wanted === -1 || wanted === version;

/** [PrepRequestProcessor.pRequest2Txn, setData] */
export function prepareSetData(prep: Prep, { path, data, version }: SetDataRequest): Part {
  const { tree, outstanding, rules, ids, zxid, time } = prep;
  if (pathProblem(path) !== null) return 'BadArguments';
  const node = futureNode(tree, outstanding, path);
  if (node === null) return 'NoNode';
  if (!allowed(node.acl, PERMS.WRITE, ids, rules.skipACL)) return 'NoAuth';
  const bytes = (data?.length ?? 0) - (node.data?.length ?? 0);
  if (overQuota(tree, rules, path, bytes, 0)) return 'QuotaExceeded';
  if (!versionFits(node.stat.version, version)) return 'BadVersion';
  const next = (node.stat.version + 1) | 0;
  const stat = { ...node.stat, version: next, mzxid: zxid, mtime: time };
  return {
    body: { type: 'setData', path, data, version: next },
    outstanding: willBe(tree, outstanding, zxid, path, { ...node, data, stat }),
  };
}

/** [PrepRequestProcessor.pRequest2Txn, setACL] */
export function prepareSetAcl(
  prep: Prep,
  request: Extract<ClientRequest, { readonly op: 'setACL' }>,
): Part {
  const { tree, outstanding, rules, ids, zxid } = prep;
  const { path } = request;
  if (pathProblem(path) !== null) return 'BadArguments';
  const acl = fixedAcl(request.acl, ids);
  if (acl === null) return 'InvalidACL';
  const node = futureNode(tree, outstanding, path);
  if (node === null) return 'NoNode';
  if (!allowed(node.acl, PERMS.ADMIN, ids, rules.skipACL)) return 'NoAuth';
  if (!versionFits(node.stat.aversion, request.version)) return 'BadVersion';
  const aversion = (node.stat.aversion + 1) | 0;
  // The record keeps the old ACL: a request behind this one in the pipeline is judged by it.
  const stat = { ...node.stat, aversion };
  return {
    body: { type: 'setACL', path, acl, version: aversion },
    outstanding: willBe(tree, outstanding, zxid, path, { ...node, stat }),
  };
}

/** [PrepRequestProcessor.pRequest2Txn, check] */
export function prepareCheck(prep: Prep, { path, version }: CheckRequest): Part {
  const { tree, outstanding, rules, ids } = prep;
  if (pathProblem(path) !== null) return 'BadArguments';
  const node = futureNode(tree, outstanding, path);
  if (node === null) return 'NoNode';
  if (!allowed(node.acl, PERMS.READ, ids, rules.skipACL)) return 'NoAuth';
  if (!versionFits(node.stat.version, version)) return 'BadVersion';
  return { body: { type: 'check', path, version: (node.stat.version + 1) | 0 }, outstanding };
}
