import { createContext, use } from 'react';
import type { Frame, ProcessView } from '../../view/frame.ts';
import type { Intervention } from '../../view/intervention.ts';

/** What can be done to a process in one lab alone: in its inspector and in its menu on the stage. */
export interface OwnDeed {
  readonly id: string;
  readonly label: string;
  /** Why it cannot be done now. */
  readonly reason: string | null;
  readonly what: Intervention;
}

export type OwnDeedsOf = (process: ProcessView, frame: Frame) => readonly OwnDeed[];

export const OwnDeedsContext = createContext<OwnDeedsOf>(() => []);

/** The lab's own deeds for each of its processes. */
export const useOwnDeeds = (): OwnDeedsOf => use(OwnDeedsContext);
