import { seekTo } from './seeking.ts';
import type { SimState } from './store.ts';
import { useSim } from './store.ts';

/** Goes to the moment that refutes an option; the way back is kept. */
export const showMoment = (position: number): void => {
  const { frame } = useSim.getState();
  if (frame === null) return;
  const lookedBackFrom = { branch: frame.branch, position: frame.position };
  useSim.setState((s) => ({ prediction: { ...s.prediction, lookedBackFrom } }));
  void seekTo(position);
};

/** Where the way back leads; null where the run stands there, or has gone another way since. */
export const wayBack = ({ frame, prediction: { lookedBackFrom } }: SimState): number | null =>
  frame !== null &&
  lookedBackFrom !== null &&
  frame.branch === lookedBackFrom.branch &&
  frame.position < lookedBackFrom.position
    ? lookedBackFrom.position
    : null;

/** Back to where the question was answered. */
export const backToQuestion = (): void => {
  const state = useSim.getState();
  const position = wayBack(state);
  if (position !== null) void seekTo(position, state.lesson?.index);
};
