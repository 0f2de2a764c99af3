import type { Violation } from '../kernel/model.ts';
import type { AnyWorld } from '../scenarios/protocol.ts';
import type { BranchView, Mark } from '../view/frame.ts';
import type { RecordedIntervention } from '../view/intervention.ts';
import type { Protocol } from '../scenarios/protocol.ts';
import type { StepRecord } from '../view/fact.ts';
import type { Micros } from '../view/time.ts';
import { marksOf, openStretch } from './marks.ts';
import type { Busy } from './marks.ts';

/** A world as it was before step `step`, to start replays from. */
export interface Checkpoint {
  readonly step: number;
  readonly world: AnyWorld;
  /** How many of the scenario's planned interventions had been done. */
  readonly planned: number;
}

/** An end of a branch: steps computed, and what is known of the way there. */
export interface BranchEnd {
  readonly length: number;
  readonly violations: readonly Violation[];
  readonly busy: Busy;
  /** The mark of a stretch that was still open, which is replaced later. */
  readonly open: Mark | null;
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
  readonly checkpoints: Checkpoint[] = [];
  private readonly marks: Mark[] = [];
  /** Grows whenever its marks are others than they were. */
  marked = 0;
  /** In the order of their steps. */
  private readonly own: RecordedIntervention[] = [];
  /** Steps computed so far. */
  length: number;
  /** Invariants broken on the way to its end. */
  violations: readonly Violation[];
  /** The newest step that was not routine. */
  private busy: Busy;

  constructor(id: number, parent: Branch | null, fork: Checkpoint) {
    this.id = id;
    this.parent = parent;
    this.forkStep = fork.step;
    this.forkTime = fork.world.time;
    this.length = fork.step;
    this.violations = fork.world.violations;
    this.busy = parent?.busyAt(fork) ?? { position: fork.step, time: fork.world.time };
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

  /** Takes note of what its newest step did. @param pace a typical message's way, µs */
  note(record: StepRecord, protocol: Protocol, pace: Micros): void {
    const { marks } = this;
    const open = marks.at(-1)?.open === true;
    if (record.routine) {
      const mark = open ? null : openStretch(record, this.busy, pace);
      if (mark === null) return;
      marks.push(mark);
      this.marked++;
      return;
    }
    const made = marksOf(record, this.busy, protocol, pace);
    if (open) marks.pop();
    marks.push(...made);
    if (open || made.length > 0) this.marked++;
    this.busy = { position: record.step + 1, time: record.time };
  }

  /** The end of the last busy step before a fork: a stretch in which another branch leaves goes on there. */
  private busyAt({ step, world }: Checkpoint): Busy | null {
    const mark = this.allMarks().find(
      ({ kind, since, position, open }) =>
        kind === 'quiet' && since < step && (open === true || position > step),
    );
    if (mark === undefined) return null;
    const time = mark.time - mark.duration;
    return time <= world.time ? { position: mark.since, time } : null;
  }

  /** Whether it is known that a step kept every invariant. */
  isSound(step: number): boolean {
    if (step >= this.length) return false;
    return this.violations.length === 0 || !this.violations.some((each) => each.step === step);
  }

  /** How many interventions are its own. */
  get recorded(): number {
    return this.own.length;
  }

  /** Keeps an intervention, in the place of one before the same step. */
  record(what: RecordedIntervention): void {
    const at = this.firstFrom(what.step);
    this.own.splice(at, this.own[at]?.step === what.step ? 1 : 0, what);
  }

  /** The first recorded intervention at or after a step. */
  nextIntervention(step: number): RecordedIntervention | null {
    if (step < this.forkStep && this.parent !== null) {
      const before = this.parent.nextIntervention(step);
      if (before !== null && before.step < this.forkStep) return before;
    }
    return this.own[this.firstFrom(step)] ?? null;
  }

  /** The last recorded intervention before a step. */
  lastBefore(step: number): RecordedIntervention | null {
    const own = this.own[this.firstFrom(step) - 1];
    return own ?? this.parent?.lastBefore(Math.min(step, this.forkStep)) ?? null;
  }

  /** The branch that it shares everything before a step with and that did not begin there. */
  stem(step: number): Branch {
    return this.forkStep >= step && this.parent !== null ? this.parent.stem(step) : this;
  }

  /** Where in its own interventions the first one at or after a step stands. */
  private firstFrom(step: number): number {
    let low = 0;
    let high = this.own.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.own[middle] as RecordedIntervention).step < step) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** All interventions on the way to this branch's end, in order. */
  allInterventions(): RecordedIntervention[] {
    const before = this.parent?.allInterventions() ?? [];
    return [...before.filter(({ step }) => step < this.forkStep), ...this.own];
  }

