import type { RecordedIntervention } from '../view/intervention.ts';
import type { Branch } from './branch.ts';
import type { Run } from './run.ts';

/** An act, and the branch on which it was taken back. */
interface Taken {
  readonly branch: Branch;
  readonly act: RecordedIntervention;
}

/**
 * What a person did in a run, to be taken back and done again: steps in its tree of branches, all
 * of which are kept. What a script did is no act of the person's and stays.
 */
export class Acts {
  private readonly run: Run;
  private readonly scripts = new WeakSet<RecordedIntervention>();
  private readonly taken: Taken[] = [];

  constructor(run: Run) {
    this.run = run;
  }

  /** The newest act before the present position, if it is the person's. */
  get undo(): RecordedIntervention | null {
    const act = this.run.branch.lastBefore(this.run.position);
    return act === null || this.scripts.has(act) ? null : act;
  }

  /** What was taken back last. */
  get redo(): RecordedIntervention | null {
    return this.taken.at(-1)?.act ?? null;
  }

  /** The script has done what is step number `step`. */
  script(step: number): void {
    const last = this.run.branch.lastBefore(step + 1);
    if (last?.step === step) this.scripts.add(last);
  }

  /** The person has done something: what was taken back before stays so. */
  done(): void {
    this.taken.length = 0;
  }

  /** Goes to just before the newest act, on a branch where it is not done. */
  takeBack(): RecordedIntervention | null {
    const act = this.undo;
    if (act === null) return null;
    this.taken.push({ branch: this.run.branch, act });
    this.run.goWithout(act.step);
    return act;
  }

  /** Goes to just before what was taken back last, on the branch where it is the next step. */
  goToTaken(): RecordedIntervention | null {
    const last = this.taken.pop();
    if (last === undefined) return null;
    this.run.switchTo(last.branch.id, last.act.step);
    return last.act;
  }
}
