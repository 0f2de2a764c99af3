import type { Pid } from '../view/time.ts';

/** What stands beside a lane's name: something plain, and a claim in its colour. */
export interface LaneNote {
  /** Left out where there is little room. */
  readonly plain: string | null;
  /** What stands between the two. */
  readonly sign: string;
  readonly label: string;
  /** Null: in ink. */
  readonly claim: number | null;
  /** Behind the label, as far as there is room: what it is about. */
  readonly about?: string;
  /** Of a label that is a state: the class that colours it, as on the stage. */
  readonly state?: string;
}

export type LaneNotes = ReadonlyMap<Pid, LaneNote>;

export const NO_NOTES: LaneNotes = new Map();
