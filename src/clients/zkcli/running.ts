/** A line that is being carried out: what was typed, where it began, and what it has been given so far. */
import type { Call, CallResult, HandleState } from '../calls.ts';
import { Replayed } from '../replayed.ts';
import type { Doer, Outcome, Recorded } from '../replayed.ts';
import type { Given } from '../steps.ts';
import { executeLine } from './main-loop.ts';
import { copyOf } from './session.ts';
import type { Session } from './session.ts';

export interface Running extends Recorded {
  readonly line: string;
  readonly begin: Session;
}

/** What a line does between two waits. */
export type Doing =
  | { readonly do: 'print'; readonly stream: 'out' | 'err'; readonly text: string }
  | { readonly do: 'call'; readonly call: Call };

export interface Progress {
  readonly doings: readonly Doing[];
  /** Those that it has not waited for. */
  readonly results: readonly CallResult[];
  /** Where it waits for a result; null when it is over. */
  readonly running: Running | null;
  /** As the line leaves it; as it was when it goes on. */
  readonly session: Session;
  readonly exits: boolean;
}

const lines = new Replayed<Running, Session>(({ line, begin: session }) => {
  const locals = copyOf(session);
  return { steps: executeLine(locals, line), locals };
});

/** @param results what has come and was not waited for yet, oldest first */
export function begin(
  session: Session,
  line: string,
  state: HandleState,
  results: readonly CallResult[],
): Progress {
  const shell = new Shell(state, results);
  return shell.progress(lines.begin({ line, begin: session }, shell));
}

/** Goes on with a line that waits for a result. */
export function resume(
  running: Running,
  state: HandleState,
  results: readonly CallResult[],
): Progress {
  const shell = new Shell(state, results);
  return shell.progress(lines.resume(running, shell));
}

/** Results come in the order of the calls, and commands wait for them in that order. */
class Shell implements Doer {
  private readonly doings: Doing[] = [];
  private readonly results: CallResult[];
  private state: HandleState;

  constructor(state: HandleState, results: readonly CallResult[]) {
    this.state = state;
    this.results = [...results];
  }

  print({ stream, text }: Parameters<Doer['print']>[0]): void {
    this.doings.push({ do: 'print', stream: stream === 'err' ? 'err' : 'out', text });
  }

  call(call: Call): void {
    this.doings.push({ do: 'call', call });
    // A new handle is made once the step is over; it is CONNECTING from the start.
    if (call.kind === 'connect') this.state = 'CONNECTING';
  }

  answer(asked: Parameters<Doer['answer']>[0]): Given | undefined {
    if (asked.ask === 'state') return this.state;
    const wait = asked.ask === 'wait' ? asked.for[0] : undefined;
    if (wait?.kind !== 'result') throw new TypeError(`no command of zkCli asks for ${asked.ask}`);
    const result = this.results.shift();
    if (result === undefined) return undefined;
    return { which: 0, kind: 'result', call: wait.call ?? 0, result };
  }

  progress({ end, record, locals }: Outcome<Running, Session>): Progress {
    const { doings, results } = this;
    if (end === 'waits')
      return { doings, results, running: record, session: record.begin, exits: false };
    return { doings, results, running: null, session: locals, exits: end === 'exit' };
  }
}
