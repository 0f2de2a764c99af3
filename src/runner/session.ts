import { fileOfRun } from '../scenarios/from-run.ts';
import { loadWithProtocol } from '../scenarios/load-with-protocol.ts';
import { lessonFile } from '../scenarios/lesson-file.ts';
import { loadProtocol } from '../scenarios/load-protocol.ts';
import type { Protocol } from '../scenarios/protocol.ts';
import { whole } from '../scenarios/slices.ts';
import type { Carry, Sliced } from '../scenarios/slices.ts';
import type { Answer, Command, Way } from '../view/command.ts';
import type { Frame, Mark, RunEnd } from '../view/frame.ts';
import { marksNews } from '../view/marks.ts';
import type { RecordedIntervention } from '../view/intervention.ts';
import type { OwnQuestion } from '../view/question.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import { Course } from './course.ts';
import { frameOf } from './frame.ts';
import { newestRecords } from './history.ts';
import { inspect } from './inspect.ts';
import { Lookahead } from './lookahead.ts';
import { isSeldom, seldom } from './seldom.ts';
import type { Seldom } from './seldom.ts';
import type { Drive } from './drive.ts';
import type { Run } from './run.ts';
import { follow } from './way.ts';

/** An answer, with the frame when a run is open and may have changed. */
export interface Handled {
  readonly answer: Answer;
  readonly frame: { readonly protocol: Protocol; readonly frame: Frame } | null;
}

interface Open {
  readonly course: Course;
  readonly lookahead: Lookahead;
}

interface Sent {
  readonly branch: number;
  readonly branches: number;
  readonly marked: number;
  readonly marks: readonly Mark[];
  readonly interventions: number;
  readonly undo: RecordedIntervention | null;
  readonly redo: RecordedIntervention | null;
}

const NOTHING_SENT: Sent = {
  branch: -1,
  branches: 0,
  marked: -1,
  marks: [],
  interventions: -1,
  undo: null,
  redo: null,
};

/** What is said of what cannot be done is fetched when something cannot. */
const failures = () => import('./failure.ts');

/** One person's session with a run: carries out commands. The door (worker, test) brings them. */
export class Session {
  private open: Open | null = null;
  /** What the page has been sent already. */
  private sent = NOTHING_SENT;

  /**
   * What cannot be done becomes the answer's problem; only a mistake of ours is thrown. What is stopped
   * says so, and where it has come to is where the run stands.
   * @param carry how its work is carried out: at once, if nobody looks up from it
   */
  async handle(command: Command, carry: Carry = whole): Promise<Handled> {
    const { open } = this;
    try {
      return await this.carryOut(command, carry);
    } catch (error) {
      const { failure } = await failures();
      return await carry(this.answer(failure(command, error, this.open !== open)));
    }
  }

  private async carryOut(command: Command, carry: Carry): Promise<Handled> {
    switch (command.type) {
      case 'open': {
        const loaded = await loadWithProtocol(command.scenario);
        const problem = loaded.problems?.[0];
        if (loaded.scenario === undefined) {
          return { answer: { problem: problem ?? null, happened: [] }, frame: null };
        }
        const { model } = loaded.scenario;
        if (command.model !== undefined && command.model !== model) {
          const { otherLab } = await failures();
          return { answer: { problem: otherLab(model), happened: [] }, frame: null };
        }
        return this.begin(loaded.scenario, carry, command.way);
      }
      case 'check':
        return this.plain({
          problems: (await loadWithProtocol(command.scenario)).problems ?? [],
        });
      case 'open-lesson': {
        const file = await lessonFile(command.id);
        if (file !== null) return this.begin(file, carry);
        const { unknownLesson } = await failures();
        return { answer: { problem: unknownLesson(command.id), happened: [] }, frame: null };
      }
      default:
        if (this.open === null) return this.plain({ problem: (await failures()).nothingOpen });
        if (command.type === 'ask') return this.ask(this.open, command.question, carry);
        if (command.type === 'next-interesting' && (await carry(rests(this.open))))
          return this.plain({ problem: (await failures()).nothingAhead });
        return isSeldom(command)
          ? this.plain(await seldom(this.open.course.drive, command, carry))
          : carry(this.drive(this.open, command));
    }
  }

  private async begin(file: ScenarioFile, carry: Carry, way: Way = []): Promise<Handled> {
    // What cannot be made leaves what is open as it is.
    const course = await carry(Course.begun(await loadProtocol(file.model), file));
    this.show(course);
    await carry(follow(course.drive, way));
    return carry(this.answer({}));
  }

  /** A run stands on screen of which the page knows nothing yet. */
  private show(course: Course): void {
    this.open = { course, lookahead: new Lookahead() };
    this.sent = NOTHING_SENT;
  }

  private async ask(open: Open, question: OwnQuestion, carry: Carry): Promise<Handled> {
    const { run } = open.course.drive;
    const asked = await run.protocol.ask?.(run, question, open, carry);
    return this.plain(
      asked === undefined ? { problem: (await failures()).notAskedHere } : { asked },
    );
  }

