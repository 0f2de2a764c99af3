import * as v from 'valibot';
import type { ProblemView } from '../../view/command.ts';
import { LIMITS } from '../../view/limits.ts';
import type { CounterSetup } from '../../view/counter.ts';
import type { ProtocolForm } from '../form.ts';
import { problem } from '../problem.ts';
import { list, ms, name, pid, sid, some, whole } from '../schema-primitives.ts';

/** The form of what only the counter understands. */

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

/** Everything that a set-up of the right form can still have wrong. */
export function checkCounterSetup({ server, clients }: CounterSetup): ProblemView[] {
  const problems: ProblemView[] = [];
  const all = [...clients, server];
  const placeOf = (index: number): readonly (string | number)[] =>
    index < clients.length ? ['setup', 'clients', index, 'id'] : ['setup', 'server', 'id'];
  if (all.length > LIMITS.shownServers) {
    const text = `${all.length} processes are too many; at most ${LIMITS.shownServers} can be shown. Remove some.`;
    const data = { count: all.length, most: LIMITS.shownServers };
    problems.push(problem('scenario-many-servers', ['setup', 'clients'], text, data));
  }
  all.forEach(({ id }, index) => {
    if (all.findIndex((other) => other.id === id) === index) return;
    const text = `Process ${id} is there twice. Give one of them another id.`;
    problems.push(problem('scenario-sid-twice', placeOf(index), text, { sid: id }));
  });
  return problems;
}

export const counterForm = {
  model: 'counter',
  setup: counterSetup,
  someSetup: someCounterSetup,
  conditions: counterConditions,
  views: ['space-time', 'events', 'messages'],
  veiled: ['counter'],
  invariants: ['C-Success', 'C-Failure', 'C-Sum', 'C-Once'],
  rules: ['answer-before-disk', 'forget-call-ids'],
  check: checkCounterSetup,
  pids: ({ server, clients }) => [...clients, server].map(({ id }) => id),
} as const satisfies ProtocolForm<'counter'>;
