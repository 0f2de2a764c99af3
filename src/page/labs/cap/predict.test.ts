import { beforeEach, describe, expect, test } from 'vitest';
import { choosing, healed, zookeeperRequests } from '../../../stage/cap/fixtures.ts';
import { isVeiled } from '../../sim/selectors.ts';
import { EMPTY, useSim } from '../../sim/store.ts';
import { cameTo, guess, scoreOf, setPredicting, unguessedOf, watchCalls } from './predict.ts';
import { columnsOf } from './sides.ts';
import { useCap } from './state.ts';

const show = (seconds: number): void => {
  const frame = choosing();
  const until = frame.detail.zero + seconds * 1_000_000;
  const requests = frame.detail.requests.map((one) =>
    one.calledAt !== null && one.calledAt <= until
      ? one
      : { ...one, calledAt: null, returnedAt: null, outcome: 'planned' as const },
  );
  useSim.setState({ frame: { ...frame, time: until, detail: { ...frame.detail, requests } } });
};

describe('what the reader foresees', () => {
  beforeEach(() => {
    useSim.setState({ ...EMPTY, run: 1 });
    useCap.setState({ predicting: false, known: new Set(), guesses: new Map(), run: 1 });
  });

  test('is compared with what came of it: lost later was answered, unknown is no answer', () => {
    expect(zookeeperRequests.map(cameTo)).toEqual([
      'ok',
      'ok',
      'stale',
      'timed-out',
      'error',
      'error',
      'error',
      'ok',
      null,
      null,
    ]);
    expect(healed().detail.requests.map(cameTo)[1]).toBe('ok');
  });

  test('counts only what has come to an end', () => {
    const guesses = new Map([
      [3, 'stale'],
      [4, 'error'],
      [9, 'ok'],
    ] as const);
    expect(scoreOf(zookeeperRequests, guesses)).toEqual({ right: 1, all: 2 });
  });

  test('is asked of requests that are called from then on, one after the other', () => {
    show(2.5);
    setPredicting(true);
    show(4);
    const { known, guesses } = useCap.getState();
    const requests = choosing().detail.requests.filter(({ number }) => number <= 4);
    expect(unguessedOf(requests, known, guesses).map(({ number }) => number)).toEqual([4]);
  });

  test('rests the run at a call until something is said', async () => {
    const stop = watchCalls();
    show(2.5);
    setPredicting(true);
    useSim.setState({ playing: true });
    show(4);
    expect(useSim.getState().playing).toBe(false);
    guess(4, 'timed-out');
    await expect.poll(() => useSim.getState().playing).toBe(true);
    expect(useCap.getState().guesses.get(4)).toBe('timed-out');
    stop();
  });

  test('is hidden by the veil of lessons’ questions: all that comes later, and what is sent to who asked', () => {
    const stop = watchCalls();
    show(2.5);
    expect(isVeiled(useSim.getState())).toBe(false);
    setPredicting(true);
    // What lies ahead would tell, also before the next call.
    expect(useSim.getState().question).toEqual({ since: Infinity, veil: [] });
    show(3);
    const call = choosing().detail.requests.find(({ number }) => number === 4)?.calledAt;
    expect(useSim.getState().question).toEqual({
      since: call,
      veil: [{ pid: 101, field: 'outcome' }],
    });
    expect(isVeiled(useSim.getState())).toBe(true);
    // However far somebody steps on by hand, until it is answered; then the copies would tell, too.
    show(16);
    expect(useSim.getState().question?.since).toBe(call);
    expect(useSim.getState().question?.veil).toContainEqual({ pid: null, field: 'register' });
    guess(4, 'timed-out');
    expect(useSim.getState().question?.since).toBeGreaterThan(call ?? 0);
    setPredicting(false);
    expect(isVeiled(useSim.getState())).toBe(false);
    stop();
  });

  test('is forgotten with the run that it was about', () => {
    const stop = watchCalls();
    show(4);
    setPredicting(true);
    guess(4, 'error');
    useSim.setState({ run: 2 });
    expect(useCap.getState()).toMatchObject({ predicting: false, run: 2 });
    expect(useCap.getState().guesses.size).toBe(0);
    stop();
  });
});

describe('the columns of the stores', () => {
  test('are the requests of both sides that were called while the cut lasted', () => {
    const { requests, cuts } = choosing().detail;
    const numbers = columnsOf(requests, cuts).map(({ column, requests: own }) => [
      column,
      ...own.map(({ number }) => number),
    ]);
    expect(numbers).toEqual([
      ['minority', 3, 4, 5, 6, 7],
      ['majority', 2, 8],
    ]);
  });

  test('are one column where nothing is cut', () => {
    const { requests } = choosing().detail;
    expect(columnsOf(requests, []).map(({ column }) => column)).toEqual(['all']);
  });
});
