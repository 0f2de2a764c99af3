import * as v from 'valibot';
import type { Intervention, Latency } from '../view/intervention.ts';
import { LIMITS } from '../view/limits.ts';
import { list, map, name, pid, probability, us, whole } from './schema-primitives.ts';
import { scalar } from './schema-prediction.ts';

export const latencySchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('fixed'), us }),
  v.strictObject({ kind: v.literal('uniform'), min: us, max: us }),
  v.strictObject({ kind: v.literal('normal'), mean: us, deviation: us, min: us }),
  v.strictObject({
    kind: v.literal('listed'),
    us: v.pipe(v.array(us), v.minLength(1), v.maxLength(LIMITS.listItems)),
  }),
]) satisfies v.GenericSchema<Latency>;

/** A century, ms. */
const MOST_CLOCK = 3_155_760_000_000;

/** Who or what one deed is done to. */
const namedAtOnce = <const S extends v.GenericSchema>(item: S) =>
  v.pipe(v.array(item), v.minLength(1), v.maxLength(LIMITS.namedAtOnce));
const onePid = <const K extends string>(kind: K) => v.strictObject({ kind: v.literal(kind), pid });
const someLinks = <K extends string>(kind: K) =>
  v.strictObject({
    kind: v.literal(kind),
    links: namedAtOnce(v.strictObject({ a: pid, b: pid })),
  });
const oneMessage = <const K extends string>(kind: K) =>
  v.strictObject({ kind: v.literal(kind), message: whole });
const oneTimer = <const K extends string>(kind: K) =>
  v.strictObject({ kind: v.literal(kind), pid, timer: name });
const someLink = { from: v.exactOptional(pid), to: v.exactOptional(pid) };

export const interventionSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('start'), pids: namedAtOnce(pid) }),
  onePid('kill'),
  v.strictObject({ kind: v.literal('kill-all'), pids: namedAtOnce(pid) }),
  v.strictObject({ kind: v.literal('power-off'), pid, torn: v.exactOptional(v.boolean()) }),
  v.strictObject({ kind: v.literal('crash'), pid, inOrder: v.boolean() }),
  onePid('stop'),
  v.strictObject({
    kind: v.literal('configure'),
    pid,
    text: v.pipe(v.string(), v.maxLength(LIMITS.cfgCharacters)),
  }),
  onePid('pause'),
  onePid('resume'),
  onePid('wipe'),
  v.strictObject({ kind: v.literal('cut'), from: pid, to: pid, oneWay: v.boolean() }),
  v.strictObject({ kind: v.literal('mend'), a: pid, b: pid }),
  someLinks('cut-links'),
  someLinks('mend-links'),
  v.strictObject({
    kind: v.literal('partition'),
    groups: v.pipe(list(list(pid, LIMITS.namedAtOnce), LIMITS.namedAtOnce), v.minLength(2)),
    oneWay: v.boolean(),
  }),
  v.strictObject({ kind: v.literal('heal') }),
  v.strictObject({ kind: v.literal('reset'), a: pid, b: pid }),
  oneMessage('hold'),
  oneMessage('release'),
  oneMessage('deliver'),
  oneMessage('drop'),
  oneMessage('duplicate'),
  oneTimer('fire-timer'),
  oneTimer('hold-timer'),
  oneTimer('release-timer'),
  v.strictObject({ kind: v.literal('latency'), ...someLink, latency: v.nullable(latencySchema) }),
  v.strictObject({
    kind: v.literal('lossy'),
    ...someLink,
    loss: probability,
    duplication: probability,
  }),
  v.strictObject({
    kind: v.literal('set-clock'),
    pid,
    byMs: v.pipe(v.number(), v.safeInteger(), v.minValue(-MOST_CLOCK), v.maxValue(MOST_CLOCK)),
  }),
  v.strictObject({ kind: v.literal('disk-latency'), pid, latency: v.nullable(latencySchema) }),
  v.strictObject({
    kind: v.literal('input'),
    pid,
    name,
    data: map(v.pipe(v.string(), v.maxLength(100)), scalar),
  }),
]) satisfies v.GenericSchema<Intervention>;
