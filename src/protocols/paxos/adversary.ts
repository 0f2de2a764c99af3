/**
 * The adversary of the asynchronous model as a process: it decides which message arrives next. It
 * goes by a script, row by row and for ever if the script repeats, and its place in the script is
 * part of the world's state, so that a state that comes again brings the same future.
 */
import { setup } from 'xstate';
import type { PaxosEvent } from './events.ts';
import { say } from './facts.ts';
import { perform, update, when } from './machine-types.ts';
import type { Context } from './machine-types.ts';
import type { Member, Scheduler } from './member.ts';
import { edit } from './member.ts';
import type { Propose } from './messages.ts';
import { answersTo, rowAfter } from './script.ts';
import type { Row, Script } from './script.ts';

function schedulerOf(s: Member): { scheduler: Scheduler; script: Script; every: number } {
  const { scheduler, config } = s;
  if (scheduler === null || config.scheduler === null)
    throw new TypeError(`${s.pid} schedules nothing`);
  return { scheduler, ...config.scheduler };
}

const rowOf = (s: Member): Row | null => {
  const { scheduler, script } = schedulerOf(s);
  return scheduler.row === null ? null : (script.rows[scheduler.row] ?? null);
};

/**
 * Half a row: first the request, then its answer. Delivering says whether the message was there, and
 * so decides what comes next; this is the one assign that has an effect.
 */
function deliver(s: Member, e: PaxosEvent): Member {
  const { scheduler, script } = schedulerOf(s);
  const row = rowOf(s);
  if (row === null) return s;
  const next = edit(s);
  if (scheduler.answering) {
    const came = row.kind !== 'request' || e.io.deliver(row.to, row.from, answersTo[row.type]);
    // Without refusals there may be nothing to wait for.
    if (!came && s.config.nacks) return s;
    const { row: index, done } = scheduler;
    next.scheduler = {
      row: rowAfter(script, index ?? 0),
      answering: false,
      done: done + 1,
    };
  } else {
    if (!deliverRequest(s, e, row)) return s;
    next.scheduler = { ...scheduler, answering: true };
  }
  return next;
}

function deliverRequest(s: Member, e: PaxosEvent, row: Row): boolean {
  switch (row.kind) {
    case 'request':
      return e.io.deliver(row.from, row.to, [row.type]);
    case 'decide':
      return e.io.deliver(row.pid, row.pid, ['DECIDE']);
    case 'propose': {
      const propose: Propose = { type: 'PROPOSE' };
      e.io.sendTo(row.pid, propose);
      return e.io.deliver(s.pid, row.pid, ['PROPOSE']);
    }
  }
}

function explainRow(s: Member, e: PaxosEvent): void {
  if (!e.io.explaining) return;
  const { scheduler, script } = schedulerOf(s);
  const { done, answering } = scheduler;
  if (answering || done === 0) return;
  const { length } = script.rows;
  const from = script.repeatFrom ?? 0;
  const row = done <= length ? done : from + 1 + ((done - 1 - length) % (length - from));
  say(e, 'row-delivered', { row, done });
}

export const adversaryMachine = setup({
  types: { context: {} as Context, events: {} as PaxosEvent },
  guards: { isOver: when((s) => rowOf(s) === null) },
  actions: {
    deliver: update(deliver),
    explainRow: perform(explainRow),
    setRow: perform((s, e) => e.io.setTimer('ROW', Math.ceil(schedulerOf(s).every / 2))),
  },
}).createMachine({
  id: 'schedule',
  context: { s: null as unknown as Member },
  initial: 'delivering',
  states: {
    delivering: {
      entry: 'setRow',
      on: { ROW: { actions: ['deliver', 'explainRow', 'setRow'] } },
      always: { guard: 'isOver', target: 'over' },
    },
    over: {},
  },
});
