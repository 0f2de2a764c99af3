import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { voting } from '../../stage/fixtures.ts';
import type { Answer, Command } from '../../view/command.ts';
import type { Frame } from '../../view/frame.ts';
import type { Told } from '../../view/fact.ts';
import type { Arrived } from './connection.ts';
import { merge } from './merge.ts';
import { beginAct, startPlayback } from './playback.ts';
import { playhead } from './playhead.ts';
import { EMPTY, useSim } from './store.ts';

/** A worker's side that answers when the test says so. */
const worker = vi.hoisted(() => ({
  listen: (_frame: unknown, _arrived: unknown): void => undefined,
  asked: [] as { command: Command; answered: () => void }[],
}));
vi.mock('./session.ts', () => ({
  onFrame: (listener: typeof worker.listen) => {
    worker.listen = listener;
    return () => undefined;
  },
  request: (command: Command) =>
    new Promise<void>((resolve) => {
      worker.asked.push({ command, answered: resolve });
    }),
}));

const ok: Answer = { problem: null, happened: [] };
const told = (step: number): Told => ({
  fact: { step, time: 0, pid: 1, rule: `rule-${step}`, cause: null, data: {} },
  again: `rule-${step}`,
  more: 0,
});
const at = (time: number, part: Partial<Frame> = {}): Frame => ({
  ...voting(),
  branch: 0,
  position: time,
  time,
  nextTime: time + 1000,
  ...part,
});

let now = 0;
let tick: ((now: number) => void) | null = null;
let stop = (): void => undefined;

/** Lets so many seconds of wall time pass, 50 ms a frame. */
const pass = async (seconds: number): Promise<void> => {
  for (let left = Math.round(seconds * 20); left > 0; left--) {
    now += 50;
    const due = tick;
    tick = null;
    due?.(now);
    await Promise.resolve();
  }
};

const answerAll = async (): Promise<void> => {
  for (const { answered } of worker.asked.splice(0)) answered();
  await new Promise((resolve) => setTimeout(resolve));
};

/** What the page does with answers that came in one frame of the screen. */
const arrive = async (frame: Frame, ...arrived: Arrived[]): Promise<void> => {
  useSim.setState((state) => merge(state, frame, arrived));
  worker.listen(frame, arrived);
  await answerAll();
};
const advanced = (answer: Partial<Answer> = {}): Arrived => ({
  command: { type: 'advance', until: 0 },
  answer: { ...ok, ...answer },
});
const asked = (): number => worker.asked.length;

beforeEach(async () => {
  vi.stubGlobal('requestAnimationFrame', (act: (now: number) => void) => {
    tick = act;
    return 1;
  });
  vi.stubGlobal('cancelAnimationFrame', () => {
    tick = null;
  });
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  useSim.setState({ ...EMPTY, run: useSim.getState().run + 1, pace: 10_000 });
  stop = startPlayback();
  await arrive(at(0), { command: { type: 'seek', position: 0 }, answer: ok });
  useSim.setState({ playing: true });
});

afterEach(async () => {
  stop();
  await answerAll();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('a moment that is told', () => {
  it('is held long enough to be read, then the run goes on', async () => {
    await pass(0.2);
    expect(asked()).toBe(1);
    await arrive(at(1000), advanced({ told: told(1) }));
    await pass(1.4);
    expect([asked(), playhead.now()]).toEqual([0, 1000]);
    await pass(0.3);
    expect(asked()).toBe(1);
  });

  it('is held even when a panel has its answer in the same frame', async () => {
    await pass(0.2);
    const panel: Arrived = { command: { type: 'inspect', pid: 1 }, answer: ok };
    await arrive(at(1000), advanced({ told: told(1) }), panel);
    await pass(1.4);
    expect(asked()).toBe(0);
  });

  it('is held no longer than the speed chosen meanwhile wants', async () => {
    await pass(0.2);
    await arrive(at(1000), advanced({ told: told(1) }));
    useSim.setState({ speed: 50 });
    await pass(0.1);
    expect(asked()).toBe(1);
  });

  it('that came after a pause is not held once more by Play', async () => {
    await pass(0.2);
    useSim.setState({ playing: false });
    await arrive(at(1000), advanced({ told: told(1) }));
    await pass(0.1);
    useSim.setState({ playing: true });
    await pass(0.2);
    expect(asked()).toBe(1);
  });
});

describe('an act', () => {
  const act: Command = { type: 'intervene', at: 0, what: { kind: 'heal' } };

  it('lets no time pass until it has its answer', async () => {
    const done = beginAct();
    await pass(1);
    expect([asked(), playhead.now()]).toEqual([0, 0]);
    done();
    await arrive(at(0), { command: act, answer: ok });
    await pass(0.2);
    expect(asked()).toBe(1);
  });

  it('at rest is read meanwhile: whoever then plays on waits no longer', async () => {
    useSim.setState({ playing: false });
    await arrive(at(0), { command: act, answer: { ...ok, told: told(1) } });
    now += 5000;
    useSim.setState({ playing: true });
    await pass(0.2);
    expect(asked()).toBe(1);
  });
});

it('Play while a step still glides goes on from the step', async () => {
  useSim.setState({ playing: false });
  await arrive(at(200_000), { command: { type: 'step', by: 1, all: false }, answer: ok });
  await pass(0.1);
  expect(playhead.now()).toBeLessThan(200_000);
  useSim.setState({ playing: true });
  await pass(0.2);
  expect(asked()).toBe(1);
  expect(playhead.now()).toBeGreaterThanOrEqual(200_000);
});
