import { create } from 'zustand';
import type { RecordedIntervention } from '../../view/intervention.ts';
import { pause, send, watch } from './actions.ts';
import { caughtUp, leaveQuiet } from './playback.ts';
import { playhead } from './playhead.ts';
import { useSim } from './store.ts';

/** What was taken back or done again just now, and where the run stood then. */
export interface Told {
  readonly how: 'undo' | 'redo';
  /** Null: there was nothing. */
  readonly act: RecordedIntervention | null;
  readonly branch: number;
  readonly position: number;
}

/** The newest of it; it is over once the run has gone on. */
export const useTold = create<{ readonly told: Told | null }>()(() => ({ told: null }));

const travel = async (how: Told['how']): Promise<void> => {
  pause();
  await caughtUp();
  const { did } = await send({ type: how });
  const { frame } = useSim.getState();
  if (frame === null) return;
  // Between two events: the very moment at which it was done.
  if (how === 'undo' && did !== undefined && did !== null) {
    playhead.moveTo(Math.max(frame.time, Math.min(did.time, frame.nextTime ?? did.time)));
  }
  // What is done again is followed as it was the first time.
  if (how === 'redo' && did !== undefined && did !== null) {
    leaveQuiet();
    watch(did.what);
  }
  const { branch, position } = frame;
  useTold.setState({ told: { how, act: did ?? null, branch, position } });
};

/** Takes back what the person did last; it stays on its branch. */
export const undo = (): Promise<void> => travel('undo');

/** Does again what was taken back last. */
export const redo = (): Promise<void> => travel('redo');
