import { InterventionRefused } from '../kernel/refusal.ts';
import type { LessonState, Mistake } from '../view/command.ts';
import type { Fact } from '../view/fact.ts';
import type { Intervention } from '../view/intervention.ts';
import type { ScenarioFile, ScenarioStep, Wait } from '../view/scenario.ts';
import { checked } from './checked.ts';
import type { Asked } from './conditions.ts';
import { holds, watch } from './conditions.ts';
import { foundBy, goalsOf } from './goals.ts';
import { optionOrder } from './option-order.ts';
import { outlineOf } from './outline.ts';
import { Progress } from './progress.ts';
import type { AnyWorld, Protocol } from './protocol.ts';

/** What can run: the page's run with its branches, or a bare world. */
export interface Host {
  /** The world at the present position. */
  world(): AnyWorld;
  position(): number;
  /** Whether the set-up still has something in store; default: no. */
  planned?(): boolean;
  /**
   * Does it now, as one step of the run.
   * @returns what it brought about, if the host knows
   * @throws InterventionRefused
   */
  intervene(what: Intervention): readonly Fact[] | void;
}

const DEFAULT_WITHIN_MS = 120_000;

/**
 * Plays the steps of a scenario on a run. It is told of each step of the run, and knows where the
 * script stands; going back and forth in the run, it follows.
 */
export class Director {
  static readonly watch = watch;
  private readonly steps: readonly ScenarioStep[];
  private readonly progress: readonly Progress[];
  private readonly outline: LessonState['steps'];
  private readonly file: ScenarioFile;
  private readonly protocol: Protocol;
  private readonly host: Host;
  /** The options of each step, as they are shown. */
  private readonly orders: readonly (readonly string[])[];
  private index = 0;
  private present: LessonState['phase'] = 'ready';

  constructor(file: ScenarioFile, protocol: Protocol, host: Host) {
    this.file = file;
    this.protocol = protocol;
    this.host = host;
    this.steps = file.steps ?? [];
    this.progress = this.steps.map(() => new Progress());
    this.outline = outlineOf(this.steps);
    this.orders = this.steps.map((step) => optionOrder(file.lesson?.id ?? '', step));
    const [first] = this.progress;
    if (first !== undefined) first.entered = host.position();
  }

  get phase(): LessonState['phase'] {
    return this.present;
  }

  get stepIndex(): number {
    return this.index;
  }

  /** Does what the present step says: at once, or when its `when` comes true. */
  begin(): void {
    const progress = this.progress[this.index];
    if (progress === undefined || this.present !== 'ready') return;
    const position = this.host.position();
    if (progress.begun?.position !== position) {
      this.forget(position);
      progress.begun = { position, time: this.host.world().time };
    }
    this.present = 'running';
    this.proceed(false);
  }

  /** The run has taken a step, which brought about these facts. */
  after(facts: readonly Fact[]): void {
    const position = this.host.position();
    if (this.present !== 'running') {
      const next = this.progress[this.present === 'done' ? this.index + 1 : this.index];
      // Stepping over what is known already: the script goes along.
      if (!hasBegun(next) || position <= next.begun.position) return;
      this.sync(position);
      if (this.phase !== 'running') return;
    }
    const progress = this.progress[this.index];
    if (!hasBegun(progress)) return;
    progress.came.note(facts, progress.begun.position);
    this.proceed(false);
  }

  /** Nothing is pending any more: what has not come by now never will. */
  idle(): void {
    if (this.present === 'running') this.proceed(true);
  }

  /** To the next step, once this one is over. */
  next(): void {
    const next = this.progress[this.index + 1];
    if (this.present !== 'done' || next === undefined) return;
    this.index++;
    this.present = 'ready';
    next.entered = this.host.position();
  }

  /**
   * Something was tried beside the run, while the present step was over: what of its goals holds where
   * that ended. @param facts what came since it left the run
   */
  tried(world: AnyWorld, facts: readonly Fact[]): void {
    const progress = this.progress[this.index];
    if (this.present !== 'done' || !hasBegun(progress)) return;
    const step = this.steps[this.index];
    for (const id of foundBy(step, this.asked(progress, false), world, facts))
      progress.found.add(id);
  }

  /** The person went to this position: the script stands where it stood there. @param ended shown if it is over there */
  sync(position: number, ended?: number): void {
    let index = this.progress.length - 1;
    while (index > 0 && !this.enteredBy(index, position)) index--;
    if (ended === index - 1 && this.progress[ended]?.phaseAt(position) === 'done') index = ended;
    this.index = Math.max(0, index);
    this.present = this.progress[this.index]?.phaseAt(position) ?? 'ready';
  }

  private enteredBy(index: number, position: number): boolean {
    const { begun, entered } = this.progress[index] as Progress;
    const from = begun?.position ?? entered;
    if (from !== null) return from <= position;
    return this.progress[index - 1]?.done === position;
  }

  /** Another branch begins at this position: what was known of later ones does not count. */
  forget(after: number): void {
    this.progress.forEach((progress, index) => {
      progress.forget(after);
      if (index === this.index && this.present === 'ready') progress.restart();
    });
  }

