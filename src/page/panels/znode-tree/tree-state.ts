import { create } from 'zustand';
import type { Unfolding } from '../../../view/zookeeper-ask.ts';
import { useSim } from '../../sim/store.ts';
import { unfoldedFirst } from './unfolding.ts';

/** What a person has unfolded; kept while one steps, and while the tree is not on screen. */
const useUnfoldings = create<{ run: number; unfolded: Unfolding | null }>()(() => ({
  run: 0,
  unfolded: null,
}));

/** Before anybody knows how large the tree is. */
const AT_FIRST = unfoldedFirst(0);

export const unfoldedNow = (): Unfolding => {
  const { run, unfolded } = useUnfoldings.getState();
  return run === useSim.getState().run && unfolded !== null ? unfolded : AT_FIRST;
};

export const unfold = (unfolded: Unfolding): void =>
  useUnfoldings.setState({ run: useSim.getState().run, unfolded });

/** A new run begins with what suits the size of its tree, and stays so however the tree grows. */
export const beginUnfolding = (nodes: number): void => {
  const { run, unfolded } = useUnfoldings.getState();
  if (run !== useSim.getState().run || unfolded === null) unfold(unfoldedFirst(nodes));
};

export const useUnfolded = (): Unfolding => {
  const run = useSim((s) => s.run);
  return useUnfoldings((s) => (s.run === run && s.unfolded !== null ? s.unfolded : AT_FIRST));
};
