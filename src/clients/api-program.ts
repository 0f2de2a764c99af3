/**
 * A program for tests and tools: each line is a `Call` as JSON, or a list of them to be made at
 * once, and everything heard is kept, in lists that copies of the world share. A line that is no such
 * thing asks for nothing.
 */
import { noItems, withItem } from '../kernel/long-list.ts';
import type { LongList } from '../kernel/long-list.ts';
import { callsOf } from './api-line.ts';
import type { CallResult, WatchedEvent } from './calls.ts';
import { AGAIN } from './routine.ts';
import type { Routine } from './routine.ts';
import { routines } from './routines.ts';
import { firstOf, submit } from './steps.ts';

export interface ApiState {
  /** By the ticket of the call; null while it waits. */
  results: LongList<CallResult | null>;
  events: LongList<Told>;
}

/** What a watcher was told, or with the handle's own what became of its connection. */
export interface Told {
  readonly watcher: string;
  readonly event: WatchedEvent;
}

const heard = [
  { kind: 'line' },
  { kind: 'result' },
  { kind: 'event' },
  { kind: 'session' },
] as const;

const api: Routine<ApiState> = {
  name: 'api',
  begins: { results: noItems, events: noItems },
  hears: ['line', 'session-each'],
  *round(me) {
    const next = yield* firstOf(...heard);
    switch (next.kind) {
      case 'line': {
        for (const call of callsOf(next.text) ?? []) {
          yield* submit(call);
          me.results = withItem(me.results, me.results.longList, null);
        }
        break;
      }
      case 'result':
        me.results = withItem(me.results, next.call, next.result);
        break;
      case 'event':
        me.events = withItem(me.events, me.events.longList, {
          watcher: next.watcher,
          event: next.event,
        });
        break;
      case 'session':
        me.events = withItem(me.events, me.events.longList, {
          watcher: next.watcher,
          event: news(next.state),
        });
        break;
      default:
    }
    return AGAIN;
  },
};

const news = (state: WatchedEvent['state']): WatchedEvent => ({
  state,
  type: 'None',
  path: null,
});

export const apiProgram = routines('api', api);
