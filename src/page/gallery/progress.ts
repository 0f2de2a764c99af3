import { read, write } from '../browser/remember.ts';

/** How far a lesson has been taken on this device. */
export interface Progress {
  /** The furthest step reached, 1-based. */
  readonly step: number;
  readonly steps: number;
  readonly done: boolean;
}

const isProgress = (value: unknown): value is Progress =>
  typeof value === 'object' &&
  value !== null &&
  'step' in value &&
  typeof value.step === 'number' &&
  'steps' in value &&
  typeof value.steps === 'number' &&
  'done' in value &&
  typeof value.done === 'boolean';

/** Null when the lesson was never opened, or what is kept of it cannot be read. */
export const progressOf = (lesson: string): Progress | null => {
  try {
    const kept: unknown = JSON.parse(read(`progress.${lesson}`) ?? 'null');
    return isProgress(kept) ? kept : null;
  } catch {
    return null;
  }
};

/** Notes a step reached; going back loses nothing. */
export const noteProgress = (lesson: string, reached: Progress): void => {
  const before = progressOf(lesson);
  const step = Math.max(reached.step, before?.step ?? 0);
  const done = reached.done || (before?.done ?? false);
  write(`progress.${lesson}`, JSON.stringify({ step, steps: reached.steps, done }));
};
