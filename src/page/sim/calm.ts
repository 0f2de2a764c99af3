import { create } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { useSim } from './store.ts';
import type { Frame } from '../../view/frame.ts';
import type { SimState } from './store.ts';
import { FASTEST_TOLD } from './story.ts';
import { sweep } from './sweep.ts';

/** Least wall time between two frames that a view draws while the run plays, ms. */
const PAUSE = 100;
/** The same where a run plays too fast to be read: they only show that it goes on. */
const PAUSE_FAST = 250;
/** The same while a person sweeps through it: the eye is at the handle and the stage, which must not lag. */
const PAUSE_SWEPT = 500;

/** Whether the run goes by too fast for anything of it to be read or pressed. */
const isHurried = ({ playing, speed }: Pick<SimState, 'playing' | 'speed'>): boolean =>
  playing && speed > FASTEST_TOLD;
export const useHurried = (): boolean => useSim(isHurried);

type Shown = Pick<SimState, 'run' | 'frame' | 'happened' | 'marks'>;

/** What is shown next, and how the run goes there. */
type Next = Pick<SimState, 'run' | 'frame' | 'playing' | 'speed'> & { readonly swept?: boolean };

const sameBranch = (shown: Pick<Shown, 'run' | 'frame'>, { run, frame }: Next): boolean =>
  run === shown.run && frame !== null && frame.branch === shown.frame?.branch;

/**
 * How long the newest frame waits, ms, when the frame shown has stood for `stood`. Another run or
 * branch is shown at once, an earlier place where nobody sweeps, and so is a run that stands still.
 */
export const waitFor = (shown: Pick<Shown, 'run' | 'frame'>, next: Next, stood: number): number => {
  const { frame, playing, swept = false } = next;
  const goesOn = playing && (frame?.position ?? 0) >= (shown.frame?.position ?? 0);
  if (!(swept || goesOn) || !sameBranch(shown, next)) return 0;
  const pause = swept ? PAUSE_SWEPT : isHurried(next) ? PAUSE_FAST : PAUSE;
  return Math.max(0, pause - stood);
};

const NOTHING: Pick<Shown, 'frame' | 'marks'> = { frame: null, marks: [] };

const useShown = create<Shown & { readonly looked: Frame | null }>(() => ({
  run: 0,
  frame: null,
  happened: [],
  marks: [],
  looked: null,
}));
let since = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

const show = (): void => {
  clearTimeout(timer);
  timer = undefined;
  since = performance.now();
  const state = useSim.getState();
  const { run, frame, happened, marks } = state;
  useShown.setState((shown) => {
    const passes = sweep.lasts() && sameBranch({ run: shown.run, frame: shown.looked }, state);
    return { run, frame, happened, marks, looked: passes ? shown.looked : frame };
  });
};

const isShown = ({ run, frame, happened, marks }: Shown): boolean => {
  const shown = useShown.getState();
  return (
    run === shown.run &&
    frame === shown.frame &&
    happened === shown.happened &&
    marks === shown.marks
  );
};

useSim.subscribe((state) => {
  if (isShown(state)) return;
  const swept = sweep.lasts();
  const wait = waitFor(useShown.getState(), { ...state, swept }, performance.now() - since);
  if (wait === 0) show();
  // In a sweep the next frame comes soon, and drawn with it the views delay none between.
  else if (!swept) timer ??= setTimeout(show, wait);
});
sweep.onEnd(show);

/**
 * The frame for views that list and chart the run: while it plays fast they are drawn some times a
 * second, so that the stage keeps the pace. Whenever it stands still it is the present frame.
 */
export const useCalmFrame = (): SimState['frame'] => useShown(({ frame }) => frame);

/** What somebody wants to know of that frame: drawn again is only for another answer. */
export const useCalm = <T>(pick: (frame: Frame | null) => T): T =>
  useShown(useShallow(({ frame }) => pick(frame)));

/**
 * The frame for views that list what happened round it, which has to be asked for: while a person sweeps
 * through the run, the one at which that began.
 */
export const useLookedFrame = (): SimState['frame'] => useShown(({ looked }) => looked);

/** What just happened when that frame came. */
export const useCalmHappened = (): SimState['happened'] => useShown(({ happened }) => happened);

/** The marks of the timeline when that frame came. */
export const useCalmMarks = (): SimState['marks'] => useShown(({ marks }) => marks);

/**
 * The run for what follows it step by step as long as somebody can follow: as it is now, but where it
 * is hurried the calm one.
 */
export const useFollowed = (): Pick<Shown, 'frame' | 'marks'> => {
  const hurried = useHurried();
  const now = useSim(useShallow((s) => (hurried ? NOTHING : { frame: s.frame, marks: s.marks })));
  const calm = useShown(
    useShallow((s) => (hurried ? { frame: s.frame, marks: s.marks } : NOTHING)),
  );
  return hurried ? calm : now;
};
