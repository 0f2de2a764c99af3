/** The form of a program of steps. That a step has one verb, and names only what is there, is checked apart. */
import * as v from 'valibot';
import { LIMITS } from '../../view/limits.ts';
import { STEP_ERRORS } from '../../view/recipe-program.ts';
import type { RecipeProgram } from '../../view/recipe-program.ts';
import { list, map, name, positive } from '../schema-primitives.ts';

const text = v.pipe(v.string(), v.maxLength(LIMITS.recipeText));
const number = v.number();
const term = v.union([text, number]);
const label = v.pipe(v.string(), v.regex(/^[a-z\d]+(-[a-z\d]+)*$/), v.maxLength(40));
const variable = v.pipe(v.string(), v.minLength(1), v.maxLength(40));
const onError = v.strictObject(v.entriesFromList(STEP_ERRORS, v.exactOptional(label)));
const flag = v.exactOptional(v.boolean());
const into = v.exactOptional(variable);
const call = { path: term, on: v.exactOptional(onError) };
const version = v.exactOptional(term);
const two = v.tuple([term, term]);

const creation = {
  path: term,
  data: v.exactOptional(term),
  ephemeral: flag,
  sequential: flag,
};

const part = v.union([
  v.strictObject({ check: v.strictObject({ path: term, version }) }),
  v.strictObject({ create: v.strictObject(creation) }),
  v.strictObject({ delete: v.strictObject({ path: term, version }) }),
  v.strictObject({ setData: v.strictObject({ path: term, data: term, version }) }),
]);

const awaited = v.picklist(['watch', 'any', 'session', 'go']);
const event = v.picklist(['NodeCreated', 'NodeDeleted', 'NodeDataChanged', 'NodeChildrenChanged']);
const oneOrMore = <const S extends v.GenericSchema>(one: S) =>
  v.union([one, v.pipe(v.array(one), v.minLength(1), v.maxLength(4))]);

const claim = v.variant('kind', [
  v.strictObject({ kind: v.literal('knows'), of: term, is: term, version }),
  v.strictObject({ kind: v.literal('reads-fresh'), of: term }),
  v.strictObject({ kind: v.literal('takes'), of: term }),
  v.strictObject({ kind: v.literal('unique'), of: term }),
  v.strictObject({ kind: v.literal('enters'), of: term, size: term }),
  v.strictObject({ kind: v.literal('leaves'), of: term }),
  v.strictObject({ kind: v.literal('decides'), of: term, is: term }),
]);

const verbs = {
  create: v.strictObject({ ...call, ...creation, into, zxid: into }),
  delete: v.strictObject({ ...call, version }),
  setData: v.strictObject({ ...call, data: term, version, into, zxid: into }),
  getData: v.strictObject({ ...call, watch: flag, into, version: into, zxid: into, number: flag }),
  exists: v.strictObject({
    ...call,
    watch: flag,
    zxid: into,
    own: v.exactOptional(label),
    yes: v.exactOptional(label),
    no: v.exactOptional(label),
  }),
  getChildren: v.strictObject({ ...call, watch: flag, into: variable }),
  sync: v.strictObject(call),
  multi: v.strictObject({
    ops: v.pipe(v.array(part), v.minLength(1), v.maxLength(20)),
    into,
    on: v.exactOptional(onError),
  }),
  close: v.strictObject({ on: v.exactOptional(onError) }),
  connect: v.strictObject({}),
  wait: v.strictObject({
    for: v.exactOptional(oneOrMore(awaited)),
    of: v.exactOptional(oneOrMore(event)),
    ms: v.exactOptional(term),
    late: v.exactOptional(label),
    goto: v.exactOptional(label),
    into,
  }),
  work: v.strictObject({ ms: term }),
  compute: v.strictObject({
    into: variable,
    set: v.exactOptional(term),
    add: v.exactOptional(two),
    subtract: v.exactOptional(two),
    times: v.exactOptional(two),
    random: v.exactOptional(two),
    count: v.exactOptional(term),
    item: v.exactOptional(two),
    clock: v.exactOptional(v.literal(true)),
    session: v.exactOptional(v.literal(true)),
    least: v.exactOptional(two),
    tally: v.exactOptional(v.tuple([term, term, term])),
    counted: v.exactOptional(two),
    name: v.exactOptional(term),
    without: v.exactOptional(two),
    with: v.exactOptional(two),
  }),
  pick: v.strictObject({
    from: term,
    what: v.picklist(['smallest', 'largest', 'before', 'after', 'mine', 'rank', 'count']),
    mine: v.exactOptional(term),
    prefix: v.exactOptional(text),
    into: variable,
    none: v.exactOptional(label),
  }),
  if: v.strictObject({
    is: v.tuple([term, v.picklist(['=', '!=', '<', '<=', '>', '>=', 'in']), term]),
    goto: label,
    else: v.exactOptional(label),
  }),
  goto: label,
  repeat: v.strictObject({ times: term, goto: label }),
  on: v.strictObject({
    ...onError.entries,
    Disconnected: v.exactOptional(label),
    Expired: v.exactOptional(label),
  }),
  believe: v.strictObject({ what: name, node: v.exactOptional(term) }),
  release: name,
  claim,
  call: v.strictObject({
    to: term,
    op: name,
    args: v.exactOptional(map(v.string(), v.union([term, v.boolean()]))),
    timeoutMs: v.exactOptional(term),
    into,
    on: v.exactOptional(onError),
  }),
  end: v.literal(true),
};

