/** What a command of zkCli asks for while it runs, step by step; each step is a yield of its generator. */
import type { Call, CallResult, HandleState } from '../calls.ts';

export type Asking =
  | { readonly ask: 'print'; readonly stream: 'out' | 'err'; readonly text: string }
  /** A call without waiting for what comes of it. */
  | { readonly ask: 'call'; readonly call: Call }
  /** Waits for the result of the oldest call that has not been waited for. */
  | { readonly ask: 'result' }
  /** What state the handle is in now. */
  | { readonly ask: 'state' }
  /** The process ends here; the step after it never comes. */
  | { readonly ask: 'exit' };

/** What a step is given; `print` and `call` are given nothing. */
export type Given = CallResult | HandleState;

export type Steps<T = void> = Generator<Asking, T, Given | undefined>;

/** Prints a line on standard output. */
export function* out(text: string): Steps {
  yield { ask: 'print', stream: 'out', text: `${text}\n` };
}

/** Prints a line on standard error. */
export function* err(text: string): Steps {
  yield { ask: 'print', stream: 'err', text: `${text}\n` };
}

/** Leaves the line open: whatever is printed next goes on in it. */
export function* part(text: string): Steps {
  yield { ask: 'print', stream: 'out', text };
}

export function* submit(call: Call): Steps {
  yield { ask: 'call', call };
}

export function* resultOfOldest(): Steps<CallResult> {
  return (yield { ask: 'result' }) as CallResult;
}

export function* handleState(): Steps<HandleState> {
  return (yield { ask: 'state' }) as HandleState;
}
