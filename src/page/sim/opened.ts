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

/** Whether the run still stands at the moment at which it opened. */
export const isPosed = ({ opened, frame, playing }: Shown): boolean =>
  !playing &&
  frame !== null &&
  opened !== null &&
  opened.posed !== null &&
  opened.posed.branch === frame.branch &&
  opened.posed.position === frame.position;

/** Whether the run is at its beginning, as if nothing had been done. */
export const isCold = ({ frame }: Pick<Shown, 'frame'>): boolean => frame?.position === 0;
