import type { BranchEnd } from './branch.ts';
import type { Run } from './run.ts';

/** What playing computed last, until somebody has seen it: an act at what they saw takes it back. */
export class Ahead {
  private readonly run: Run;
  /** Where it began, and where the branch ended then. */
  private begun: {
    readonly branch: number;
    readonly from: number;
    readonly end: BranchEnd;
  } | null = null;

  constructor(run: Run) {
    this.run = run;
  }

  /** Playing goes on from where the run stands. */
  begin(): void {
    const { branch, position } = this.run;
    this.begun = { branch: branch.id, from: position, end: branch.end() };
  }

  /** The run has gone elsewhere: all that there is has been seen. */
  forget(): void {
    this.begun = null;
  }

  /**
   * Goes back to the position that was seen; what had been known beyond it before stays.
   * @returns whether the run stood elsewhere
   */
  takeBack(seen: number): boolean {
    const { run, begun } = this;
    if (begun === null || begun.branch !== run.branch.id || begun.from !== seen) return false;
    if (run.position === seen) return false;
    run.branch.endAgain(begun.end);
    run.seek(seen);
    this.begun = null;
    return true;
  }
}
