import type { Answer, Command, Until } from '../../view/command.ts';
import type { Condition } from '../../view/condition.ts';
import type { Exhibit } from '../../view/exhibit.ts';
import type { Intervention } from '../../view/intervention.ts';
import { caughtUp } from './playback.ts';
import { playhead } from './playhead.ts';
import { request } from './session.ts';
import type { Selection } from './store.ts';
import { NO_PREDICTION, useSim } from './store.ts';

/** Asks the simulation; resolves when the answer and its frame are in the store. */
export const send = (command: Command): Promise<Answer> => request(command);

/** Does something to the world at the moment shown; `until`: how far the run then goes on. */
export const intervene = async (what: Intervention, until?: readonly Until[]): Promise<Answer> => {
  await caughtUp();
  const { frame } = useSim.getState();
  const at = Math.max(Math.floor(playhead.now()), frame?.time ?? 0);
  const command = { type: 'intervene', at: Math.min(at, frame?.nextTime ?? at), what } as const;
  return send(until === undefined ? command : { ...command, until });
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
  useSim.setState({ playing: true });
};
export const pause = (): void => useSim.setState({ playing: false });
export const togglePlay = (): void => (useSim.getState().playing ? pause() : void play());

export const setSpeed = (speed: number): void => useSim.setState({ speed, ownSpeed: true });
export const setShowRoutine = (showRoutine: boolean): void => useSim.setState({ showRoutine });
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
export const showBranch = (id: number): Promise<Answer> => still({ type: 'branch', id });

/** Runs on until the condition holds, for so long at most. */
export const runUntil = (condition: Condition, withinMs: number): Promise<Answer> =>
  still({ type: 'run-until', condition, withinMs });

/** The option of the open question that the person holds for right. */
export const choosePrediction = (option: string): void =>
  useSim.setState({ prediction: { chosen: option, checked: false } });

/** Commits the answer and lets the lesson's step happen. */
export const checkPrediction = async (): Promise<void> => {
  useSim.setState((s) => ({ prediction: { ...s.prediction, checked: true } }));
  await beginStep();
};

/** Does what the present lesson step says and plays it. */
export const beginStep = async (): Promise<void> => {
  await send({ type: 'lesson-begin-step' });
  // Some steps are over as soon as they have begun.
  if (useSim.getState().lesson?.phase === 'running') useSim.setState({ playing: true });
};

/** Goes to the beginning of lesson step `index`. */
export const goToStep = async (index: number): Promise<void> => {
  pause();
  useSim.setState({ prediction: NO_PREDICTION });
  await send({ type: 'lesson-step', index });
};
