import type { ElectionDetail } from '../view/election.ts';
import type { Frame } from '../view/frame.ts';
import type { Pid } from '../view/time.ts';

/** The one place that the last step changed: it glows once. */
export interface Change {
  readonly pid: Pid;
  readonly what: 'state' | 'vote' | 'log';
}

/** What differs most between two frames of one branch; null when nothing that is drawn does. */
export const whatChanged = (
  _before: Frame<ElectionDetail> | null,
  _after: Frame<ElectionDetail>,
): Change | null => null;
