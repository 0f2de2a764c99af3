/** The form of what only the generals understand. */
import * as v from 'valibot';
import { list, ms, name, pid, some, whole } from '../schema-primitives.ts';
import { LIMITS } from '../../view/limits.ts';

const between = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const order = v.pipe(v.string(), v.minLength(1), v.maxLength(8));
const path = v.pipe(v.array(pid), v.minLength(1), v.maxLength(4));
const tie = v.picklist(['default', 'commander', 'other']);

export const byzantineSetup = v.strictObject({
  generals: between(2, 10),
  rounds: v.exactOptional(between(0, 3)),
  commander: v.exactOptional(pid),
  traitors: v.exactOptional(list(pid, LIMITS.namedAtOnce)),
  values: v.exactOptional(v.pipe(v.array(order), v.minLength(2), v.maxLength(4))),
  order: v.exactOptional(order),
  strategy: v.exactOptional(v.picklist(['flip', 'split', 'silent', 'random'])),
  lies: v.exactOptional(list(v.strictObject({ path, to: pid, value: v.nullable(order) }))),
  tie: v.exactOptional(tie),
  signed: v.exactOptional(v.boolean()),
  roundMs: v.exactOptional(v.pipe(ms, v.minValue(1), v.maxValue(1e6))),
  twoGenerals: v.exactOptional(
    v.strictObject({
      confirmations: between(0, 11),
      needs: v.exactOptional(v.strictTuple([between(0, 12), between(0, 12)])),
    }),
  ),
  broken: v.exactOptional(list(name, LIMITS.namedAtOnce)),
});

export const someByzantineSetup = v.strictObject(some(byzantineSetup.entries));

const failing = v.picklist(['none', 'IC1', 'IC2']);

export const byzantineConditions = {
  decided: v.strictObject({
    decided: v.union(
      [v.literal('all'), v.strictObject({ pid, value: v.exactOptional(order) })],
      '"all" or {"pid": …}',
    ),
  }),
  round: v.strictObject({ round: whole }),
  ic: v.strictObject({
    ic: v.strictObject({
      of: v.picklist([1, 2]),
      is: v.picklist(['holds', 'fails', 'idle']),
    }),
  }),
  sent: v.strictObject({ sent: whole }),
  lies: v.strictObject({ lies: whole }),
  heard: v.strictObject({
    heard: v.strictObject({ pid, path, value: v.nullable(order) }),
  }),
  worth: v.strictObject({ worth: v.strictObject({ pid, path, value: order }) }),
  signedValues: v.strictObject({
    signedValues: v.strictObject({ pid, are: list(order) }),
  }),
  refusedMessages: v.strictObject({
    refusedMessages: v.strictObject({ pid, count: whole }),
  }),
  proof: v.strictObject({ proof: pid }),
  everyLie: v.strictObject({
    everyLie: v.strictObject({
      generals: between(3, 5),
      count: whole,
      failing: whole,
      tie: v.exactOptional(tie),
    }),
  }),
  tieRule: v.strictObject({
    tieRule: v.strictObject({ rule: tie, lieutenantLies: failing, commanderLies: failing }),
  }),
  sameToL1: v.strictObject({ sameToL1: v.boolean() }),
  dawn: v.strictObject({ dawn: v.picklist(['both', 'nobody', 'alone']) }),
  messenger: v.strictObject({
    messenger: v.strictObject({ number: whole, is: v.picklist(['arrived', 'lost']) }),
  }),
  safeRules: v.strictObject({
    safeRules: v.strictObject({ messengers: between(1, 12), are: whole }),
  }),
};