  private *drive(
    open: Open,
    command: Exclude<Command, Seldom | { type: 'open' | 'check' | 'open-lesson' | 'ask' }>,
  ): Sliced<Handled> {
    const { course } = open;
    const { drive } = course;
    const { run } = drive;
    switch (command.type) {
      case 'advance':
        yield* drive.advance(command.until, command.stops);
        return yield* this.answer(standing(drive));
      case 'step':
        // Where nothing but pings is to come, one of them is a step: there is no next one to pass them for.
        if (command.by === 1) yield* drive.stepForward(command.all || (yield* rests(open)));
        else yield* drive.stepBack(command.all);
        return yield* this.answer({});
      case 'seek':
        yield* drive.seek(command.position, command.ended);
        return yield* this.answer({});
      case 'next-interesting':
        yield* drive.nextInteresting();
        return yield* this.answer({});
      case 'run-until':
        return yield* this.answer({
          reached: yield* drive.runUntil(command.condition, command.withinMs),
        });
      case 'intervene':
        if (command.seen !== undefined && drive.backTo(command.seen)) this.show(course);
        yield* drive.intervene(command.what, command.at, command);
        return yield* this.answer(standing(drive));
      case 'branch':
        drive.switchTo(command.id, command.position);
        return yield* this.answer({});
      case 'undo':
        return yield* this.answer({ did: drive.undo() });
      case 'redo':
        return yield* this.answer({ did: yield* drive.redo() });
      case 'inspect':
        return this.plain({ inspect: inspect(run, command.pid) });
      case 'history':
        return this.plain({ history: yield* newestRecords(run, command) });
      case 'save': {
        const scenario = fileOfRun(run.file, run.interventions());
        if (command.digest === false) return this.plain({ scenario });
        return this.plain({ scenario, digest: yield* run.world.fingerprinting() });
      }
      case 'lesson-step':
        try {
          yield* course.toScriptStep(command.index);
        } finally {
          if (course.drive !== drive) this.show(course);
        }
        return yield* this.answer(course.drive === drive ? {} : { anew: true });
      case 'lesson-foresee':
        return yield* this.answer({ foreseen: yield* drive.foreseen() });
      case 'lesson-begin-step':
        yield* drive.beginScriptStep();
        return yield* this.answer({});
    }
  }

  /** An answer without a frame: the run stands where it stood. */
  private plain(part: Partial<Answer>): Handled {
    const none = { problem: null, happened: [] };
    if (this.open === null) return { answer: { ...none, ...part }, frame: null };
    const { course } = this.open;
    const { run, happened } = course.drive;
    const stands = { happened, lesson: course.state(), end: endOf(run) };
    return { answer: { ...none, ...stands, ...part }, frame: null };
  }

  private *answer(part: Partial<Answer>): Sliced<Handled> {
    if (this.open === null) return this.plain(part);
    const { course, lookahead } = this.open;
    const { run } = course.drive;
    const frame = frameOf(run, yield* lookahead.next(run));
    return {
      ...this.plain({ ...this.news(course.drive), ...part }),
      frame: { protocol: run.protocol, frame },
    };
  }

  /** Marks, branches and interventions, when they are others than the page has. */
  private news({ run, acts }: Drive): Partial<Answer> {
    const { marked } = run.branch;
    const interventions = run.branch.recorded;
    const branches = run.branches.length;
    const { sent } = this;
    const news: { -readonly [K in keyof Answer]?: Answer[K] } = {};
    const moved = sent.branch !== run.branch.id;
    let { marks } = sent;
    if (moved || sent.marked !== marked) {
      marks = run.branch.allMarks();
      news.marks = marksNews(sent.marks, marks);
    }
    if (moved || sent.interventions !== interventions) news.interventions = run.interventions();
    if (moved || sent.branches !== branches) {
      news.branches = run.branches.map((branch) => branch.view());
    }
    const { undo, redo } = acts;
    if (moved || sent.undo !== undo) news.undo = undo;
    if (moved || sent.redo !== redo) news.redo = redo;
    this.sent = { branch: run.branch.id, branches, marked, marks, interventions, undo, redo };
    return news;
  }
}

/** Whether nothing but pings and waiting is to come: what a script waits for comes by its own deeds, too. */
function* rests({ course, lookahead }: Open): Sliced<boolean> {
  const { director, run } = course.drive;
  return director?.phase !== 'running' && (yield* lookahead.next(run)) === null;
}

/** What the newest step did that is worth reading, and why playing stands there. */
const standing = ({ told, stands }: Drive): Partial<Answer> => ({
  ...(told !== null && { told }),
  ...(stands === 'staged' && { staged: true }),
  ...(stands === 'over' && { over: true }),
});

function endOf(run: Run): RunEnd {
  if (run.unmeant > 0) return 'violation';
  return run.nextTime() === null ? 'nothing-pending' : null;
}
