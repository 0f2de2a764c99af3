import { NotInThisRun } from '../kernel/not-in-this-run.ts';
import { Recorder } from '../kernel/recorder.ts';
import { InterventionRefused } from '../kernel/refusal.ts';
import { World } from '../kernel/world.ts';
import { CannotBeDone } from '../scenarios/cannot-be-done.ts';
import { placed } from '../scenarios/placed.ts';
import { Plan, planned } from '../scenarios/planned.ts';
import type { AnyModel, AnyWorld, Protocol } from '../scenarios/protocol.ts';
import { SLICE, whole } from '../scenarios/slices.ts';
import type { Sliced } from '../scenarios/slices.ts';
import type { StepRecord } from '../view/fact.ts';
import type { Intervention, RecordedIntervention } from '../view/intervention.ts';
import { paceOf } from '../view/pace.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import type { Micros } from '../view/time.ts';
import { Branch } from './branch.ts';
import type { Checkpoint } from './branch.ts';
import { Checkpoints } from './checkpoints.ts';

/**
 * One run with its tree of branches and a cursor. Only interventions are kept; any position is
 * reached by replaying from the nearest checkpoint.
 */
export class Run {
  readonly protocol: Protocol;
  readonly file: ScenarioFile;
  readonly model: AnyModel;
  readonly history: boolean;
  readonly branches: Branch[] = [];
  branch: Branch;
  /** The world at the cursor. Replaced by seeking; never keep it. */
  world: AnyWorld;
  /** What the newest step did; null at the beginning. */
  last: StepRecord | null = null;
  /** Grows whenever the cursor's world is another one. */
  version = 1;
  /** The next intervention that is recorded; undefined: not looked for yet. */
  private coming: RecordedIntervention | null | undefined;
  /** A typical message's way, µs: what is a long wait goes by it. */
  private readonly pace: Micros;
  private readonly kept: Checkpoints;
  private readonly plan: Plan;
  recorder: Recorder;

  /**
   * @param history false: no checkpoints, no marks, no facts (bulk runs; no way back)
   * @param kept how much of the past is kept
   */
  constructor(protocol: Protocol, file: ScenarioFile, history = true, kept = new Checkpoints()) {
    this.kept = kept;
    this.history = history;
    this.protocol = protocol;
    this.file = placed(protocol, file);
    this.pace = paceOf(file);
    this.model = protocol.model(file);
    this.world = new World(this.model, file.seed);
    this.plan = new Plan(planned(protocol, file), protocol);
    this.recorder = new Recorder(this.model);
    this.branch = new Branch(0, null, this.checkpointNow());
    this.branches.push(this.branch);
    for (const { step = 0, timeMs, ...done } of this.file.interventions ?? []) {
      this.branch.record({ ...done, step, time: Math.round(timeMs * 1000) });
    }
  }

  get position(): number {
    return this.world.step;
  }

  /** Messages that the newest step lost. */
  get lost(): Recorder['lost'] {
    return this.last === null ? [] : this.recorder.lost;
  }

  /** Whether the set-up still has something in store, a start for example. */
  get planned(): boolean {
    return this.plan.nextTime(this.world) !== null;
  }

  /** How many invariants have broken that are not meant to. */
  get unmeant(): number {
    const { breaks = [] } = this.file;
    return this.world.violations.filter(({ invariant }) => !breaks.includes(invariant)).length;
  }

  /** When the next step is due, recorded and planned interventions included; null when never. */
  nextTime(): Micros | null {
    const recorded = this.recordedNow();
    if (recorded !== null) return recorded.time;
    const due = this.world.nextTime();
    const planned = this.plan.nextTime(this.world);
    return due === null || planned === null ? (due ?? planned) : Math.min(due, planned);
  }

  /**
   * Takes one step, if it is due by `limit`.
   * @returns whether it did
   */
  step(limit: Micros = Infinity): boolean {
    const facts = this.history && this.world.step >= this.branch.length;
    return this.take(limit, facts);
  }

  /** Takes one step and says what it did, whether it was known already or not. */
  explainedStep(limit: Micros = Infinity): boolean {
    return this.take(limit, true);
  }

  private take(limit: Micros, facts: boolean): boolean {
    const { world, branch } = this;
    world.recorder = facts ? this.recorder : null;
    world.checking = !branch.isSound(world.step);
    if (facts) this.recorder.records.length = 0;
    if (!this.advance(limit)) return false;
    this.version++;
    this.last = facts ? (this.recorder.records[0] ?? null) : null;
    if (this.history && world.step > branch.length) this.extend();
    return true;
  }

  /** Takes one step of which nothing is kept. @returns whether one was due by `limit` */
  advance(limit: Micros): boolean {
    const { world } = this;
    const recorded = this.recordedNow();
    if (recorded !== null) {
      if (recorded.time > limit) return false;
      this.repeat(recorded);
      return true;
    }
    return this.plan.advance(world, limit);
  }

  /** Does what was done by hand once more. @throws CannotBeDone, when a file says what cannot be */
  private repeat(recorded: RecordedIntervention): void {
    try {
      this.world.intervene(recorded.what, recorded.time);
    } catch (error) {
      if (!(error instanceof InterventionRefused)) throw error;
      const index = this.interventions().findIndex(({ step }) => step === recorded.step);
      throw new CannotBeDone(index, recorded.step, error);
    }
  }

