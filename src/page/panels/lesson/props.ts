import type { LessonWords } from '../../../lessons/words.ts';
import type { LessonState } from '../../../view/command.ts';

/** What a learner does in a lesson. */
export interface LessonActs {
  readonly choose: (option: string) => void;
  /** Commits the answer, does what the step says, and plays. */
  readonly check: () => Promise<void>;
  /** Does what the step says, and plays. */
  readonly begin: () => Promise<void>;
  /** To a moment of the step that is over. */
  readonly showMoment: (position: number) => void;
  /** To the beginning of a step. */
  readonly goTo: (index: number) => Promise<void>;
}

export interface LessonPanelProps {
  lesson: LessonState;
  /** Null until they are loaded. */
  words: LessonWords | null;
  /** The option chosen in the open question. */
  chosen: string | null;
  acts: LessonActs;
  /** The lesson that follows in teaching order; null after the last one. */
  next: { readonly id: string; readonly title: string } | null;
}
