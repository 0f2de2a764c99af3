/** The form of what only the counter understands. */
import * as v from 'valibot';
import { LIMITS } from '../../view/limits.ts';
import { list, ms, name, pid, sid, some, whole } from '../schema-primitives.ts';

const counterProcess = v.strictObject({
  id: sid,
  name: v.exactOptional(v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9]{0,7}$/))),
  startMs: v.exactOptional(v.nullable(ms)),
});

export const counterSetup = v.strictObject({
  server: counterProcess,
  clients: v.pipe(v.array(counterProcess), v.minLength(1), v.maxLength(LIMITS.namedAtOnce)),
  timeoutMs: v.exactOptional(v.nullable(ms)),
  deduplicate: v.exactOptional(v.boolean()),
  broken: v.exactOptional(list(name, LIMITS.namedAtOnce)),
});

export const someCounterSetup = v.strictObject(some(counterSetup.entries));

export const counterConditions = {
  counter: v.strictObject({ counter: v.pipe(v.number(), v.safeInteger()) }),
  calls: v.strictObject({
    calls: v.strictObject({
      pid,
      outcome: v.picklist(['waiting', 'success', 'failure', 'unknown']),
      count: whole,
    }),
  }),
  arrivals: v.strictObject({
    arrivals: v.pipe(v.array(pid), v.minLength(1), v.maxLength(LIMITS.listItems)),
  }),
};
