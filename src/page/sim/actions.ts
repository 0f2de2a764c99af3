import type { Answer, Command, Until } from '../../view/command.ts';
import type { Condition } from '../../view/condition.ts';
import type { Exhibit } from '../../view/exhibit.ts';
import type { ToldAhead } from '../../view/foretold.ts';
import type { Intervention } from '../../view/intervention.ts';
import { beginAct, leaveQuiet, stopFollowing } from './playback.ts';
import { playhead } from './playhead.ts';
import { request } from './session.ts';
import type { Selection, Watching } from './store.ts';
import { NO_PREDICTION, useSim } from './store.ts';

/** Asks the simulation; resolves when the answer and its frame are in the store. */
export const send = (command: Command, foretold: ToldAhead = null): Promise<Answer> =>
  request(command, foretold);

/** Whether playing stands, now or as soon as it does. */
const standing = (): Promise<void> =>
  new Promise((resolve) => {
    if (!useSim.getState().playing) {
      resolve();
      return;
    }
    const stop = useSim.subscribe(({ playing }) => {
      if (playing) return;
      stop();
      resolve();
    });
  });

const namesNow = (): Watching['names'] =>
  Object.fromEntries(useSim.getState().frame?.processes.map(({ pid, name }) => [pid, name]) ?? []);

/** What has happened elsewhere cannot be changed; whoever tries by a key hears why. */
const refused = (): Answer => {
  const problem = {
    code: 'recorded',
    where: '',
    data: {},
    text: 'This has happened already: nothing can be done to it.',
  };
  useSim.setState({ problem });
  return { problem, happened: [] };
};

/** What an act brings about is watched from now on. */
export const watch = (what: Intervention): void =>
  useSim.setState({ watching: { what, names: namesNow() } });

/**
 * Does something to the world at the moment shown; what was computed beyond that is taken back.
 * @param awaits what the person waits for: a run that stands plays until each of these in turn has
 * held; one that plays goes on anyway
 * @param how.goesOn the same deed of the person as what was done before: both are taken back at once
 * @returns when it has been done and, where something is awaited, playing stands
 */
export const intervene = async (
  what: Intervention,
  awaits?: readonly Until[],
  { goesOn = false } = {},
): Promise<Answer> => {
  const { frame, playing: moves, rest, recorded } = useSim.getState();
  if (recorded) return refused();
  // Playing that came to rest by itself goes on with what is done there.
  const playing = moves || rest;
  const at = Math.max(Math.floor(playhead.now()), frame?.time ?? 0);
  const plays = playing || awaits !== undefined;
  const done = beginAct();
  const answer = await send({
    type: 'intervene',
    at: Math.min(at, frame?.nextTime ?? at),
    what,
    playing: plays,
    ...(frame !== null && { seen: frame.position }),
    ...(awaits !== undefined && !playing && { awaits }),
    ...(goesOn && { goesOn }),
  }).finally(done);
  if (answer.problem !== null) return answer;
  watch(what);
  const waits = awaits !== undefined && !playing && answer.over !== true && answer.stopped !== true;
  if (playing || waits) useSim.setState({ playing: true });
  if (waits) await standing();
  return answer;
};

/** The last act is not watched any more: waits are passed over as quickly as elsewhere. */
export const stopWatching = (): void => {
  stopFollowing();
  useSim.setState({ watching: null });
};

export const select = (selection: Selection): void => useSim.setState({ selection });
export const selectZnode = (znode: string | null): void => useSim.setState({ znode });

/** In a lesson, going on may first mean to begin its step, or to go to the next one. */
const lessonGoesOn = async (): Promise<boolean> => {
  const { lesson } = useSim.getState();
  if (lesson?.phase === 'ready') {
    await beginStep();
    return true;
  }
  if (lesson?.phase === 'done' && lesson.index < lesson.steps.length - 1) {
    await goToStep(lesson.index + 1);
    return true;
  }
  return false;
};

export const play = async (): Promise<void> => {
  if (useSim.getState().frame === null || (await lessonGoesOn())) return;
  useSim.setState({ playing: true, rest: false });
};
export const pause = (): void => useSim.setState({ playing: false });
export const togglePlay = (): void => (useSim.getState().playing ? pause() : void play());

export const setSpeed = (speed: number): void => useSim.setState({ speed, ownSpeed: true });
export const setShowRoutine = (showRoutine: boolean): void => useSim.setState({ showRoutine });
export const setStopAtStages = (stopAtStages: boolean): void => useSim.setState({ stopAtStages });
export const setDockView = (dockView: string): void => useSim.setState({ dockView });
export const setExhibit = (exhibit: Exhibit): void => useSim.setState({ exhibit });
export const dismissProblem = (): void => useSim.setState({ problem: null });

/** Stops playing, then asks. */
const still = (command: Command): Promise<Answer> => {
  pause();
  return send(command);
};

export const step = async (by: 1 | -1): Promise<void> => {
  pause();
  if (by === 1 && (await lessonGoesOn())) pause();
  else await send({ type: 'step', by, all: useSim.getState().showRoutine });
};
export const restart = (): Promise<Answer> => still({ type: 'seek', position: 0 });
export const nextInteresting = (): Promise<Answer> => still({ type: 'next-interesting' });
/** Another branch, at its end or at a position of it. */
export const showBranch = (id: number, position?: number): Promise<Answer> =>
  still({ type: 'branch', id, ...(position === undefined ? {} : { position }) });

/** Runs on until the condition holds, for so long at most. */
export const runUntil = (condition: Condition, withinMs: number): Promise<Answer> =>
  still({ type: 'run-until', condition, withinMs });

/** The option of the open question that the person holds for right. */
export const choosePrediction = (option: string): void =>
  useSim.setState((s) => ({ prediction: { ...s.prediction, chosen: option } }));

/** Commits the answer and lets the lesson's step happen. */
export const checkPrediction = async (): Promise<void> => {
  useSim.setState((s) => ({ prediction: { ...s.prediction, checked: true } }));
  await beginStep();
};

/** Does what the present lesson step says and plays it. */
export const beginStep = async (): Promise<void> => {
  await send({ type: 'lesson-begin-step' });
  // A step's own deed is followed as if it had been done by hand.
  leaveQuiet();
  // Some steps are over as soon as they have begun.
  if (useSim.getState().lesson?.phase === 'running') useSim.setState({ playing: true });
};

/** Goes to the beginning of lesson step `index`. */
export const goToStep = async (index: number): Promise<void> => {
  pause();
  useSim.setState({ prediction: NO_PREDICTION });
  await send({ type: 'lesson-step', index });
};
