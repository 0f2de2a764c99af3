import type { LessonState } from '../view/command.ts';
import type { Micros } from '../view/time.ts';
import { Came } from './came.ts';

/** What is known of one step of a script on the present branch, by positions of the run. */
export class Progress {
  /** Where it was turned to. */
  entered: number | null = null;
  begun: { readonly position: number; readonly time: Micros } | null = null;
  /** Where its `when` held. */
  acted: number | null = null;
  /** Where each of its interventions was done. */
  readonly acts: number[] = [];
  done: number | null = null;
  failed: number | null = null;
  came = new Came();
  /** The options that came true, known once it is done. */
  right: readonly string[] = [];
  expectations: LessonState['expectations'] = [];
  /** Of its goals those that the reader has found. */
  readonly found = new Set<string>();

  /** How many interventions had been done by this position. */
  actsBy(position: number): number {
    return this.acts.filter((act) => act < position).length;
  }

  phaseAt(position: number): LessonState['phase'] {
    if (this.begun === null || position <= this.begun.position) return 'ready';
    if (this.done !== null && position >= this.done) return 'done';
    if (this.failed !== null && position >= this.failed) return 'failed';
    return 'running';
  }

  /** What lies behind this position happened on another branch. */
  forget(after: number): void {
    if (this.entered !== null && this.entered > after) this.entered = null;
    if (this.begun !== null && this.begun.position > after) {
      this.restart();
      return;
    }
    const kept = this.acts.findIndex((act) => act >= after);
    if (kept !== -1) this.acts.length = kept;
    if (this.acted !== null && this.acted > after) this.acted = null;
    if (this.failed !== null && this.failed > after) this.failed = null;
    this.came.forget(after);
    if (this.done === null || this.done <= after) return;
    this.done = null;
    this.right = [];
    this.expectations = [];
  }

  /** As if it had never begun. */
  restart(): void {
    this.begun = null;
    this.acted = null;
    this.acts.length = 0;
    this.done = null;
    this.failed = null;
    this.came = new Came();
    this.right = [];
    this.expectations = [];
    this.found.clear();
  }
}