  /** What is recorded for this very step. */
  private recordedNow(): RecordedIntervention | null {
    const { step } = this.world;
    let { coming } = this;
    // Looked for once and kept until it has been passed: nearly every step has none.
    if (coming === undefined || (coming !== null && coming.step < step)) {
      coming = this.branch.nextIntervention(step);
      this.coming = coming;
    }
    return coming?.step === step ? coming : null;
  }

  private extend(): void {
    const { branch, world } = this;
    branch.length = world.step;
    branch.violations = world.violations;
    if (this.last !== null) {
      branch.note(this.last, this.protocol, this.pace);
      this.kept.noteMarks(branch);
    }
    const newest = branch.checkpoints[branch.checkpoints.length - 1] as Checkpoint;
    if (!this.kept.isDue(world.step - newest.step)) return;
    branch.checkpoints.push(this.checkpointNow());
    this.kept.note(world, newest.world, this.branches);
  }

  private checkpointNow(): Checkpoint {
    this.world.tidy();
    return { step: this.world.step, world: this.world.clone(), planned: this.plan.done };
  }

  /**
   * Does what a person wants, at virtual time `at`. Doing it in the past starts a branch, unless it
   * is just what had been done there.
   * @param goesOn it belongs to the act before
   * @throws InterventionRefused
   */
  intervene(what: Intervention, at: Micros = this.world.time, goesOn = false): void {
    const { world, branch } = this;
    const { step } = world;
    const known = this.recordedNow();
    const time = Math.max(world.time, Math.min(at, this.nextTime() ?? at));
    const same = JSON.stringify(known?.what) === JSON.stringify(what);
    if (known !== null && same && (known.goesOn === true || !goesOn)) {
      this.explainedStep();
      return;
    }
    const fork = step < branch.length ? this.checkpointNow() : null;
    world.recorder = this.recorder;
    world.checking = true;
    this.recorder.records.length = 0;
    world.intervene(what, time);
    if (fork !== null) {
      this.branch = new Branch(this.branches.length, branch, fork);
      this.branches.push(this.branch);
    }
    this.branch.record({ step, time: world.time, what, ...(goesOn && { goesOn }) });
    this.coming = undefined;
    this.version++;
    this.last = this.recorder.records[0] ?? null;
    this.extend();
  }

  /** Moves the cursor to a position of the present branch, computing new steps if needed. */
  seek(position: number): void {
    whole(this.seeking(position));
  }

  /** The same in slices. */
  *seeking(position: number): Sliced {
    const target = Math.max(0, position);
    const { world, branch } = this;
    const checkpoint = branch.checkpoint(Math.min(target, branch.length));
    if (target < world.step || checkpoint.step > world.step) this.restore(checkpoint);
    this.last = null;
    for (let steps = 1; this.world.step < target - 1 && this.step(); steps++)
      if (steps % SLICE === 0) yield SLICE;
    if (this.world.step < target) this.explainedStep();
    this.version++;
  }

  private restore(checkpoint: Checkpoint): void {
    this.world = checkpoint.world.clone();
    this.plan.done = checkpoint.planned;
    this.coming = undefined;
  }

  /** Shows another branch at a position (its end by default). @throws NotInThisRun if unknown */
  switchTo(id: number, position?: number): void {
    const branch = this.branches[id];
    if (branch === undefined) throw new NotInThisRun(`no branch ${id}`);
    this.branch = branch;
    const target = Math.min(position ?? branch.length, branch.length);
    this.restore(branch.checkpoint(target));
    this.seek(target);
  }

  /** What happened in steps [from, to), computed again with facts. The cursor does not move. */
  records(from: number, to: number): StepRecord[] {
    const found: StepRecord[] = [];
    whole(this.walking(from, to, (record) => void found.push(record)));
    return found;
  }

  /** The same, each with the world as it was after it, which is another one at the next. */
  *walking(from: number, to: number, see: See): Sliced {
    const other = this.cursor({ history: false });
    other.restore(this.branch.checkpoint(Math.min(from, this.branch.length)));
    while (other.world.step < from && other.advance(Infinity));
    other.world.recorder = other.recorder;
    const { records } = other.recorder;
    const end = Math.min(to, this.branch.length);
    while (other.world.step < end && other.advance(Infinity)) {
      for (const record of records.splice(0)) see(record, other.world);
      if (other.world.step % SLICE === 0) yield SLICE;
    }
  }

  /** Another cursor on the same tree of branches, at the present position. */
  cursor(own: Partial<Pick<Run, 'history' | 'world'>>): Run {
    const other = Object.create(Run.prototype) as Run;
    const parts = { plan: this.plan.clone(), recorder: new Recorder(this.model) };
    return Object.assign(other, this, parts, own);
  }

  /** A cursor of its own at the end of another branch. @throws NotInThisRun if unknown */
  on(branch: number): Run {
    const other = this.cursor({});
    other.switchTo(branch);
    return other;
  }

  /** A cursor of its own on a new branch, that leaves another one at a position. */
  forked(branch: number, position: number): Run {
    const other = this.on(branch);
    other.seek(position);
    other.leave(other.branch.stem(position));
    return other;
  }

  /** A new branch begins here, on which nothing of what was done on another one is. */
  leave(stem: Branch): void {
    this.branch = new Branch(this.branches.length, stem, this.checkpointNow());
    this.branches.push(this.branch);
    this.coming = undefined;
  }

  interventions(): RecordedIntervention[] {
    return this.branch.allInterventions();
  }
}

type See = (record: StepRecord, world: AnyWorld) => void;
