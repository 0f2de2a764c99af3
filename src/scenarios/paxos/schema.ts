/** The form of what only Paxos understands. */
import * as v from 'valibot';
import { LIMITS } from '../../view/limits.ts';
import { list, ms, name, pid, positive, sid, some, whole } from '../schema-primitives.ts';

const pauses = [
  v.strictObject({ policy: v.literal('by-hand') }),
  v.strictObject({ policy: v.literal('immediate') }),
  v.strictObject({ policy: v.literal('fixed'), ms }),
  v.strictObject({ policy: v.literal('random'), ms }),
  v.strictObject({ policy: v.literal('exponential'), ms }),
] as const;

const paxosProcess = v.strictObject({
  id: sid,
  name: v.exactOptional(v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9]{0,7}$/))),
  roles: v.pipe(
    v.array(v.picklist(['proposer', 'acceptor', 'learner'])),
    v.minLength(1),
    v.maxLength(LIMITS.namedAtOnce),
  ),
  value: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(20))),
  proposeMs: v.exactOptional(v.nullable(ms)),
  startMs: v.exactOptional(v.nullable(ms)),
  retry: v.exactOptional(v.variant('policy', pauses)),
});

const retry = v.variant('policy', [
  ...pauses,
  v.strictObject({ policy: v.literal('leader'), leaseMs: ms }),
]);

export const paxosSetup = v.strictObject({
  processes: list(paxosProcess, LIMITS.namedAtOnce),
  refusal: v.exactOptional(v.picklist(['nack', 'silence'])),
  learning: v.exactOptional(v.picklist(['none', 'L1', 'L2', 'L3'])),
  distinguished: v.exactOptional(list(pid, LIMITS.namedAtOnce)),
  retry: v.exactOptional(retry),
  timeoutMs: v.exactOptional(v.nullable(ms)),
  delivery: v.exactOptional(v.picklist(['auto', 'by-hand'])),
  schedule: v.exactOptional(
    v.strictObject({
      rows: v.pipe(v.array(name), v.minLength(1), v.maxLength(LIMITS.listItems)),
      repeatFrom: v.exactOptional(whole),
      everyMs: v.exactOptional(v.pipe(v.number(), v.minValue(0.01), v.maxValue(1e6))),
    }),
  ),
  watch: v.exactOptional(list(name, LIMITS.namedAtOnce)),
  broken: v.exactOptional(list(name, LIMITS.namedAtOnce)),
});

export const somePaxosSetup = v.strictObject(some(paxosSetup.entries));

export const paxosConditions = {
  chosen: v.strictObject({
    chosen: v.union(
      [
        v.picklist(['any', 'none']),
        v.strictObject({ value: name, ballot: v.exactOptional(positive) }),
      ],
      '"any", "none" or {"value": …}',
    ),
  }),
  prospect: v.strictObject({
    prospect: v.strictObject({
      value: name,
      is: v.picklist(['chosen', 'possible', 'impossible']),
    }),
  }),
  promised: v.strictObject({ promised: v.strictObject({ pid, ballot: whole }) }),
  accepted: v.strictObject({
    accepted: v.strictObject({ pid, ballot: whole, value: v.exactOptional(name) }),
  }),
  learned: v.strictObject({ learned: v.strictObject({ pid, value: v.exactOptional(name) }) }),
  ballot: v.strictObject({ ballot: v.strictObject({ pid, atLeast: positive }) }),
  proposes: v.strictObject({
    proposes: v.strictObject({ pid, value: name, ballot: v.exactOptional(positive) }),
  }),
  rows: v.strictObject({ rows: whole }),
  livelock: v.strictObject({ livelock: v.boolean() }),
};
