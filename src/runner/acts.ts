import type { RecordedIntervention } from '../view/intervention.ts';
import type { Branch } from './branch.ts';
import type { Run } from './run.ts';

/** An act, and the branch on which it was taken back. */
interface Taken extends Act {
  readonly branch: Branch;
}

/** What a person did at once: one intervention, or several of which each goes on with the one before. */
interface Act {
  readonly first: RecordedIntervention;
  readonly last: RecordedIntervention;
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
  private get newest(): Act | null {
    const { branch, position } = this.run;
    const last = this.byPerson(branch.lastBefore(position));
    if (last === null) return null;
    let first = last;
    while (first.goesOn === true) {
      const before = this.byPerson(branch.lastBefore(first.step));
      if (before === null) break;
      first = before;
    }
    return { first, last };
  }

  private byPerson(act: RecordedIntervention | null): RecordedIntervention | null {
    return act === null || this.scripts.has(act) ? null : act;
  }

  /** What the newest act before the present position began with, if it is the person's. */
  get undo(): RecordedIntervention | null {
    return this.newest?.first ?? null;
  }

  /** What was taken back last. */
  get redo(): RecordedIntervention | null {
    return this.taken.at(-1)?.first ?? null;
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
    const act = this.newest;
    if (act === null) return null;
    this.taken.push({ ...act, branch: this.run.branch });
    goWithout(this.run, act.first.step);
    return act.first;
  }

  /** Goes to just before the end of what was taken back last, on the branch where that is the next step. */
  goToTaken(): Act | null {
    const taken = this.taken.pop();
    if (taken === undefined) return null;
    this.run.switchTo(taken.branch.id, taken.last.step);
    return taken;
  }
}

/**
 * To the position before step `step`, on a branch on which nothing was done there: one that there
 * is, or a new one.
 */
function goWithout(run: Run, step: number): void {
  const stem = run.branch.stem(step);
  const idle = run.branches.find(
    (one) => one.stem(step) === stem && one.nextIntervention(step)?.step !== step,
  );
  run.switchTo((idle ?? stem).id, step);
  if (idle === undefined) run.leave(stem);
}
