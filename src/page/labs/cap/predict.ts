import { useMemo } from 'react';
import { markOf } from '../../../stage/cap/marks.ts';
import type { CapDetail, CapRequestView } from '../../../view/cap.ts';
import type { Frame } from '../../../view/frame.ts';
import { pause, play } from '../../sim/actions.ts';
import { useLabFrame } from '../../sim/selectors.ts';
import { useSim } from '../../sim/store.ts';
import type { OwnQuestion } from '../../sim/store.ts';
import { GUESSES, forgetGuesses, useCap } from './state.ts';
import type { Guess } from './state.ts';

const called = ({ calledAt }: CapRequestView): boolean => calledAt !== null;

/** What in fact came of a request, as it can be guessed; null while nothing has. */
export const cameTo = (request: CapRequestView): Guess | null => {
  const kind = markOf(request);
  // That an acknowledged write is lost later shows later: it was answered.
  if (kind === 'lost') return 'ok';
  return GUESSES.find((one) => one === kind) ?? null;
};

/** The requests that have been called and that the reader has still to say something of, in order. */
export const unguessedOf = (
  requests: readonly CapRequestView[],
  known: ReadonlySet<number>,
  guesses: ReadonlyMap<number, Guess>,
): readonly CapRequestView[] =>
  requests.filter((one) => called(one) && !known.has(one.number) && !guesses.has(one.number));

/** How many of the guesses have come true, of how many that can be told already. */
export const scoreOf = (
  requests: readonly CapRequestView[],
  guesses: ReadonlyMap<number, Guess>,
): { readonly right: number; readonly all: number } => {
  const over = requests.flatMap((one) => {
    const [guess, came] = [guesses.get(one.number), cameTo(one)];
    return guess === undefined || came === null ? [] : [guess === came];
  });
  return { right: over.filter(Boolean).length, all: over.length };
};

const NOBODY: ReadonlySet<number> = new Set();

/** Numbers of the requests whose outcome is hidden, since the reader is still to guess it. A hook. */
export const useUnguessed = (): ReadonlySet<number> => {
  const { predicting, known, guesses } = useCap();
  const frame = useLabFrame<CapDetail>();
  const requests = frame?.detail.requests;
  return useMemo(
    () =>
      !predicting || requests === undefined
        ? NOBODY
        : new Set(unguessedOf(requests, known, guesses).map(({ number }) => number)),
    [predicting, known, guesses, requests],
  );
};

/** Of other stores nothing is told before either: numbers of all requests that the reader has said nothing of. A hook. */
export const useUntold = (): ReadonlySet<number> => {
  const { predicting, known, guesses } = useCap();
  const frame = useLabFrame<CapDetail>();
  const requests = frame?.detail.requests;
  return useMemo(
    () =>
      !predicting || requests === undefined
        ? NOBODY
        : new Set(
            requests
              .map(({ number }) => number)
              .filter((number) => !known.has(number) && !guesses.has(number)),
          ),
    [predicting, known, guesses, requests],
  );
};

const requestsNow = (): readonly CapRequestView[] =>
  (useSim.getState().frame as Frame<CapDetail> | null)?.detail.requests ?? [];

/** From now on the reader is asked at each call; what has been called already is not asked about. */
export const setPredicting = (predicting: boolean): void =>
  useCap.setState({
    predicting,
    known: new Set(
      requestsNow()
        .filter(called)
        .map(({ number }) => number),
    ),
    guesses: new Map(),
  });

/** Keeps what the reader has said, and lets it happen. */
export const guess = (number: number, what: Guess): void => {
  useCap.setState(({ guesses }) => ({ guesses: new Map(guesses).set(number, what) }));
  void play();
};

/** What is hidden as long as the reader has something to foretell: by the same veil as lessons' questions. */
const questionNow = (): OwnQuestion | null => {
  const { predicting, known, guesses } = useCap.getState();
  if (!predicting) return null;
  const open = unguessedOf(requestsNow(), known, guesses);
  const since = open.reduce((first, { calledAt }) => Math.min(first, calledAt ?? first), Infinity);
  const time = useSim.getState().frame?.time ?? 0;
  // Beyond the call of a write the copies would tell whether it has been done.
  const done = time > since && open.some(({ kind }) => kind === 'write');
  return {
    since,
    veil: [
      ...open.map(({ client }) => ({ pid: client, field: 'outcome' as const })),
      ...(done ? [{ pid: null, field: 'register' as const }] : []),
    ],
  };
};

const sameQuestion = (a: OwnQuestion | null, b: OwnQuestion | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.since === b.since &&
    a.veil.length === b.veil.length &&
    JSON.stringify(a.veil) === JSON.stringify(b.veil));

const askNow = (): void => {
  const question = questionNow();
  if (!sameQuestion(question, useSim.getState().question)) useSim.setState({ question });
};

/** While the reader is asked, the run rests at each call; returns how to stop watching. */
export const watchCalls = (): (() => void) => {
  const stopCalls = useSim.subscribe((now, before) => {
    if (now.run !== before.run) forgetGuesses();
    if (now.frame !== before.frame || now.run !== before.run) askNow();
    const { predicting, known, guesses } = useCap.getState();
    if (!predicting || !now.playing) return;
    if (unguessedOf(requestsNow(), known, guesses).length > 0) pause();
  });
  const stopSaid = useCap.subscribe(askNow);
  askNow();
  return () => {
    stopCalls();
    stopSaid();
    useSim.setState({ question: null });
  };
};
