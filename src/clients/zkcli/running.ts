/**
 * A line that is being carried out. As state it is plain data: what was typed, where it began, and
 * what it has been given so far. The generator that does the work is looked up by that record; when
 * there is none (a checkpoint, another branch), a fresh one is taken through what was given.
 */
import { append, at, noPages } from '../../kernel/pages.ts';
import type { Pages } from '../../kernel/pages.ts';
import type { Call, CallResult, HandleState } from '../calls.ts';
import type { Asking, Given, Steps } from './asking.ts';
import { executeLine } from './main-loop.ts';
import { copyOf } from './session.ts';
import type { Session } from './session.ts';

export interface Running {
  readonly line: string;
  readonly begin: Session;
  readonly given: Pages<Given>;
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

interface Live {
  readonly steps: Steps;
  /** The copy that the generator changes. */
  readonly session: Session;
}

const lives = new WeakMap<Running, Live>();

/** @param results what has come and was not waited for yet, oldest first */
export function begin(
  session: Session,
  line: string,
  state: HandleState,
  results: readonly CallResult[],
): Progress {
  const running: Running = { line, begin: session, given: noPages };
  const live = revive(running);
  return advance(live, running, live.steps.next().value, state, results);
}

/** Goes on with a line that waits for a result. */
export function resume(
  running: Running,
  state: HandleState,
  results: readonly CallResult[],
): Progress {
  const live = lives.get(running) ?? replay(running);
  // It moves on: whoever holds the old record must not meet it there.
  lives.delete(running);
  return advance(live, running, { ask: 'result' }, state, results);
}

function advance(
  { steps, session }: Live,
  from: Running,
  first: Asking | void,
  state: HandleState,
  arrived: readonly CallResult[],
): Progress {
  const results = [...arrived];
  const doings: Doing[] = [];
  let running = from;
  let asked = first;
  for (;;) {
    if (asked === undefined || asked.ask === 'exit') {
      return { doings, results, running: null, session, exits: asked !== undefined };
    }
    let given: Given | undefined;
    if (asked.ask === 'print') {
      doings.push({ do: 'print', stream: asked.stream, text: asked.text });
    } else if (asked.ask === 'call') doings.push({ do: 'call', call: asked.call });
    else {
      given = asked.ask === 'state' ? stateAfter(doings, state) : results.shift();
      if (given === undefined) {
        lives.set(running, { steps, session });
        return { doings, results, running, session: from.begin, exits: false };
      }
      running = { ...running, given: append(running.given, given) };
    }
    asked = steps.next(given).value;
  }
}

/** A new handle is made once the step is over; it is CONNECTING from the start. */
const stateAfter = (doings: readonly Doing[], state: HandleState): HandleState =>
  doings.some((each) => each.do === 'call' && each.call.kind === 'connect') ? 'CONNECTING' : state;

function revive({ line, begin: session }: Running): Live {
  const copy = copyOf(session);
  return { steps: executeLine(copy, line), session: copy };
}

/** Up to the wait at which the record was made; what was printed and called stays done. */
function replay(running: Running): Live {
  const live = revive(running);
  let asked = live.steps.next().value;
  let next = 0;
  while (asked !== undefined) {
    if (asked.ask !== 'result' && asked.ask !== 'state') asked = live.steps.next().value;
    else if (next === running.given.length) break;
    else asked = live.steps.next(at(running.given, next++) ?? undefined).value;
  }
  return live;
}
