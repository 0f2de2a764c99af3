/** Steps that ask a server: what they ask, and what of its answer goes into variables. */
import type { Deed, MultiStep, Verbs } from '../../view/recipe-program.ts';
import { zxidText } from '../../view/zxid.ts';
import type { Code } from '../../zookeeper/records/codes.ts';
import type { CreateMode, CreateRequest, MultiOp } from '../../zookeeper/records/requests.ts';
import { textOf, utf8Of } from '../../zookeeper/records/utf8.ts';
import { OPEN_ACL } from '../../zookeeper/tree/acl-cache.ts';
import type { CallResult, UserRequest } from '../calls.ts';
import type { Mind } from './mind.ts';
import { setValue } from './mind.ts';
import { shortName } from './names.ts';
import { LIMITS } from '../../view/limits.ts';
import { numberAt, ProgramFault, textAt } from './values.ts';
import type { Values } from './values.ts';

const ANY_VERSION = -1;

const modeOf = ({
  ephemeral = false,
  sequential = false,
}: {
  readonly ephemeral?: boolean;
  readonly sequential?: boolean;
}): CreateMode =>
  `${ephemeral ? 'EPHEMERAL' : 'PERSISTENT'}${sequential ? ('_SEQUENTIAL' as const) : ('' as const)}`;

const versionIn = (version: Verbs['delete']['version'], values: Values): number =>
  version === undefined ? ANY_VERSION : numberAt(version, values);

const creation = (create: Omit<Verbs['create'], 'on'>, values: Values): CreateRequest => ({
  op: 'create',
  path: textAt(create.path, values),
  data: create.data === undefined ? null : utf8Of(textAt(create.data, values)),
  acl: OPEN_ACL,
  mode: modeOf(create),
});

function partOf(step: MultiStep, values: Values): MultiOp {
  if ('create' in step) return creation(step.create, values);
  if ('setData' in step) {
    const { path, data, version } = step.setData;
    return {
      op: 'setData',
      path: textAt(path, values),
      data: utf8Of(textAt(data, values)),
      version: versionIn(version, values),
    };
  }
  const [op, { path, version }] =
    'check' in step ? (['check', step.check] as const) : (['delete', step.delete] as const);
  return { op, path: textAt(path, values), version: versionIn(version, values) };
}

/** What a step asks a server; null: it asks none. @throws ProgramFault */
export function requestOf(deed: Deed, values: Values): UserRequest | null {
  const { create, delete: remove, setData, getData, exists, getChildren, sync, multi } = deed;
  if (create !== undefined) return creation(create, values);
  if (remove !== undefined || setData !== undefined) {
    const [step] = remove === undefined ? [{ setData } as MultiStep] : [{ delete: remove }];
    return partOf(step, values);
  }
  if (multi !== undefined)
    return { op: 'multi', ops: multi.ops.map((step) => partOf(step, values)) };
  if (sync !== undefined) return { op: 'sync', path: textAt(sync.path, values) };
  const reads = { getData, exists, getChildren };
  for (const op of ['getData', 'exists', 'getChildren'] as const) {
    const read = reads[op];
    if (read !== undefined)
      return { op, path: textAt(read.path, values), watch: read.watch === true };
  }
  return null;
}

/** What a reply comes to: that of a multi is the first error of its parts. */
export function codeOf({ err, body }: CallResult): Code {
  if (err !== 'OK' || body.kind !== 'multi') return err;
  for (const part of body.results)
    if (part.op === 'error' && part.code !== 'OK' && part.code !== 'RuntimeInconsistency')
      return part.code;
  return 'OK';
}

/** Takes what a step wants of its answer. @returns what is shown of it */
export function take(me: Mind, deed: Deed, { body, zxid }: CallResult, path: string): string {
  const { create, setData, getData, exists, getChildren, multi } = deed;
  switch (body.kind) {
    case 'path':
      setValue(me, create?.into, body.path);
      setValue(me, create?.zxid, zxid);
      return zxidText(zxid);
    case 'stat':
      if (exists !== undefined) {
        setValue(me, exists.zxid, body.stat.czxid);
        return shortName(path);
      }
      setValue(me, setData?.into, body.stat.version);
      setValue(me, setData?.zxid, zxid);
      return zxidText(zxid);
    case 'data': {
      const text = body.data === null ? '' : textOf(body.data);
      if (text.length > LIMITS.recipeText) throw new ProgramFault('a text is too long');
      setValue(me, getData?.into, getData?.number === true ? Number(text) : text);
      setValue(me, getData?.version, body.stat.version);
      setValue(me, getData?.zxid, body.stat.mzxid);
      return text;
    }
    case 'children':
      if (body.children.length > LIMITS.recipeNames) throw new ProgramFault('a list is too long');
      setValue(me, getChildren?.into, body.children);
      return String(body.children.length);
    case 'multi': {
      const made = body.results.flatMap((part) => (part.op === 'create' ? [part.path] : []));
      setValue(me, multi?.into, made);
      return zxidText(zxid);
    }
    default:
      return zxidText(zxid);
  }
}

/** The watch that a request has set; null: none. */
export function watchedBy(request: UserRequest, code: Code): Mind['watching'] | null {
  if (!('watch' in request) || !request.watch) return null;
  const { op, path } = request;
  if (code === 'OK')
    return { path, of: op === 'getChildren' ? 'NodeChildrenChanged' : 'NodeDeleted' };
  // Of a node that is not there only `exists` leaves a watch.
  return code === 'NoNode' && op === 'exists' ? { path, of: 'NodeCreated' } : null;
}
