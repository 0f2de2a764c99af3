/** A program for tests and tools: each line is a {@link Call} as JSON, and everything heard is kept. */
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
        const call = JSON.parse(input.text) as Call;
        return { state: { ...state, results: [...state.results, null] }, calls: [call] };
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
