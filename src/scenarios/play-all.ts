import { InterventionRefused } from '../kernel/refusal.ts';
import { Recorder } from '../kernel/recorder.ts';
import { World } from '../kernel/world.ts';
import type { LessonState } from '../view/command.ts';
import type { Condition } from '../view/condition.ts';
import type { Fact, StepRecord } from '../view/fact.ts';
import type { Intervention } from '../view/intervention.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import type { Micros } from '../view/time.ts';
import { Came } from './came.ts';
import { CannotBeDone } from './cannot-be-done.ts';
import { takeToBeginning } from './never-begins.ts';
import { checked } from './checked.ts';
import { watch } from './conditions.ts';
import { Director } from './director.ts';
import { partsOf } from './parts.ts';
import type { Part } from './parts.ts';
import { Patience } from './patience.ts';
import type { Heard } from './patience.ts';
import { placed } from './placed.ts';
import { Plan, planned } from './planned.ts';
import { together } from './played.ts';
import type { Played } from './played.ts';
import type { AnyWorld, Protocol } from './protocol.ts';
import type { Answered } from './questions.ts';
import { protocolOf } from './protocols.ts';
import { isQuiet } from './quiet.ts';
import { whole } from './slices.ts';

export interface PlayOptions {
  /** Instead of the file's own. */
  readonly seed?: number;
  /** Virtual time to stop at; the script may be over earlier or later. */
  readonly untilMs?: number;
  /** Facts after which the run is ended, instead of as many as the limits say. */
  readonly mostFacts?: number;
  readonly heard?: Heard;
}

/**
 * A scenario without script runs until nothing but pings is left to happen, time-outs included, at
 * most so long after the last thing that was done to it.
 */
const DEFAULT_UNTIL_MS = 120_000;

/**
 * Plays a checked scenario to its end, without anybody watching.
 * @throws Unplayable
 */
export function playAll(file: ScenarioFile, options: PlayOptions = {}): Played {
  const played: Played[] = [];
  const patience = new Patience(options.mostFacts, options.heard);
  for (const part of partsOf(file)) {
    const one = playPart(part, options, patience);
    played.push(one);
    if (one.stuck !== null) break;
  }
  return together(played);
}

function playPart({ file, from, first }: Part, options: PlayOptions, patience: Patience): Played {
  const player = new Player(file, options, patience);
  if (from !== null) player.until(from, first);
  const limit = options.untilMs === undefined ? null : Math.round(options.untilMs * 1000);
  player.script(limit ?? Infinity);
  if (limit !== null) while (player.advance(limit));
  else if (file.steps === undefined) {
    // Checked to be in order.
    const last = file.interventions?.at(-1)?.timeMs ?? 0;
    player.untilSettled((last + DEFAULT_UNTIL_MS) * 1000);
  }
  return player.played();
}

class Player {
  private readonly file: ScenarioFile;
  private readonly protocol: Protocol;
  private readonly world: AnyWorld;
  private readonly recorder: Recorder;
  private director: Director;
  private readonly plan: Plan;
  private readonly seed: number;
  private readonly patience: Patience;
  private readonly trace: StepRecord[] = [];
  private readonly predictions: Answered[] = [];
  private recordedDone = 0;
  private cut = false;

  constructor(file: ScenarioFile, { seed = file.seed }: PlayOptions, patience: Patience) {
    this.protocol = protocolOf(file.model);
    this.file = placed(this.protocol, { ...file, seed });
    this.seed = seed;
    this.patience = patience;
    const model = this.protocol.model(file);
    this.world = new World(model, seed);
    this.recorder = new Recorder(model);
    this.world.recorder = this.recorder;
    this.plan = new Plan(planned(this.protocol, file), this.protocol);
    this.director = this.direct();
  }

  private direct(): Director {
    return new Director(this.file, this.protocol, {
      world: () => this.world,
      position: () => this.world.step,
      intervene: (what) => this.intervene(what, this.world.time),
    });
  }

  private intervene(what: Intervention, at: Micros): readonly Fact[] {
    this.world.intervene(what, at);
    return this.recorded();
  }

  /** Keeps what the newest step did. */
  private recorded(): readonly Fact[] {
    const record = this.recorder.records.pop();
    this.recorder.records.length = 0;
    if (record === undefined) return [];
    if (!record.routine) {
      this.trace.push(record);
      this.patience.keep(record.facts.length);
    }
    return record.facts;
  }

  /** One step of the run, in the order in which the page's run takes them. */
  advance(limit: Micros): boolean {
    if (this.unmeant().length > 0 || this.cut) return false;
    if (!this.take(limit)) return false;
    this.cut = this.patience.over;
    this.director.after(this.recorded());
    return true;
  }