const some = {
  create: v.exactOptional(verbs.create),
  delete: v.exactOptional(verbs.delete),
  setData: v.exactOptional(verbs.setData),
  getData: v.exactOptional(verbs.getData),
  exists: v.exactOptional(verbs.exists),
  getChildren: v.exactOptional(verbs.getChildren),
  sync: v.exactOptional(verbs.sync),
  multi: v.exactOptional(verbs.multi),
  close: v.exactOptional(verbs.close),
  connect: v.exactOptional(verbs.connect),
  wait: v.exactOptional(verbs.wait),
  work: v.exactOptional(verbs.work),
  compute: v.exactOptional(verbs.compute),
  pick: v.exactOptional(verbs.pick),
  if: v.exactOptional(verbs.if),
  goto: v.exactOptional(verbs.goto),
  repeat: v.exactOptional(verbs.repeat),
  on: v.exactOptional(verbs.on),
  believe: v.exactOptional(verbs.believe),
  release: v.exactOptional(verbs.release),
  claim: v.exactOptional(verbs.claim),
  call: v.exactOptional(verbs.call),
  end: v.exactOptional(verbs.end),
};

const step = v.strictObject({
  ...some,
  label: v.exactOptional(label),
  joined: flag,
  note: v.exactOptional(text),
  broken: v.exactOptional(map(v.string(), v.nullable(v.strictObject(some)))),
});

const holding = v.strictObject({
  what: name,
  rule: v.picklist(['node', 'smallest', 'first', 'reader', 'writer', 'row', 'key']),
  path: text,
  count: v.exactOptional(positive),
  prefix: v.exactOptional(text),
});

export const initialValue = v.union([text, number, list(text, LIMITS.recipeNames)]);

export const values = map(variable, initialValue);

/** Its type is written down (`recipe-program.ts`); a test compares both, key by key. */
export const recipeProgram: v.GenericSchema<RecipeProgram> = v.strictObject({
  steps: v.pipe(v.array(step), v.minLength(1), v.maxLength(LIMITS.recipeSteps)),
  values: v.exactOptional(values),
  root: v.exactOptional(text),
  tree: v.exactOptional(
    list(
      v.strictObject({
        path: v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.treePath)),
        data: v.exactOptional(v.nullable(text)),
        mode: v.exactOptional(v.picklist(['persistent', 'container'])),
      }),
      LIMITS.namedAtOnce,
    ),
  ),
  holds: v.exactOptional(list(holding, 20)),
  promises: v.exactOptional(
    v.strictObject({
      fifo: flag,
      wakes: v.exactOptional(positive),
    }),
  ),
});