  /** The position where a step begins; null while it is not known. */
  startOf(index: number): number | null {
    const progress = this.progress[index];
    if (progress === undefined) return null;
    if (index === 0) return progress.begun?.position ?? progress.entered ?? 0;
    return progress.begun?.position ?? progress.entered ?? this.progress[index - 1]?.done ?? null;
  }

  /** The furthest step whose beginning is known. */
  reached(): number {
    return Math.max(
      0,
      this.progress.findLastIndex((_, index) => this.startOf(index) !== null),
    );
  }

  /** The options whose condition held when the present step was over: one, if all is well. */
  rightOptions(): readonly string[] {
    return this.present === 'done' ? (this.progress[this.index]?.right ?? []) : [];
  }

  /**
   * Whether the script stands between its steps until the person goes on; after the last one time is
   * free.
   * @param more another script follows this one
   */
  waits(more: boolean): boolean {
    const { phase, index, steps } = this.state();
    return phase === 'ready' || (phase === 'done' && (more || index < steps.length - 1));
  }

  state(): LessonState {
    const step = this.steps[this.index];
    const over = this.present === 'done';
    const open = this.present === 'ready' ? step?.predict : undefined;
    return {
      id: this.file.lesson?.id ?? '',
      index: this.index,
      steps: this.outline,
      phase: this.present,
      options: this.orders[this.index] ?? [],
      answer: this.rightOptions()[0] ?? null,
      mistakes: over ? this.mistakes() : [],
      veil: open?.veil ?? [],
      about: open?.about?.message ?? null,
      goals: over ? goalsOf(step, this.progress[this.index] as Progress) : [],
      expectations: this.progress
        .slice(0, over ? this.index + 1 : this.index)
        .flatMap(({ expectations }) => expectations),
    };
  }

  private mistakes(): readonly Mistake[] {
    const { predict } = this.steps[this.index] ?? {};
    const { came, begun, right } = this.progress[this.index] as Progress;
    return (predict?.options ?? [])
      .filter(({ id }) => !right.includes(id))
      .map(({ id, misconception, refutedBy }) => ({
        option: id,
        misconception: misconception ?? null,
        refutedAt: refutedBy ? came.first(this.host.position(), refutedBy, begun?.time ?? 0) : null,
      }));
  }

  /** Takes the present step as far as it goes now. */
  private proceed(idle: boolean): void {
    const step = this.steps[this.index];
    const progress = this.progress[this.index];
    if (step === undefined || !hasBegun(progress)) return;
    if (!this.act(step, progress, idle)) return;
    if (step.until === undefined || holds(step.until, this.asked(progress, idle))) {
      this.finish(step, progress, idle);
    } else this.giveUpIfLate(step, progress, idle);
  }

  /** @returns whether everything that the step does is done */
  private act(step: ScenarioStep, progress: Progress, idle: boolean): boolean {
    const what = step.do ?? [];
    let done = progress.actsBy(this.host.position());
    if (done === 0 && step.when !== undefined && !holds(step.when, this.asked(progress, idle))) {
      // Once it has held the step goes on, even without anything to do.
      if (progress.acted === null || progress.acted > this.host.position()) {
        this.giveUpIfLate(step, progress, idle);
        return false;
      }
    }
    progress.acted ??= this.host.position();
    try {
      for (; done < what.length; done++) {
        const next = what[done] as Intervention | Wait;
        const position = this.host.position();
        if (next.kind === 'wait') {
          if (!holds(next.until, this.asked(progress, idle))) {
            this.giveUpIfLate(step, progress, idle);
            return false;
          }
          progress.acts[done] = position;
          continue;
        }
        const facts = this.host.intervene(next);
        progress.acts[done] = position;
        if (facts !== undefined) progress.came.note(facts, position);
      }
    } catch (error) {
      if (!(error instanceof InterventionRefused)) throw error;
      this.fail(progress);
      return false;
    }
    return true;
  }

  private giveUpIfLate(step: ScenarioStep, progress: Progress, idle: boolean): void {
    const limit = (progress.begun?.time ?? 0) + (step.withinMs ?? DEFAULT_WITHIN_MS) * 1000;
    if (idle || this.host.world().time > limit) this.fail(progress);
  }

  private fail(progress: Progress): void {
    progress.failed = this.host.position();
    this.present = 'failed';
  }

  private finish(step: ScenarioStep, progress: Progress, idle: boolean): void {
    const asked = this.asked(progress, idle);
    const last = this.index === this.steps.length - 1;
    const expected = [...(step.expect ?? []), ...(last ? (this.file.expect ?? []) : [])];
    progress.done = this.host.position();
    progress.right = (step.predict?.options ?? [])
      .filter((option) => holds(option.if, asked))
      .map(({ id }) => id);
    progress.expectations = checked(expected, asked);
    this.present = 'done';
  }

  private asked(progress: Progress, idle: boolean): Asked {
    const world = this.host.world();
    const position = this.host.position();
    return {
      world,
      protocol: this.protocol,
      now: idle ? Infinity : world.time,
      since: progress.begun?.time ?? 0,
      planned: this.host.planned?.() ?? false,
      came: (what) => progress.came.by(position, what, progress.begun?.time ?? 0),
    };
  }
}

const hasBegun = (
  progress: Progress | undefined,
): progress is Progress & { readonly begun: object } =>
  progress !== undefined && progress.begun !== null;