  private take(limit: Micros): boolean {
    const took = this.due(limit);
    if (took) this.patience.step(this.world.time);
    return took;
  }

  private due(limit: Micros): boolean {
    const { world } = this;
    const recorded = this.file.interventions?.[this.recordedDone];
    if (recorded?.step === world.step) {
      const time = Math.round(recorded.timeMs * 1000);
      if (time > limit) return false;
      try {
        world.intervene(recorded.what, time);
      } catch (error) {
        if (!(error instanceof InterventionRefused)) throw error;
        throw new CannotBeDone(this.recordedDone, world.step, error);
      }
      this.recordedDone++;
      return true;
    }
    return this.plan.advance(world, limit);
  }

  /** To where the script of this run begins. @param first the place of its first step among all */
  until(condition: Condition, first: number): void {
    const reached = watch(condition, this.protocol, this.world);
    const waits = (): boolean => this.plan.nextTime(this.world) !== null;
    const isThere = (): boolean => reached(this.world, this.recorded(), false, waits());
    whole(takeToBeginning(first, isThere, (limit) => this.take(limit)));
    this.director = this.direct();
  }

  /** Plays the script step by step, until it is over, stuck, or the limit is reached. */
  script(limit: Micros): void {
    const { director } = this;
    for (const step of this.file.steps ?? []) {
      director.begin();
      while (director.phase === 'running' && this.advance(limit));
      if (director.phase === 'running' && this.exhausted()) director.idle();
      if (director.phase !== 'done') return;
      const { predict } = step;
      if (predict !== undefined) {
        const { mistakes } = director.state();
        this.predictions.push({ step: step.id, right: director.rightOptions(), mistakes });
      }
      director.next();
    }
  }

  private unmeant(): AnyWorld['violations'] {
    const { violations } = this.world;
    const { breaks = [] } = this.file;
    return violations.filter(({ invariant }) => !breaks.includes(invariant));
  }

  private exhausted(): boolean {
    return this.plan.nextTime(this.world) === null && this.world.nextTime() === null;
  }

  /**
   * Until all is quiet, and waiting would bring nothing that deserves a mark: no time-out after a
   * cut, no answer to a server that looks and has yet to ask again.
   */
  untilSettled(limit: Micros): void {
    const last = this.file.interventions?.length ?? 0;
    const waits = (): boolean =>
      this.recordedDone < last || this.plan.nextTime(this.world) !== null;
    let comes: number | null = null;
    do {
      while ((waits() || !isQuiet(this.world, this.protocol)) && this.advance(limit));
      comes = this.nextMark(limit);
      while (comes !== null && this.world.step <= comes) if (!this.advance(limit)) return;
    } while (comes !== null);
  }

  /** The next step, by then, that deserves a mark, if nobody interferes; found on a copy that runs ahead. */
  private nextMark(limit: Micros): number | null {
    const { interesting } = this.protocol;
    const scout = this.world.clone();
    const recorder = new Recorder(this.protocol.model(this.file));
    scout.recorder = recorder;
    // What is looked at ahead counts, too: else a run that comes to no rest is played again and again.
    while (!this.patience.over && scout.advance(limit)) {
      this.patience.step(scout.time);
      const record = recorder.records.pop();
      if (record?.facts.some(({ rule }) => interesting.has(rule)) === true) return record.step;
    }
    return null;
  }

  played(): Played {
    const { world, director, file } = this;
    const steps = file.steps ?? [];
    const { id } = steps[director.stepIndex] ?? { id: null };
    return {
      seed: this.seed,
      world,
      time: world.time,
      digest: world.fingerprint(),
      expectations: steps.length > 0 ? director.state().expectations : this.atTheEnd(),
      predictions: this.predictions,
      violations: this.unmeant().map(({ invariant, step, text }) => ({ invariant, step, text })),
      stuck: director.phase === 'done' ? null : id,
      notReached: this.notReached(),
      trace: this.trace,
      cut: this.cut,
    };
  }

  /** A script may be over before; without one, the run goes on until everything has been done. */
  private notReached(): number | null {
    const { interventions = [], steps } = this.file;
    return steps === undefined && this.recordedDone < interventions.length
      ? this.recordedDone
      : null;
  }

  /** Without a script, what is expected is asked of the end; facts of the whole run count. */
  private atTheEnd(): LessonState['expectations'] {
    const { world, protocol, trace, file } = this;
    const came = new Came();
    for (const { facts } of trace) came.note(facts, 0);
    return checked(file.expect ?? [], {
      world,
      protocol,
      now: world.time,
      since: 0,
      planned: false,
      came: (what) => came.by(Infinity, what, 0),
    });
  }
}
