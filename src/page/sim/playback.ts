import type { Frame } from '../../view/frame.ts';
import type { Micros } from '../../view/time.ts';
import type { Arrived } from './connection.ts';
import { paceAt } from './pacing.ts';
import { playhead } from './playhead.ts';
import { onFrame, request } from './session.ts';
import { useSim } from './store.ts';

/** Wall time that one animation frame counts for at most, s: a stall does not skip anything. */
const LONGEST_FRAME = 0.1;
/** How far playing may run ahead of an answer still under way, s of wall time. */
const LONGEST_WAIT = 0.25;
/** How long a single step's messages take to slide to their new places, s. */
const GLIDE = 0.24;

/** Where playing wants to be; the playhead shows it as far as it is computed. */
let wanted: Micros = 0;
let lastTick = 0;
let running = 0;
/** The question to advance that has no answer yet. */
let advancing: Promise<unknown> | null = null;
let glide: { from: Micros; to: Micros; began: number } | null = null;
/** Where the present quiet stretch began, and until where its speed was chosen. */
let quiet: { from: Micros; until: Micros } | null = null;

/** Whether the person asked for less motion. */
export const reducedMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Whether something moves by itself. */
export const moving = (): boolean => running !== 0;

/** Resolves when the frame in the store is the newest one that playing asked for. */
export const caughtUp = async (): Promise<void> => {
  await advancing;
};

/** While playing, time passes quietly fast: the page shows a mark. */
export const inQuiet = (): boolean => quiet !== null;

const draw = (frame: Frame): void => {
  const computed = frame.nextTime === null ? wanted : Math.min(wanted, frame.nextTime);
  playhead.moveTo(reducedMotion() ? frame.time : Math.max(frame.time, computed));
};

const advance = (seconds: number): void => {
  const { frame, speed, pace, lesson } = useSim.getState();
  if (frame === null) return;
  // The worker does not go past the end of a lesson's step.
  const over = lesson?.phase === 'done' || lesson?.phase === 'failed';
  if (frame.nextTime === null || over) {
    useSim.setState({ playing: false });
    return;
  }
  const rate = speed * pace;
  const at = paceAt(frame, quiet?.from ?? Math.max(wanted, frame.time), rate);
  quiet = at.quiet && at.limit !== null ? (quiet ?? { from: wanted, until: at.limit }) : null;
  const ahead = Math.max(frame.nextTime, frame.time) + at.rate * LONGEST_WAIT;
  wanted = Math.min(
    wanted + seconds * at.rate,
    advancing === null ? Number.MAX_SAFE_INTEGER : ahead,
  );
  if (at.limit !== null) wanted = Math.min(wanted, at.limit);
  if (frame.nextTime <= wanted && advancing === null) {
    advancing = request({ type: 'advance', until: Math.floor(wanted) }).finally(() => {
      advancing = null;
    });
  }
  draw(frame);
};

const tick = (now: number): void => {
  const seconds = Math.min((now - lastTick) / 1000, LONGEST_FRAME);
  lastTick = now;
  if (glide !== null) {
    const part = Math.min((now - glide.began) / 1000 / GLIDE, 1);
    playhead.moveTo(glide.from + (glide.to - glide.from) * part);
    if (part === 1) glide = null;
  }
  if (useSim.getState().playing) advance(seconds);
  running = useSim.getState().playing || glide !== null ? requestAnimationFrame(tick) : 0;
};

const run = (): void => {
  if (running !== 0) return;
  lastTick = performance.now();
  running = requestAnimationFrame(tick);
};

/** A frame came: playing goes on from it; anything else shows its time. */
const settle = (frame: Frame, arrived: readonly Arrived[]): void => {
  const only = arrived.length === 1 ? arrived[0]?.command : undefined;
  if (quiet !== null && frame.time >= quiet.until) quiet = null;
  if (only?.type === 'advance' || only?.type === 'intervene') {
    wanted = Math.max(wanted, frame.time);
    if (only.type === 'advance' && !useSim.getState().playing) wanted = frame.time;
    draw(frame);
    return;
  }
  quiet = null;
  const from = playhead.now();
  wanted = frame.time;
  const forward = only?.type === 'step' && only.by === 1 && frame.time > from;
  if (forward && !useSim.getState().playing && !reducedMotion()) {
    glide = { from, to: frame.time, began: performance.now() };
    run();
    return;
  }
  glide = null;
  playhead.moveTo(frame.time);
};

/** Starts to follow the store; returns how to stop. */
export const startPlayback = (): (() => void) => {
  const stopFrames = onFrame(settle);
  const stopStore = useSim.subscribe((state, before) => {
    if (state.playing && !before.playing) {
      wanted = playhead.now();
      quiet = null;
      run();
    }
    if (!state.playing && before.playing) quiet = null;
  });
  return () => {
    stopFrames();
    stopStore();
    cancelAnimationFrame(running);
    running = 0;
    glide = null;
  };
};
