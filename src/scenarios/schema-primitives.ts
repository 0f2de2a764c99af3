/** The simple values that scenario files are made of. */
import * as v from 'valibot';
import type { StatField } from '../view/stat-field.ts';
import { LIMITS } from '../view/limits.ts';

/** A server's number in `myid`. */
export const sid = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(255));
/** A server named somewhere; whether it exists is asked afterwards. */
export const pid = v.pipe(v.number(), v.integer());
export const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const positive = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
/** ms of virtual time; up to some 30 years. */
export const ms = v.pipe(v.number(), v.minValue(0), v.maxValue(1e12));
/** µs of virtual time. */
export const us = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e15));
export const probability = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
export const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
export const epoch = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0x7fffffff));
/** A list that no file can make longer than a check has time for. */
export const list = <const S extends v.GenericSchema>(
  item: S,
  most: number = LIMITS.listItems,
): v.SchemaWithPipe<
  readonly [v.ArraySchema<S, undefined>, v.MaxLengthAction<v.InferOutput<S>[], number, undefined>]
> => v.pipe(v.array(item), v.maxLength(most));

/** Names that `v.record` leaves out without a word, since every object has them already. */
export const LOST = ['__proto__', 'constructor', 'prototype'] as const;

/** An object whose fields whoever writes the file names: a record that refuses what it cannot keep. */
export function map<
  const K extends v.BaseSchema<string, string, v.BaseIssue<unknown>>,
  const V extends v.GenericSchema,
>(key: K, value: V): v.RecordSchema<K, V, undefined> {
  const record = v.record(key, value);
  const run = record['~run'].bind(record);
  return Object.assign(record, {
    '~run': (dataset: v.UnknownDataset, config: v.Config<v.BaseIssue<unknown>>) => {
      const input = dataset.value;
      const done = run(dataset, config);
      for (const key of LOST)
        if (Object.hasOwn(Object(input), key))
          v._addIssue(record, 'key', done, config, { expected: 'never', path: [{ key }] as never });
      return done;
    },
  });
}

/** The same fields, all of which may be missing. */
type Some<E extends v.ObjectEntries> = {
  readonly [K in keyof E]: E[K] extends { readonly type: 'exact_optional' }
    ? E[K]
    : v.ExactOptionalSchema<E[K] & v.GenericSchema, undefined>;
};

export function some<const E extends v.ObjectEntries>(entries: E): Some<E> {
  const all = Object.entries(entries).map(([key, field]) => [
    key,
    field.type === 'exact_optional' ? field : v.exactOptional(field as v.GenericSchema),
  ]);
  return Object.fromEntries(all) as Some<E>;
}

/** The fields of a stat. */
export const statField = v.picklist([
  'czxid',
  'mzxid',
  'pzxid',
  'ctime',
  'mtime',
  'version',
  'cversion',
  'aversion',
  'ephemeralOwner',
  'dataLength',
  'numChildren',
]) satisfies v.GenericSchema<StatField>;
