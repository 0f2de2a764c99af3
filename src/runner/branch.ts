import type { AnyWorld } from '../scenarios/protocol.ts';
import type { BranchView, Mark } from '../view/frame.ts';
import type { RecordedIntervention } from '../view/intervention.ts';
import type { Micros } from '../view/time.ts';

/** A world as it was before step `step`, to start replays from. */
export interface Checkpoint {
  readonly step: number;
  readonly world: AnyWorld;
  /** How many of the scenario's planned interventions had been done. */
  readonly planned: number;
}

/**
 * One line of history. It shares everything before `forkStep` with its parent and owns what comes
 * after: the interventions (all else is computed again), checkpoints, and marks of the timeline.
 */
export class Branch {
  readonly id: number;
  readonly parent: Branch | null;
  readonly forkStep: number;
  readonly forkTime: Micros;
  readonly interventions = new Map<number, RecordedIntervention>();
  readonly checkpoints: Checkpoint[] = [];
  readonly marks: Mark[] = [];
  /** Steps computed so far. */
  length: number;
  /** Time of the newest step that was not routine: where the present quiet stretch began. */
  busyUntil: Micros;

  constructor(id: number, parent: Branch | null, fork: Checkpoint) {
    this.id = id;
    this.parent = parent;
    this.forkStep = fork.step;
    this.forkTime = fork.world.time;
    this.length = fork.step;
    this.busyUntil = fork.world.time;
    this.checkpoints.push(fork);
  }

  /** The newest checkpoint at or before a step. */
  checkpoint(step: number): Checkpoint {
    if (step < this.forkStep && this.parent !== null) return this.parent.checkpoint(step);
    let low = 0;
    let high = this.checkpoints.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.checkpoints[middle] as Checkpoint).step <= step) low = middle;
      else high = middle - 1;
    }
    return this.checkpoints[low] as Checkpoint;
  }

  intervention(step: number): RecordedIntervention | undefined {
    if (step < this.forkStep && this.parent !== null) return this.parent.intervention(step);
    return this.interventions.get(step);
  }

  /** The first recorded intervention at or after a step. */
  nextIntervention(step: number): RecordedIntervention | null {
    let next: RecordedIntervention | null = null;
    for (const each of this.allInterventions()) {
      if (each.step >= step && (next === null || each.step < next.step)) next = each;
    }
    return next;
  }

  /** All interventions on the way to this branch's end, in order. */
  allInterventions(): RecordedIntervention[] {
    const before = this.parent?.allInterventions() ?? [];
    const own = [...this.interventions.values()];
    return [...before.filter(({ step }) => step < this.forkStep), ...own].sort(
      (a, b) => a.step - b.step,
    );
  }

  /** All marks on the way to this branch's end, in order. */
  allMarks(): Mark[] {
    const before = this.parent?.allMarks() ?? [];
    return [...before.filter(({ position }) => position <= this.forkStep), ...this.marks];
  }

  view(): BranchView {
    return {
      id: this.id,
      parent: this.parent?.id ?? null,
      forkPosition: this.forkStep,
      forkTime: this.forkTime,
      length: this.length,
    };
  }
}
