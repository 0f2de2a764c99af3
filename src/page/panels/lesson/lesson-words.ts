/** A lesson's words in one language, as its folder holds them. `**…**` sets words in bold. */
export interface LessonWords {
  readonly title: string;
  readonly steps: Readonly<Record<string, LessonStepWords | undefined>>;
  /** By the key that the scenario's expectations carry. */
  readonly expectations?: Readonly<Record<string, string | undefined>>;
}

export interface LessonStepWords {
  readonly text: string;
  readonly question?: string;
  readonly options?: Readonly<Record<string, string | undefined>>;
  /** Why the right answer is right; shown when the step has run. */
  readonly why?: string;
}
