import { Director } from '../scenarios/director.ts';
import type { Part } from '../scenarios/parts.ts';
import { SLICE, whole } from '../scenarios/slices.ts';
import type { Sliced } from '../scenarios/slices.ts';
import type { Foreseen, Stops, Until } from '../view/command.ts';
import type { Condition } from '../view/condition.ts';
import type { Fact, StepRecord, Told } from '../view/fact.ts';
import type { Intervention, RecordedIntervention } from '../view/intervention.ts';
import { LIMITS } from '../view/limits.ts';
import type { Micros } from '../view/time.ts';
import { Acts } from './acts.ts';
import { Ahead } from './ahead.ts';
import { Awaiting } from './awaiting.ts';
import { toBeginning } from './beginning.ts';
import { outcomeOf } from './outcome.ts';
import { newestFacts, previousBusyStep } from './history.ts';
import { isInteresting } from './marks.ts';
import { directorOf, playStep, toStep } from './script-moves.ts';
import { isStage, toldOf } from './told.ts';
import type { Run } from './run.ts';

/** At most so many steps for one command: what never comes is not looked for for ever. */
const MOST_STEPS = 20_000;

/** Moves a run through time as a person asks, and takes its script (if it has one) along. */
export class Drive {
  readonly run: Run;
  readonly acts: Acts;
  director: Director | null = null;
  /** What the newest step that said anything brought about. */
  happened: readonly Fact[] = [];

  /** What the newest step of `advance` or `intervene` did, when that is worth reading. */
  told: Told | null = null;
  /** Why `advance` stands: a request has passed a stage; what was awaited has come, or will not. */
  stands: 'staged' | 'over' | null = null;

  private readonly more: boolean;
  private readonly awaiting: Awaiting;
  private readonly ahead: Ahead;
  private readonly mover;

  private constructor(run: Run, more: boolean) {
    this.run = run;
    this.acts = new Acts(run);
    this.more = more;
    this.awaiting = new Awaiting(run);
    this.ahead = new Ahead(run);
    const take = (limit: Micros): boolean => this.take(limit);
    this.mover = { run, take, seek: (position: number) => this.seek(position) };
  }

  /**
   * @param part.from where the run is taken before its script begins
   * @param more another run follows this one
   * @throws NeverBegins
   */
  static *begun(
    run: Run,
    { from, first }: Pick<Part, 'from' | 'first'>,
    more: boolean,
  ): Sliced<Drive> {
    const drive = new Drive(run, more);
    if (from !== null) yield* toBeginning(run, from, first, (record) => drive.note(record));
    drive.director = directorOf(run, drive.acts);
    return drive;
  }

  /** One step of the run; the director hears of it. @returns false when the run should stand */
  private take(limit: Micros): boolean {
    const { run, director } = this;
    const phase = director?.phase;
    const violations = run.unmeant;
    if (!run.explainedStep(limit)) {
      if (run.nextTime() === null) director?.idle();
      return false;
    }
    this.note(run.last);
    director?.after(run.last?.facts ?? []);
    return director?.phase === phase && run.unmeant === violations;
  }

  private note(record: StepRecord | null): void {
    if (record !== null && record.facts.length > 0 && !record.routine) this.happened = record.facts;
  }

