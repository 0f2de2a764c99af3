import type { CapRequestView } from '../../view/cap.ts';

/** A request where its mark stands. */
export interface Placed {
  readonly request: CapRequestView;
  readonly x: number;
  readonly y: number;
  /** The reader is still to guess what comes of it. */
  readonly hidden: boolean;
}
