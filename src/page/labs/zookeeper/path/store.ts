import { create } from 'zustand';
import type { Pid } from '../../../../view/time.ts';
import type { FutureView, PathMoment, WriteName } from '../../../../view/write-path.ts';
import { useVeiled } from '../../../sim/selectors.ts';
import { useSim } from '../../../sim/store.ts';

/** A moment at which servers died, and what came of it. */
export interface Tried {
  /** What was tried, as a text: the same deed at the same moment comes to the same. */
  readonly key: string;
  readonly moment: PathMoment;
  readonly pids: readonly Pid[];
  readonly power: boolean;
  /** Somebody wrote before they were back. */
  readonly between: boolean;
  readonly future: FutureView;
  /** The branch that it left. */
  readonly trunk: number;
}

/** What a person has chosen and tried of a run. */
export interface CrashState {
  /** The write whose path is shown; null: the newest. */
  readonly write: WriteName | null;
  /** Who dies; null: whoever leads. */
  readonly pids: readonly Pid[] | null;
  readonly power: boolean;
  readonly between: boolean;
  readonly tried: readonly Tried[];
  /** The one that is being tried; null: none. */
  readonly trying: string | null;
  /** Of the two futures that are compared. */
  readonly a: string | null;
  readonly b: string | null;
  /** The futures stand on the stage, in place of the run. */
  readonly comparing: boolean;
}

const EMPTY: CrashState = {
  write: null,
  pids: null,
  power: false,
  between: false,
  tried: [],
  trying: null,
  a: null,
  b: null,
  comparing: false,
};

interface Kept extends CrashState {
  /** The run that it is of: another one begins with nothing. */
  readonly run: number;
}

const useKept = create<Kept>(() => ({ ...EMPTY, run: 0 }));

/** As it is of the run on screen. */
export const crashNow = (): CrashState => {
  const kept = useKept.getState();
  return kept.run === useSim.getState().run ? kept : EMPTY;
};

export const setCrash = (change: Partial<CrashState>): void => {
  const { run } = useSim.getState();
  const kept = useKept.getState();
  useKept.setState(kept.run === run ? change : { ...EMPTY, run, ...change });
};

// Whoever goes on in the run, by a key or a button, wants to see it: the futures no longer stand before it.
useSim.subscribe(({ frame }, { frame: before }) => {
  if (!crashNow().comparing || frame === null || before === null) return;
  if (frame.position !== before.position || frame.branch !== before.branch)
    setCrash({ comparing: false });
});

/** Of the run on screen; select as little as you need. */
export const useCrash = <T>(select: (state: CrashState) => T): T => {
  const run = useSim((s) => s.run);
  return useKept((kept) => select(kept.run === run ? kept : EMPTY));
};

export const triedIn = ({ tried }: CrashState, key: string | null): Tried | null =>
  tried.find((one) => one.key === key) ?? null;

/** The futures A and B, as far as they were chosen. */
export const useFutures = (): readonly { readonly letter: 'A' | 'B'; readonly one: Tried }[] => {
  const a = useCrash((s) => triedIn(s, s.a));
  const b = useCrash((s) => triedIn(s, s.b));
  const both = [
    { letter: 'A' as const, one: a },
    { letter: 'B' as const, one: b },
  ];
  return both.flatMap(({ letter, one }) => (one === null ? [] : [{ letter, one }]));
};

/** Whether the futures stand on the stage: not while an open question asks what comes. */
export const useComparing = (): boolean => {
  const veiled = useVeiled();
  return useCrash((s) => s.comparing && s.a !== null) && !veiled;
};
