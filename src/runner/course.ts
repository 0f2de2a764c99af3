import { outlineOf } from '../scenarios/outline.ts';
import { partsOf } from '../scenarios/parts.ts';
import type { Part } from '../scenarios/parts.ts';
import { placing } from '../scenarios/placed.ts';
import type { Protocol } from '../scenarios/protocol.ts';
import type { Sliced } from '../scenarios/slices.ts';
import type { LessonState } from '../view/command.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import { LIMITS } from '../view/limits.ts';
import { TooFar } from '../scenarios/too-far.ts';
import { Drive } from './drive.ts';
import { Run } from './run.ts';

/**
 * A scenario as a person goes through it: its runs, one of them on stage, and one script over all
 * of them. A run is made when it is first come to, and stays as it was left.
 */
export class Course {
  private readonly protocol: Protocol;
  private readonly parts: readonly Part[];
  private readonly outline: LessonState['steps'];
  private readonly drives: Drive[] = [];
  private part = 0;

  private constructor(protocol: Protocol, file: ScenarioFile) {
    this.protocol = protocol;
    this.parts = partsOf(file);
    this.outline = outlineOf(file.steps ?? []);
  }

  /** At the beginning of its first run. @throws Unplayable */
  static *begun(protocol: Protocol, file: ScenarioFile): Sliced<Course> {
    const course = new Course(protocol, file);
    yield* course.driveOf(0);
    return course;
  }

  /** The run on stage. */
  get drive(): Drive {
    return this.drives[this.part] as Drive;
  }

  private *driveOf(part: number): Sliced<Drive> {
    const own = this.parts[part] as Part;
    const known = this.drives[part];
    if (known !== undefined) return known;
    if (this.protocol.making !== undefined) yield* this.protocol.making(own.file);
    const run = new Run(this.protocol, yield* placing(this.protocol, own.file));
    const drive = yield* Drive.begun(run, own, part < this.parts.length - 1);
    this.drives[part] = drive;
    return drive;
  }

  /**
   * To the beginning of a step of the script; what lies before it is played if it was not.
   * @throws Unplayable, and stays where it is
   */
  *toScriptStep(index: number): Sliced {
    const part = Math.max(
      0,
      this.parts.findLastIndex(({ first }) => first <= index),
    );
    let played = 0;
    for (let earlier = 0; earlier < part; earlier++) {
      played += yield* this.playedAnew(earlier);
      if (played > LIMITS.scriptSteps) throw new TooFar(index);
    }
    yield* this.driveOf(part);
    this.part = part;
    yield* this.drive.toScriptStep(index - (this.parts[part]?.first ?? 0));
  }

  /** Plays one of the runs to its end. @returns the steps that nobody had taken before */
  private *playedAnew(part: number): Sliced<number> {
    const before = this.drives[part]?.run.branch.length ?? 0;
    const drive = yield* this.driveOf(part);
    yield* drive.finish();
    return drive.run.branch.length - before;
  }

  /** Where the script stands; null without one. */
  state(): LessonState | null {
    const own = this.drive.director?.state();
    if (own === undefined) return null;
    const { first } = this.parts[this.part] as Part;
    const before = this.drives
      .slice(0, this.part)
      .flatMap(({ director }) => director?.state().expectations ?? []);
    return {
      ...own,
      index: first + own.index,
      steps: this.outline,
      expectations: [...before, ...own.expectations],
    };
  }
}
