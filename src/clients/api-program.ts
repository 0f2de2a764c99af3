/**
 * A program for tests and tools: each line is a {@link Call} as JSON, or a list of them to be made at
 * once, and everything heard is kept, in pages: a copy of the world shares them.
 */
import { append, noPages, put } from '../kernel/pages.ts';
import type { Pages } from '../kernel/pages.ts';
import type { Call, CallResult, WatchedEvent } from './calls.ts';
import { AGAIN } from './routine.ts';
import type { Routine } from './routine.ts';
import { routines } from './routines.ts';
import { firstOf, submit } from './steps.ts';

export interface ApiState {
  /** By the ticket of the call; null while it waits. */
  results: Pages<CallResult>;
  events: Pages<Told>;
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
  begins: { results: noPages, events: noPages },
  hears: ['line', 'session-each'],
  *round(me) {
    const next = yield* firstOf(...heard);
    switch (next.kind) {
      case 'line': {
        const read = JSON.parse(next.text) as Call | readonly Call[];
        const calls: readonly Call[] = Array.isArray(read) ? read : [read as Call];
        for (const call of calls) {
          yield* submit(call);
          me.results = { ...me.results, length: me.results.length + 1 };
        }
        break;
      }
      case 'result':
        me.results = put(me.results, next.call, next.result);
        break;
      case 'event':
        me.events = append(me.events, { watcher: next.watcher, event: next.event });
        break;
      case 'session':
        me.events = append(me.events, { watcher: next.watcher, event: news(next.state) });
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
