import { create } from 'zustand';
import type { CapCheck } from '../../../view/cap-setup.ts';
import { useSim } from '../../sim/store.ts';

/** What the reader thinks will become of a request. */
export const GUESSES = ['ok', 'stale', 'timed-out', 'error'] as const;
export type Guess = (typeof GUESSES)[number];

/** What the reader has chosen in this lab; the run itself is not here. */
interface CapChoices {
  /** Which of the checkers' verdicts is explained, and whose witness is lit. */
  readonly checked: CapCheck;
  /** Whether the run rests at each call until the reader has said what will come of it. */
  readonly predicting: boolean;
  /** Requests that had been called when the reader began: they are not asked about. */
  readonly known: ReadonlySet<number>;
  readonly guesses: ReadonlyMap<number, Guess>;
  /** Which run all this is about. */
  readonly run: number;
}

const NOTHING = { predicting: false, known: new Set<number>(), guesses: new Map<number, Guess>() };

export const useCap = create<CapChoices>()(() => ({
  checked: 'linearizable',
  ...NOTHING,
  run: 0,
}));

export const setChecked = (checked: CapCheck): void => useCap.setState({ checked });

/** Another run has other requests: nothing of it is guessed yet. */
export const forgetGuesses = (): void => {
  const { run } = useSim.getState();
  if (useCap.getState().run !== run) useCap.setState({ ...NOTHING, run });
};
