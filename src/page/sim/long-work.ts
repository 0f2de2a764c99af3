import { create } from 'zustand';
import type { Command } from '../../view/command.ts';
import { LIMITS } from '../../view/limits.ts';

/** A command that takes so long that the worker tells how far it is. */
export interface LongWork {
  readonly command: Command;
  /** Steps of the run that have been taken for it. */
  readonly steps: number;
  /** How many it takes in all, where that is known. */
  readonly of: number | null;
}

/** Where a command was stopped: there the run stands. */
interface StoppedAt {
  readonly run: number;
  readonly branch: number;
  readonly position: number;
}

/** What the page is waiting for, if that takes long, and where the last of it was stopped. */
export const useLongWork = create<{
  readonly working: LongWork | null;
  readonly stopped: StoppedAt | null;
}>()(() => ({ working: null, stopped: null }));

/** Steps from a position to the one that a command goes to; null: nobody knows. */
export const stepsOf = (command: Command, from: number): number | null => {
  if (command.type !== 'seek') return null;
  const steps = command.position - from;
  return steps > 0 && steps <= LIMITS.soughtSteps ? steps : null;
};
