import type { LessonStepWords, LessonWords } from '../../../lessons/words.ts';
import type { LessonState } from '../../../view/command.ts';
import type { PredictionState } from '../../sim/store.ts';

/** What a learner does in a lesson. */
export interface LessonActs {
  readonly choose: (option: string) => void;
  /** Commits the answer, does what the step says, and plays. */
  readonly check: () => Promise<void>;
  /** Does what the step says, and plays. */
  readonly begin: () => Promise<void>;
  /** To a moment of the step that is over. */
  readonly showMoment: (position: number) => void;
  /** From there back to where the question was answered. */
  readonly back: () => void;
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
  /** Whether the run was taken back to a moment that refutes an option. */
  lookingBack: boolean;
  /** The lesson that follows in teaching order; null after the last one. */
  next: { readonly id: string; readonly title: string } | null;
}

/** A step's question for a room. */
export interface ProjectedQuestionProps {
  lesson: LessonState;
  words: LessonStepWords;
  misconceptions: LessonWords['misconceptions'];
  prediction: PredictionState;
  onChoose: (option: string) => void;
  onHands: (option: string, hands: number) => void;
  onGoOn: () => void;
}
