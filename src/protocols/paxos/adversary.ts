/**
 * The adversary of the asynchronous model as a process: it decides which message arrives next. It
 * goes by a script, row by row and for ever if the script repeats, and its place in the script is
 * part of the world's state, so that a state that comes again brings the same future.
 */
import { setup } from 'xstate';
import type { Micros } from '../../view/time.ts';
import type { PaxosEvent } from './events.ts';
import { say } from './facts.ts';
import { perform, update, when } from './machine-types.ts';
import type { Context } from './machine-types.ts';
import type { Member, Scheduler } from './member.ts';
import { edit } from './member.ts';
import type { Propose } from './messages.ts';
import { answersTo, rowAfter, told } from './script.ts';
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

/** Parts of a row's time: so long a message travels, and so long it is until the next act. */
const TRAVEL = 0.4;
const UNTIL_NEXT = { request: 0.1, answer: 0.45, done: 0.45 } as const;

/** One act of a row, and when the next one comes. */
function act(s: Member, e: PaxosEvent): Member {
  const next = acted(s, e);
  explainRow(next, e);
  setNext(next, e);
  return next;
}

/** Its request leaves, then its answer, then it is done; whether the message was there decides what comes next. */
function acted(s: Member, e: PaxosEvent): Member {
  const { scheduler, script, every } = schedulerOf(s);
  const row = rowOf(s);
  if (row === null) return s;
  const travels = Math.floor(every * TRAVEL);
  switch (scheduler.next) {
    case 'request':
      if (!deliverRequest(s, e, row, travels)) return s;
      return to(s, { next: row.kind === 'request' ? 'answer' : 'done' });
    case 'answer': {
      const came =
        row.kind === 'request' && e.io.deliver(row.to, row.from, answersTo[row.type], travels);
      // Without refusals there may be nothing to wait for.
      return came || !s.config.nacks ? to(s, { next: 'done' }) : s;
    }
    case 'done':
      return to(s, {
        row: rowAfter(script, scheduler.row ?? 0),
        next: 'request',
        done: scheduler.done + 1,
      });
  }
}

function to(s: Member, change: Partial<Scheduler>): Member {
  const next = edit(s);
  next.scheduler = { ...schedulerOf(s).scheduler, ...change };
  return next;
}

function deliverRequest(s: Member, e: PaxosEvent, row: Row, travels: Micros): boolean {
  switch (row.kind) {
    case 'request':
      return e.io.deliver(row.from, row.to, [row.type], travels);
    case 'drop':
      return e.io.drop(row.from, row.to, [row.type]);
    case 'learn':
      return e.io.deliver(row.from, row.to, told, travels);
    case 'decide':
      return e.io.deliver(row.pid, row.pid, ['DECIDE'], travels);
    case 'propose': {
      const propose: Propose = { type: 'PROPOSE' };
      e.io.sendTo(row.pid, propose);
      return e.io.deliver(s.pid, row.pid, ['PROPOSE'], travels);
    }
  }
}

function explainRow(s: Member, e: PaxosEvent): void {
  if (!e.io.explaining) return;
  const { scheduler, script } = schedulerOf(s);
  const { done, next } = scheduler;
  if (next !== 'request' || done === 0) return;
  const { length } = script.rows;
  const from = script.repeatFrom ?? 0;
  const row = done <= length ? done : from + 1 + ((done - 1 - length) % (length - from));
  say(e, 'row-delivered', { row, done });
}

function setNext(s: Member, e: PaxosEvent): void {
  const { scheduler, every } = schedulerOf(s);
  const { next } = scheduler;
  // A step that a proposer takes by itself has no answer, and its row is as long as the others.
  const alone = next === 'done' && rowOf(s)?.kind !== 'request';
  const part = alone ? UNTIL_NEXT.answer + UNTIL_NEXT.done : UNTIL_NEXT[next];
  e.io.setTimer('ROW', Math.ceil(every * part));
}

export const adversaryMachine = setup({
  types: { context: {} as Context, events: {} as PaxosEvent },
  guards: { isOver: when((s) => rowOf(s) === null) },
  actions: {
    act: update(act),
    setNext: perform(setNext),
  },
}).createMachine({
  id: 'schedule',
  context: { s: null as unknown as Member },
  initial: 'delivering',
  states: {
    delivering: {
      entry: 'setNext',
      on: { ROW: { actions: 'act' } },
      always: { guard: 'isOver', target: 'over' },
    },
    over: {},
  },
});
