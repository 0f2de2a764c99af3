import type { Frame } from '../../view/frame.ts';
import type { Micros } from '../../view/time.ts';
import type { Arrived } from './connection.ts';
import { onlyAsks } from './merge.ts';
import { isAtRest, paceAt } from './pacing.ts';
import type { Pace } from './pacing.ts';
import { playhead } from './playhead.ts';
import { onFrame, request } from './session.ts';
import type { SimState } from './store.ts';
import { AT_REST, useSim } from './store.ts';
import { FASTEST_TOLD, holdOf } from './story.ts';

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
/** Acts that have no answer yet: until then time stands at their instant. */
let acting = 0;
let glide: { from: Micros; to: Micros; began: number } | null = null;
/** The stretch without anything interesting that is being gone through. */
let stretch: { from: Micros; until: Micros | null; quiet: boolean } | null = null;
/** How long the moment shown is still held so that it can be read, s of wall time. */
let held = 0;
/** When that began, ms of wall time. */
let heldSince = 0;
/** The consequences of an act are being followed. */
let followed = false;
/** The person went on although nothing but pings and waiting is left. */
let goingOn = false;

let lessMotion: MediaQueryList | null = null;

/** Whether the person asked for less motion. */
export const reducedMotion = (): boolean => {
  lessMotion ??= matchMedia('(prefers-reduced-motion: reduce)');
  return lessMotion.matches;
};

/** Whether something moves by itself. */
export const moving = (): boolean => running !== 0;

/** Resolves when the frame in the store is the newest one that playing asked for. */
export const caughtUp = async (): Promise<void> => {
  await advancing;
};

/** Shorter waits than this, s of wall time at the chosen speed, are skipped without a word. */
const WORTH_SAYING = 2;

/** How much of a quiet stretch that is being passed over is still ahead, µs; null outside of one. */
export const quietAhead = (): Micros | null => {
  if (stretch?.quiet !== true) return null;
  if (stretch.until === null) return 0;
  const { speed, pace } = useSim.getState();
  const isShort = stretch.until - stretch.from < WORTH_SAYING * speed * pace;
  return isShort ? null : Math.max(0, stretch.until - playhead.now());
};

/** Time passes at the chosen speed again, and what is due is read in full: an act has been done. */
export const leaveQuiet = (): void => {
  stretch = null;
  held = 0;
  goingOn = false;
  followed = true;
  wanted = playhead.now();
};

/** Notes that an act is under way; call what it returns when its answer has come. */
export const beginAct = (): (() => void) => {
  leaveQuiet();
  acting += 1;
  return () => {
    acting -= 1;
  };
};

/** Nobody follows the last act any more. */
export const stopFollowing = (): void => {
  followed = false;
};

const draw = (frame: Frame): void => {
  const computed = frame.nextTime === null ? wanted : Math.min(wanted, frame.nextTime);
  playhead.moveTo(reducedMotion() ? frame.time : Math.max(frame.time, computed));
};

/** Whether time is free: in the middle of a lesson's step it must come to the step's end. */
const isFree = ({ lesson }: SimState): boolean =>
  lesson === null || (lesson.phase !== 'running' && lesson.phase !== 'ready');

/** Why playing ends by itself here; null when it goes on. */
const endOf = (state: SimState, frame: Frame): Partial<SimState> | null => {
  const { lesson } = state;
  // The worker does not go past the end of a lesson's step.
  const over = lesson?.phase === 'done' || lesson?.phase === 'failed';
  const stays = frame.nextTime === null;
  if (!stays && !isAtRest(frame)) goingOn = false;
  else if ((stays || !goingOn) && isFree(state)) return AT_REST;
  return stays || over ? { playing: false } : null;
};

const paceNow = (state: SimState, frame: Frame): Pace => {
  const { speed, pace, showRoutine } = state;
  const from = stretch?.from ?? Math.max(wanted, frame.time);
  const watched = { rate: speed * pace, speed, followed, pings: showRoutine };
  const at = paceAt(frame, from, wanted, watched);
  // Where a stretch is run down first, it is still the same stretch when it is skipped.
  const isStretch = at.quiet || at.limit !== null;
  stretch = isStretch ? { from, until: frame.nextInteresting, quiet: at.quiet } : null;
  return at;
};

const advance = (seconds: number): void => {
  const state = useSim.getState();
  const { frame, speed, stopAtStages } = state;
  if (frame === null || acting > 0) return;
  if (held > 0) {
    held = Math.max(0, held - seconds);
    return;
  }
  const end = advancing === null ? endOf(state, frame) : null;
  if (end !== null) {
    useSim.setState(end);
    return;
  }
  const at = paceNow(state, frame);
  const ahead = Math.max(frame.nextTime ?? 0, frame.time) + at.rate * LONGEST_WAIT;
  wanted = Math.min(
    wanted + seconds * at.rate,
    advancing === null ? Number.MAX_SAFE_INTEGER : ahead,
  );
  if (at.limit !== null) wanted = Math.min(wanted, at.limit);
  if (frame.nextTime !== null && frame.nextTime <= wanted && advancing === null) {
    const stops = { told: speed <= FASTEST_TOLD, stages: stopAtStages };
    advancing = request({ type: 'advance', until: Math.floor(wanted), stops, again: true }).finally(
      () => {
        advancing = null;
      },
    );
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

/** What came of playing or of an act: the moment that is told is held. */
const goOn = (frame: Frame, { command, answer }: Arrived): void => {
  const { playing, speed, story } = useSim.getState();
  const end = stretch?.until ?? null;
  if (end !== null && frame.time >= end) stretch = null;
  const stands = command.type === 'intervene' || answer.told !== undefined || !playing;
  wanted = stands ? frame.time : Math.max(wanted, frame.time);
  // What comes after a pause has been looked at for as long as the person liked.
  const reads = playing || command.type === 'intervene';
  held = !reads || answer.told === undefined || story === null ? 0 : holdOf(story, speed);
  heldSince = performance.now();
  draw(frame);
};

/** A frame came: playing goes on from it; anything else shows its time. */
const settle = (frame: Frame, arrived: readonly Arrived[]): void => {
  // Panels ask while a run plays: that leaves time alone.
  const fresh = arrived.filter(({ command, stale }) => stale !== true && !onlyAsks(command));
  if (fresh.length === 0) return;
  const [only] = fresh;
  const type = fresh.length === 1 ? only?.command.type : undefined;
  if (only !== undefined && (type === 'advance' || type === 'intervene')) {
    goOn(frame, only);
    return;
  }
  stretch = null;
  held = 0;
  const from = playhead.now();
  wanted = frame.time;
  const forward = only?.command.type === 'step' && only.command.by === 1 && frame.time > from;
  if (type === 'step' && forward && !useSim.getState().playing && !reducedMotion()) {
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
      // A step that is still gliding has been taken.
      glide = null;
      wanted = Math.max(playhead.now(), state.frame?.time ?? 0);
      stretch = null;
      held = Math.max(0, held - (performance.now() - heldSince) / 1000);
      // Whoever plays on where the run came to rest wants to see time pass.
      if (before.rest) goingOn = true;
      run();
    }
    if (!state.playing && before.playing) {
      stretch = null;
      held = 0;
    }
    if (state.speed !== before.speed && state.story !== null)
      held = Math.min(held, holdOf(state.story, state.speed));
    if (state.run !== before.run) {
      followed = false;
      goingOn = false;
    }
  });
  return () => {
    stopFrames();
    stopStore();
    cancelAnimationFrame(running);
    running = 0;
    glide = null;
    stretch = null;
    held = 0;
  };
};