  /** All marks on the way to this branch's end, in order. */
  allMarks(): Mark[] {
    const before = this.parent?.allMarks() ?? [];
    // What was open there ends with the first step of this one.
    const kept = before.filter(({ position, open }) => position <= this.forkStep && open !== true);
    return [...kept, ...this.marks];
  }

  /**
   * When the wait that lasts at a position ends, as far as it was played: the time of the first step
   * after it that is more than pings and waiting. Null where no long wait is known.
   * @param before what was played from this step on is no part of the run
   */
  waitEnds(position: number, before = Infinity): Micros | null {
    if (position < this.forkStep && this.parent !== null)
      return this.parent.waitEnds(position, Math.min(before, this.forkStep));
    const wait = this.marks.find(
      (mark) =>
        mark.kind === 'quiet' && mark.since <= position && position <= mark.position && !mark.open,
    );
    // Another branch left before it was over.
    return wait === undefined || wait.position >= before ? null : wait.time;
  }

  /**
   * The step from which on there was nothing but pings and waiting on the way to a position; the position
   * itself where no long wait is known.
   */
  quietSince(position: number): number {
    if (position < this.forkStep && this.parent !== null) return this.parent.quietSince(position);
    const wait = this.marks.find(
      (mark) =>
        mark.kind === 'quiet' &&
        mark.since <= position &&
        position <= (mark.open === true ? this.length : mark.position),
    );
    return wait?.since ?? position;
  }

  /** The newest mark at or before a position that a fact made; null when there is none. */
  markBefore(position: number): Mark | null {
    const isBefore = (mark: Mark): boolean => mark.kind !== 'quiet' && mark.position <= position;
    // Its own marks begin after the fork.
    const own = this.marks.findLast(isBefore);
    return own ?? this.parent?.markBefore(Math.min(position, this.forkStep)) ?? null;
  }

  /** Where it ends now, to come back to. */
  end(): BranchEnd {
    const { length, violations, busy, marks } = this;
    const last = marks.at(-1);
    return { length, violations, busy, open: last?.open === true ? last : null };
  }

  /**
   * Takes back what was computed since: nobody has seen it. What a file says was done further on
   * stays.
   */
  endAgain({ length, violations, busy, open }: BranchEnd): void {
    while (this.checkpoints.length > 1 && (this.checkpoints.at(-1)?.step ?? 0) > length)
      this.checkpoints.pop();
    const isSince = ({ kind, position, open: isOpen }: Mark): boolean =>
      isOpen === true || (kind === 'quiet' ? position >= length : position > length);
    while (this.marks.length > 0 && isSince(this.marks.at(-1) as Mark)) this.marks.pop();
    if (open !== null) this.marks.push(open);
    this.marked++;
    Object.assign(this, { length, violations, busy });
  }

  /** Every second checkpoint goes; where it began stays. */
  thinCheckpoints(): void {
    const kept = this.checkpoints.filter((_, index) => index % 2 === 0);
    this.checkpoints.splice(0, Infinity, ...kept);
  }

  get markCount(): number {
    return this.marks.length;
  }

  /** Every second mark goes: of so many none can be told from its neighbours. The newest stays. */
  thinMarks(): void {
    const from = this.marks.length - 1;
    const kept = this.marks.filter(
      ({ kind }, index) => (from - index) % 2 === 0 || kind === 'invariant-violated',
    );
    this.marks.splice(0, Infinity, ...kept);
    this.marked++;
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
