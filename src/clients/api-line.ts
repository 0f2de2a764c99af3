/** A line for the program `api`, which anybody may write into a file: only what is a call is made. */
import * as v from 'valibot';
import type { Call } from './calls.ts';

const text = v.string();
const bytes = v.nullable(text);
const whole = v.pipe(v.number(), v.safeInteger());
const ms = v.pipe(whole, v.minValue(1));
const acls = v.nullable(v.array(v.object({ scheme: text, id: text, perms: whole })));
const watcherType = v.picklist(['Children', 'Data', 'Any']);

const create = v.object({
  op: v.literal('create'),
  path: text,
  data: bytes,
  acl: acls,
  mode: v.picklist([
    'PERSISTENT',
    'EPHEMERAL',
    'PERSISTENT_SEQUENTIAL',
    'EPHEMERAL_SEQUENTIAL',
    'CONTAINER',
    'PERSISTENT_WITH_TTL',
    'PERSISTENT_SEQUENTIAL_WITH_TTL',
  ]),
  ttl: v.exactOptional(whole),
  withStat: v.exactOptional(v.boolean()),
});
const setData = v.object({ op: v.literal('setData'), path: text, data: bytes, version: whole });
const versioned = v.object({ op: v.picklist(['delete', 'check']), path: text, version: whole });
const readPart = v.object({ op: v.picklist(['getData', 'getChildren']), path: text });

const request = v.variant('op', [
  create,
  setData,
  versioned,
  v.object({ op: v.literal('setACL'), path: text, acl: acls, version: whole }),
  v.object({
    op: v.literal('multi'),
    ops: v.array(v.variant('op', [create, setData, versioned])),
  }),
  v.object({ op: v.literal('multiRead'), ops: v.array(readPart) }),
  v.object({
    op: v.picklist(['exists', 'getData', 'getChildren', 'getChildren2']),
    path: text,
    watch: v.boolean(),
  }),
  v.object({
    op: v.picklist(['getACL', 'sync', 'getEphemerals', 'getAllChildrenNumber']),
    path: text,
  }),
  v.object({
    op: v.literal('addWatch'),
    path: text,
    mode: v.picklist(['PERSISTENT', 'PERSISTENT_RECURSIVE']),
  }),
  v.object({
    op: v.literal('reconfig'),
    joining: bytes,
    leaving: bytes,
    members: bytes,
    version: whole,
  }),
  v.object({ op: v.literal('whoAmI') }),
]);

const address = v.object({ host: text, port: whole });

/** What is asked of a process outside is read by that process, which answers `UnknownOp`. */
const call = v.variant('kind', [
  v.object({ kind: v.literal('request'), request, watcher: v.exactOptional(text) }),
  v.object({ kind: v.literal('addAuth'), scheme: text, auth: bytes }),
  v.object({
    kind: v.literal('removeWatches'),
    path: text,
    type: watcherType,
    watcher: v.nullable(text),
    local: v.boolean(),
  }),
  v.object({ kind: v.literal('close') }),
  v.object({
    kind: v.literal('connect'),
    timeoutMs: v.exactOptional(ms),
    servers: v.exactOptional(v.array(address)),
  }),
]) satisfies v.GenericSchema<unknown, Exclude<Call, { kind: 'ask' }>>;

const calls = v.pipe(v.array(call), v.maxLength(1000));

/**
 * The calls of a line, one or a list of them as JSON; null when it holds anything else. They are those
 * of the line, not copies by the form: the order of their fields is in the digests of old runs.
 */
export function callsOf(written: string): readonly Call[] | null {
  const read = v.safeParse(v.pipe(text, v.parseJson()), written);
  if (!read.success) return null;
  const all = Array.isArray(read.output) ? read.output : [read.output];
  return v.is(calls, all) ? (all as readonly Call[]) : null;
}
