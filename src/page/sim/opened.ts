import type { Frame } from '../../view/frame.ts';
import type { ScenarioFile } from '../../view/scenario.ts';

/** How the run on screen came to be there. */
export interface Opened {
  /** The lab's preset that it is; null for a set-up, a file or a link. */
  readonly preset: string | null;
  /** What was opened: from it the run can begin again. */
  readonly scenario: ScenarioFile;
  /** The moment at which it opened, if that is not its beginning. */
  readonly posed: Pick<Frame, 'branch' | 'position'> | null;
}

interface Shown {
  readonly opened: Opened | null;
  readonly frame: Frame | null;
  readonly playing: boolean;
}

/** How many events ago the run stood at the moment at which it opened; null where it never did. */
const since = ({ opened, frame }: Omit<Shown, 'playing'>): number | null => {
  const posed = opened?.posed ?? null;
  if (frame === null || posed === null || posed.branch !== frame.branch) return null;
  return frame.position < posed.position ? null : frame.position - posed.position;
};

/** Whether the run still stands at the moment at which it opened. */
export const isPosed = (shown: Shown): boolean => !shown.playing && since(shown) === 0;

/** The preset whose moment the run opened at and has gone on from, on the same branch. */
export const openedAs = (shown: Omit<Shown, 'playing'>): string | null =>
  since(shown) === null ? null : (shown.opened?.preset ?? null);

/** Whether the run is at its beginning, as if nothing had been done. */
export const isCold = ({ frame }: Pick<Shown, 'frame'>): boolean => frame?.position === 0;
