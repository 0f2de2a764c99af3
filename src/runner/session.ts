import { NotInThisRun } from '../kernel/not-in-this-run.ts';
import { InterventionRefused } from '../kernel/refusal.ts';
import { fileOfRun } from '../scenarios/from-run.ts';
import { loadWithProtocol } from '../scenarios/load-with-protocol.ts';
import { lessonFile } from '../scenarios/lesson-file.ts';
import { loadProtocol } from '../scenarios/load-protocol.ts';
import type { Protocol } from '../scenarios/protocol.ts';
import { Unplayable } from '../scenarios/unplayable.ts';
import type { Answer, Command, ProblemView, Way } from '../view/command.ts';
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
import { notAskedHere, nothingAhead, nothingOpen } from './problems.ts';
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

/** One person's session with a run: carries out commands. The door (worker, test) brings them. */
export class Session {
  private open: Open | null = null;
  /** What the page has been sent already. */
  private sent = NOTHING_SENT;

  /** What cannot be done becomes the answer's problem; only a mistake of ours is thrown. */
  async handle(command: Command): Promise<Handled> {
    try {
      return await this.carryOut(command);
    } catch (error) {
      if (error instanceof InterventionRefused) return this.answer({ problem: refusal(error) });
      if (error instanceof Unplayable) return this.answer({ problem: error.problem });
      // A process or branch that this run does not have.
      if (error instanceof NotInThisRun) return this.answer({ problem: unknown(command, error) });
      throw error;
    }
  }

  private async carryOut(command: Command): Promise<Handled> {
    switch (command.type) {
      case 'open': {
        const loaded = await loadWithProtocol(command.scenario);
        const problem = loaded.problems?.[0];
        if (loaded.scenario === undefined) {
          return { answer: { problem: problem ?? null, happened: [] }, frame: null };
        }
        const { model } = loaded.scenario;
        if (command.model !== undefined && command.model !== model) {
          return { answer: { problem: otherLab(model), happened: [] }, frame: null };
        }
        return this.begin(loaded.scenario, command.way);
      }
      case 'check':
        return this.answer(
          { problems: (await loadWithProtocol(command.scenario)).problems ?? [] },
          false,
        );
      case 'open-lesson': {
        const file = await lessonFile(command.id);
        if (file === null)
          return { answer: { problem: unknownLesson(command.id), happened: [] }, frame: null };
        return this.begin(file);
      }
      default:
        if (this.open === null)
          return { answer: { problem: nothingOpen, happened: [] }, frame: null };
        if (command.type === 'ask') return this.ask(this.open, command.question);
        return isSeldom(command)
          ? this.answer(await seldom(this.open.course.drive, command), false)
          : this.drive(this.open, command);
    }
  }

  private async begin(file: ScenarioFile, way: Way = []): Promise<Handled> {
    const course = new Course(await loadProtocol(file.model), file);
    // What cannot be made leaves what is open as it is.
    const { drive } = course;
    this.show(course);
    follow(drive, way);
    return this.answer({});
  }

  /** A run stands on screen of which the page knows nothing yet. */
  private show(course: Course): void {
    this.open = { course, lookahead: new Lookahead() };
    this.sent = NOTHING_SENT;
  }

  private async ask(open: Open, question: OwnQuestion): Promise<Handled> {
    const { run } = open.course.drive;
    const asked = await run.protocol.ask?.(run, question, open);
    return this.answer(asked === undefined ? { problem: notAskedHere } : { asked }, false);
  }

  private drive(
    { course, lookahead }: Open,
    command: Exclude<Command, Seldom | { type: 'open' | 'check' | 'open-lesson' | 'ask' }>,
  ): Handled {
    const { drive } = course;
    const { run } = drive;
    // What a script waits for comes by its own deeds, too.
    const rests = (): boolean =>
      drive.director?.phase !== 'running' && lookahead.next(run) === null;
    switch (command.type) {
      case 'advance':
        drive.advance(command.until, command.stops);
        return this.answer(standing(drive));
      case 'step':
        // Where nothing but pings is to come, one of them is a step: there is no next one to pass them for.
        if (command.by === 1) drive.stepForward(command.all || rests());
        else drive.stepBack(command.all);
        return this.answer({});
      case 'seek':
        drive.seek(command.position, command.ended);
        return this.answer({});
      case 'next-interesting':
        if (rests()) return this.answer({ problem: nothingAhead }, false);
        drive.nextInteresting();
        return this.answer({});
      case 'run-until':
        return this.answer({ reached: drive.runUntil(command.condition, command.withinMs) });
      case 'intervene':
        if (command.seen !== undefined && drive.backTo(command.seen)) this.show(course);
        drive.intervene(command.what, command.at, command);
        return this.answer(standing(drive));
      case 'branch':
        drive.switchTo(command.id, command.position);
        return this.answer({});
      case 'undo':
        return this.answer({ did: drive.undo() });
      case 'redo':
        return this.answer({ did: drive.redo() });
      case 'inspect':
        return this.answer({ inspect: inspect(run, command.pid) }, false);
      case 'history':
        return this.answer({ history: newestRecords(run, command) }, false);
      case 'why-not': {
        const records = newestRecords(run, { from: 0, to: run.position, all: false, most: 2000 });
        const facts = records.flatMap((record) => record.facts);
        const reasons = run.protocol.whyNot?.(run.world, command.pid, facts) ?? [];
        return this.answer({ why: { pid: command.pid, reasons } }, false);
      }
      case 'save': {
        const scenario = fileOfRun(run.file, run.interventions());
        return this.answer({ scenario, digest: run.world.fingerprint() }, false);
      }
      case 'lesson-step':
        course.toScriptStep(command.index);
        if (course.drive === drive) return this.answer({});
        this.show(course);
        return this.answer({ anew: true });
      case 'lesson-foresee':
        return this.answer({ foreseen: drive.foreseen() });
      case 'lesson-begin-step':
        drive.beginScriptStep();
        return this.answer({});
    }
  }

  private answer(part: Partial<Answer>, withFrame = true): Handled {
    if (this.open === null) {
      return { answer: { problem: null, happened: [], ...part }, frame: null };
    }
    const { course, lookahead } = this.open;
    const { run, happened } = course.drive;
    const lesson = course.state();
    const base = { problem: null, happened, lesson, end: endOf(run) };
    if (!withFrame) return { answer: { ...base, ...part }, frame: null };
    const frame = frameOf(run, lookahead.next(run));
    return {
      answer: { ...base, ...this.news(course.drive), ...part },
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

const refusal = ({ code, data }: InterventionRefused): ProblemView => ({
  code,
  where: '',
  data,
  text: `This cannot be done now (${code}).`,
});

const otherLab = (model: string): ProblemView => ({
  code: 'other-lab',
  where: 'model',
  data: { model },
  text: `This scenario is for another lab: "${model}". Open it there, or run it with the command line.`,
});

const unknownLesson = (id: string): ProblemView => ({
  code: 'unknown-lesson',
  where: '',
  data: { id },
  text: `There is no lesson "${id}". The lessons are listed on the first page.`,
});

/** What a command named and this run has not. */
const unknown = (command: Command, { message }: NotInThisRun): ProblemView => {
  const { type } = command;
  const data =
    type === 'branch'
      ? { what: 'branch', id: command.id }
      : type === 'inspect' || type === 'why-not'
        ? { what: 'server', id: command.pid }
        : { what: message };
  const text = `This run has ${message}. Name what it has.`;
  return { code: 'not-in-this-run', where: '', data: { id: '', ...data }, text };
};