  /** Playing: everything up to a time, or to where it stops. A script stands between its steps. */
  *advance(until: Micros, stops: Stops = {}): Sliced {
    const { run } = this;
    this.told = null;
    this.stands = null;
    this.ahead.begin();
    if (this.director?.waits(this.more) === true) return;
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      const before = run.position;
      const goOn = this.take(until);
      if (run.position === before) {
        if (this.awaiting.lapsed(until)) this.stands = 'over';
        return;
      }
      if (stops.told === true) this.told = toldOf(run.last, run.protocol, stops.stages);
      if (this.awaiting.hasCome()) this.stands = 'over';
      else if (stops.stages === true && isStage(run.last, run.protocol)) this.stands = 'staged';
      if (!goOn || this.told !== null || this.stands !== null) return;
      if (steps % SLICE === 0) yield SLICE;
    }
  }

  /** One step; `all` counts routine ones too. */
  *stepForward(all: boolean): Sliced {
    yield* this.steps((last) => all || last === null || !last.routine);
  }

  /** Where nothing but pings and tries in vain is left, it stands after so many of them. */
  *nextInteresting(): Sliced {
    const { protocol } = this.run;
    yield* this.steps((last) => last !== null && isInteresting(last, protocol));
  }

  private *steps(isEnough: (last: StepRecord | null) => boolean): Sliced {
    this.leave();
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      if (!this.take(Infinity) || isEnough(this.run.last)) return;
      if (steps % SLICE === 0) yield SLICE;
    }
  }

  /** @returns whether the condition came true within so much virtual time */
  *runUntil(condition: Condition, withinMs: number): Sliced<boolean> {
    const { run } = this;
    this.leave();
    const limit = run.world.time + withinMs * 1000;
    const watch = Director.watch(condition, run.protocol, run.world);
    for (let steps = 0; steps < LIMITS.soughtSteps; steps++) {
      const holds = watch(run.world, run.last?.facts ?? [], false, run.planned);
      if (holds || !this.take(limit)) return holds;
      if (steps % SLICE === 0) yield SLICE;
    }
    return false;
  }

  /**
   * @param how.awaits where playing then stands
   * @param how.playing what is due at the same instant is left to the next `advance`
   * @param how.goesOn it belongs to the act before, and is taken back with it
   * @throws InterventionRefused
   */
  *intervene(
    what: Intervention,
    at: Micros,
    how: { awaits?: readonly Until[]; playing?: boolean; goesOn?: boolean } = {},
  ): Sliced {
    const { run, director } = this;
    const branches = run.branches.length;
    const step = run.position;
    run.intervene(what, at, how.goesOn);
    this.acts.done();
    if (run.branches.length > branches) director?.forget(step);
    this.leave();
    this.stands = null;
    this.note(run.last);
    this.told = toldOf(run.last, run.protocol);
    director?.after(run.last?.facts ?? []);
    if (how.playing !== true) yield* this.settle();
    if (how.awaits !== undefined && this.awaiting.next(how.awaits)) this.stands = 'over';
  }

  /** Goes back to what a person saw when they acted. @returns whether the run stood elsewhere */
  backTo(seen: number): boolean {
    const moved = this.ahead.takeBack(seen);
    if (moved) this.director?.sync(this.run.position);
    return moved;
  }

  /** Takes back the person's newest act. @returns what that was; null: there is none */
  undo(): RecordedIntervention | null {
    const act = this.acts.takeBack();
    if (act !== null) this.arriveAt(act.step);
    return act;
  }

  /** Does again what was taken back last. @returns what that was; null: there is nothing */
  *redo(): Sliced<RecordedIntervention | null> {
    const act = this.acts.goToTaken();
    if (act === null) return null;
    this.arriveAt(act.last.step);
    this.take(Infinity);
    yield* this.settle();
    return act.first;
  }

  /** On another branch, of which the script knows nothing beyond this position. */
  private arriveAt(position: number): void {
    const { director } = this;
    this.lookBack();
    director?.forget(position);
    director?.sync(position);
  }

  /** What is due at this very instant happens with the intervention that caused it. */
  private *settle(): Sliced {
    const { run } = this;
    this.note(run.last);
    const kept = this.happened;
    try {
      for (let steps = 0; steps < MOST_STEPS && this.take(run.world.time); steps++)
        if (steps % SLICE === 0) yield SLICE;
    } finally {
      if (kept.length > 0) this.happened = kept;
    }
  }

  /** To a position; beyond the end of what is known, so far as that takes no age. */
  *seek(position: number, ended?: number): Sliced {
    const { run } = this;
    try {
      yield* run.seeking(Math.min(position, run.branch.length + LIMITS.soughtSteps));
    } finally {
      this.lookBack();
      this.director?.sync(run.position, ended);
    }
  }

  /** After a jump: what was last said on the way to where the run stands. */
  private lookBack(): void {
    this.leave();
    this.told = null;
    this.happened = newestFacts(this.run);
  }

  /** Whoever takes time into their own hands waits for nothing that was done before. */
  private leave(): void {
    this.ahead.forget();
    this.awaiting.none();
  }

  /** To the beginning of a step of the script, playing what lies between if it must. */
  *toScriptStep(index: number): Sliced {
    const { director } = this;
    if (director !== null && (yield* toStep(this.mover, director, index))) this.lookBack();
  }

  /** Plays the script to its end, if it is not there. */
  *finish(): Sliced {
    const { director } = this;
    if (director === null) return;
    const last = director.state().steps.length - 1;
    if (director.stepIndex === last && director.phase === 'done') return;
    yield* this.toScriptStep(last);
    yield* playStep(this.mover, director);
  }

  /** How the present step's question comes out, by playing ahead; the run and its script stay. */
  *foreseen(): Sliced<Foreseen | null> {
    const { run, director, happened } = this;
    if (director?.phase !== 'ready') return outcomeOf(director);
    const { position } = run;
    try {
      yield* playStep(this.mover, director);
      return outcomeOf(director);
    } finally {
      whole(this.seek(position));
      this.happened = happened;
    }
  }

  *stepBack(all: boolean): Sliced {
    yield* this.seek(yield* previousBusyStep(this.run, all));
  }

  switchTo(branch: number, position?: number): void {
    this.run.switchTo(branch, position);
    this.lookBack();
    this.director?.sync(this.run.position);
  }

  *beginScriptStep(): Sliced {
    const { run, director } = this;
    const start = director?.startOf(director.stepIndex) ?? 0;
    // Whoever has gone back before the first step goes to it.
    if (director?.phase === 'ready' && run.position < start) yield* this.seek(start);
    director?.begin();
    yield* this.settle();
  }
}
