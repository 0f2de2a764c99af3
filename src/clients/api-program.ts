/**
 * A program for tests and tools: each line is a {@link Call} as JSON, or a list of them to be made at
 * once, and everything heard is kept.
 */
import type { Call, CallResult, WatchedEvent } from './calls.ts';
import type { Program } from './program.ts';

export interface ApiState {
  /** By the number of the call; null while it waits. */
  readonly results: readonly (CallResult | null)[];
  readonly events: readonly { readonly watcher: string; readonly event: WatchedEvent }[];
}

export const apiProgram: Program<ApiState> = {
  name: 'api',
  initial: { results: [], events: [] },
  next: (state, input) => {
    switch (input.kind) {
      case 'line': {
        const read = JSON.parse(input.text) as Call | readonly Call[];
        const calls: readonly Call[] = Array.isArray(read) ? read : [read as Call];
        const results = [...state.results, ...calls.map(() => null)];
        return { state: { ...state, results }, calls };
      }
      case 'result': {
        const results = state.results.with(input.call, input.result);
        return { state: { ...state, results } };
      }
      case 'event': {
        const { watcher, event } = input;
        return { state: { ...state, events: [...state.events, { watcher, event }] } };
      }
      case 'start':
      case 'wake':
        return { state };
    }
  },
};
