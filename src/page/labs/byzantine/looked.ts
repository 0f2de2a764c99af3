import { create } from 'zustand';
import type { Pid } from '../../../view/time.ts';

/** How the generals are looked at: which branches of the tree are unfolded, and with whose eyes. */
interface Looked {
  /** The path down to which the tree is unfolded: `1.6`; '' where it is folded. */
  readonly open: string;
  /** Only what this one sees is shown; null: all. */
  readonly eyes: Pid | null;
}

export const useLooked = create<Looked>()(() => ({ open: '', eyes: null }));

export const unfold = (open: string): void => useLooked.setState({ open });

export const lookWith = (eyes: Pid | null): void => useLooked.setState({ eyes });
