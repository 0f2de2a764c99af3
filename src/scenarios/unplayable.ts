import type { ProblemView } from '../view/command.ts';

/** What a file of the right form asks of its run, and the run does not give: known once it is played. */
export abstract class Unplayable extends Error {
  /** With its place in the file and what to do. */
  readonly problem: ProblemView;

  constructor(made: ProblemView) {
    super(made.text);
    this.problem = made;
  }
}
