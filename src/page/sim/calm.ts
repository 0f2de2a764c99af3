import { create } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { useSim } from './store.ts';
import type { SimState } from './store.ts';
import { FASTEST_TOLD } from './story.ts';

/** Least wall time between two frames that a view draws while the run plays, ms. */
const PAUSE = 60;
/** The same where a run plays too fast to be read: they only show that it goes on. */
const PAUSE_FAST = 250;

/** Whether the run goes by too fast for anything of it to be read or pressed. */
const isHurried = ({ playing, speed }: Pick<SimState, 'playing' | 'speed'>): boolean =>
  playing && speed > FASTEST_TOLD;
export const useHurried = (): boolean => useSim(isHurried);

type Shown = Pick<SimState, 'run' | 'frame' | 'happened' | 'marks'>;

/**
 * How long the newest frame waits, ms, when the frame shown has stood for `stood`. Another run,
 * branch or earlier place is shown at once, and so is a run that does not play.
 */
export const waitFor = (
  shown: Pick<Shown, 'run' | 'frame'>,
  { run, frame, playing, speed }: Pick<SimState, 'run' | 'frame' | 'playing' | 'speed'>,
  stood: number,
): number => {
  const goesOn =
    playing &&
    run === shown.run &&
    frame !== null &&
    frame.branch === shown.frame?.branch &&
    frame.position >= shown.frame.position;
  const pause = isHurried({ playing, speed }) ? PAUSE_FAST : PAUSE;
  return goesOn ? Math.max(0, pause - stood) : 0;
};

const NOTHING: Pick<Shown, 'frame' | 'marks'> = { frame: null, marks: [] };

const useShown = create<Shown>(() => ({ run: 0, frame: null, happened: [], marks: [] }));
let since = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

const show = (): void => {
  clearTimeout(timer);
  timer = undefined;
  since = performance.now();
  const { run, frame, happened, marks } = useSim.getState();
  useShown.setState({ run, frame, happened, marks });
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
  const shown = useShown.getState();
  const wait = waitFor(shown, state, performance.now() - since);
  if (wait === 0) show();
  else timer ??= setTimeout(show, wait);
});

/**
 * The frame for views that list and chart the run: while it plays fast they are drawn some times a
 * second, so that the stage keeps the pace. Whenever it stands still it is the present frame.
 */
export const useCalmFrame = (): SimState['frame'] => useShown(({ frame }) => frame);

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
