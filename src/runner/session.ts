import { InterventionRefused } from '../kernel/refusal.ts';
import { Director } from '../scenarios/director.ts';
import { fileOfRun } from '../scenarios/from-run.ts';
import { lessonFile } from '../scenarios/lesson-file.ts';
import { load } from '../scenarios/load.ts';
import { protocolOf } from '../scenarios/protocols.ts';
import type { Answer, Command, LessonState, ProblemView } from '../view/command.ts';
import type { Fact, StepRecord } from '../view/fact.ts';
import type { Frame, RunEnd } from '../view/frame.ts';
import type { Intervention } from '../view/intervention.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import type { Micros } from '../view/time.ts';
import { frameOf } from './frame.ts';
import { newestRecords, previousBusyStep } from './history.ts';
import { inspect } from './inspect.ts';
import { Lookahead } from './lookahead.ts';
import { isInteresting } from './marks.ts';
import { Run } from './run.ts';

/** At most so many steps for one command, so that the page is never kept waiting long. */
const MOST_STEPS = 20_000;
const MOST_STEPS_OF_A_SEARCH = 400_000;

/** An answer, with the frame when a run is open and may have changed. */
export interface Handled {
  readonly answer: Answer;
  readonly frame: { readonly model: ScenarioFile['model']; readonly frame: Frame } | null;
}

interface Open {
  readonly run: Run;
  readonly director: Director | null;
  readonly lookahead: Lookahead;
}

/** One person's session with a run: carries out commands. The door (worker, test) brings them. */
export class Session {
  private open: Open | null = null;
  /** What the page has been sent already. */
  private sent = { branch: -1, branches: 0, marks: -1, interventions: -1 };
  private happened: readonly Fact[] = [];

  /** Never throws: whatever goes wrong becomes the answer's problem. */
  async handle(command: Command): Promise<Handled> {
    try {
      return await this.carryOut(command);
    } catch (error) {
      if (error instanceof InterventionRefused) {
        return this.answer({ problem: refusal(error) });
      }
      throw error;
    }
  }

  private async carryOut(command: Command): Promise<Handled> {
    switch (command.type) {
      case 'open': {
        const loaded = load(command.scenario);
        const problem = loaded.problems?.[0];
        if (loaded.scenario === undefined) {
          return { answer: { problem: problem ?? null, happened: [] }, frame: null };
        }
        return this.begin(loaded.scenario);
      }
      case 'open-lesson': {
        const file = await lessonFile(command.id);
        if (file === null)
          return { answer: { problem: unknownLesson(command.id), happened: [] }, frame: null };
        return this.begin(file);
      }
      default:
        if (this.open === null)
          return { answer: { problem: nothingOpen, happened: [] }, frame: null };
        return this.drive(this.open, command);
    }
  }

  private begin(file: ScenarioFile): Handled {
    const run = new Run(protocolOf(file.model), file);
    const host = {
      world: () => run.world,
      position: () => run.position,
      intervene: (what: Intervention) => {
        run.intervene(what);
        return run.last?.facts ?? [];
      },
    };
    const director =
      file.steps === undefined || file.steps.length === 0
        ? null
        : new Director(file, run.protocol, host);
    this.open = { run, director, lookahead: new Lookahead() };
    this.sent = { branch: -1, branches: 0, marks: -1, interventions: -1 };
    this.happened = [];
    return this.answer({ digest: run.world.fingerprint() });
  }

  private drive(open: Open, command: Exclude<Command, { type: 'open' | 'open-lesson' }>): Handled {
    const { run, director } = open;
    switch (command.type) {
      case 'advance':
        this.advance(open, command.until);
        return this.answer({});
      case 'step':
        if (command.by === 1) this.stepForward(open, command.all);
        else this.seek(open, previousBusyStep(run, command.all));
        return this.answer({});
      case 'seek':
        this.seek(open, command.position);
        return this.answer({ digest: run.world.fingerprint() });
      case 'next-interesting':
        this.nextInteresting(open);
        return this.answer({});
      case 'run-until':
        return this.answer({ reached: this.runUntil(open, command) });
      case 'intervene':
        this.intervene(open, command.what, command.at);
        return this.answer({});
      case 'branch':
        run.switchTo(command.id, command.position);
        director?.sync(run.position);
        return this.answer({});
      case 'inspect':
        return this.answer({ inspect: inspect(run, command.pid) }, false);
      case 'history':
        return this.answer({ history: newestRecords(run, command) }, false);
      case 'why-not-leader': {
        const records = newestRecords(run, { from: 0, to: run.position, all: false, most: 2000 });
        const facts = records.flatMap((record) => record.facts);
        const reasons = run.protocol.whyNotLeader(run.world, command.pid, facts);
        return this.answer({ why: { pid: command.pid, reasons } }, false);
      }
      case 'save': {
        const scenario = fileOfRun(run.file, run.interventions());
        return this.answer({ scenario, digest: run.world.fingerprint() }, false);
      }
      case 'lesson-step':
        this.lessonStep(open, command.index);
        return this.answer({});
      case 'lesson-begin-step':
        director?.begin();
        this.settle(open);
        return this.answer({});
    }
  }

  /** One step of the run; the director hears of it. @returns false when the run should stand */
  private take({ run, director }: Open, limit: Micros): boolean {
    const phase = director?.phase;
    const violations = run.world.violations.length;
    if (!run.explainedStep(limit)) {
      if (run.nextTime() === null) director?.idle();
      return false;
    }
    this.note(run.last);
    director?.after(run.last?.facts ?? []);
    return director?.phase === phase && run.world.violations.length === violations;
  }

  private note(record: StepRecord | null): void {
    if (record !== null && record.facts.length > 0) this.happened = record.facts;
  }

  private advance(open: Open, until: Micros): void {
    if (waits(open.director)) return;
    for (let steps = 0; steps < MOST_STEPS && this.take(open, until); steps++);
  }

  private stepForward(open: Open, all: boolean): void {
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      const goOn = this.take(open, Infinity);
      const busy = open.run.last === null || !open.run.last.routine;
      if (!goOn || all || busy) return;
    }
  }

  private nextInteresting(open: Open): void {
    for (let steps = 0; steps < MOST_STEPS_OF_A_SEARCH; steps++) {
      const before = open.run.position;
      const goOn = this.take(open, Infinity);
      const { last } = open.run;
      if (!goOn || open.run.position === before) return;
      if (last !== null && isInteresting(last, open.run.protocol)) return;
    }
  }

  private runUntil(open: Open, command: Command & { type: 'run-until' }): boolean {
    const { run } = open;
    const limit = run.world.time + command.withinMs * 1000;
    const watch = Director.watch(command.condition, run.protocol, run.world);
    for (let steps = 0; steps < MOST_STEPS_OF_A_SEARCH; steps++) {
      if (watch(run.world, run.last?.facts ?? [])) return true;
      if (!this.take(open, limit)) return watch(run.world, run.last?.facts ?? []);
    }
    return false;
  }

  private intervene(open: Open, what: Intervention, at: Micros): void {
    const { run, director } = open;
    const branches = run.branches.length;
    const step = run.position;
    run.intervene(what, at);
    if (run.branches.length > branches) director?.forget(step);
    this.note(run.last);
    director?.after(run.last?.facts ?? []);
    this.settle(open);
  }

  /** What is due at this very instant happens with the intervention that caused it. */
  private settle(open: Open): void {
    const { run } = open;
    this.note(run.last);
    const kept = this.happened;
    for (let steps = 0; steps < MOST_STEPS && this.take(open, run.world.time); steps++);
    if (kept.length > 0) this.happened = kept;
  }

  private seek({ run, director }: Open, position: number): void {
    run.seek(Math.min(position, run.branch.length));
    this.happened = run.last?.facts ?? [];
    director?.sync(run.position);
  }

  private lessonStep(open: Open, index: number): void {
    const { run, director } = open;
    if (director === null) return;
    const known = director.startOf(index);
    if (known !== null) {
      this.seek(open, known);
      return;
    }
    // Not reached yet: play what lies between.
    const last = director.reached();
    const start = director.startOf(last);
    if (start !== null) this.seek(open, start);
    for (let guard = 0; guard < 200 && director.stepIndex < index; guard++) {
      director.begin();
      this.playStep(open, director);
      if (director.phase !== 'done') return;
      director.next();
    }
    this.happened = run.last?.facts ?? [];
  }

  /** Plays the present step of the script to its end; one that is over at once takes no time. */
  private playStep(open: Open, director: Director): void {
    for (let steps = 0; steps < MOST_STEPS_OF_A_SEARCH; steps++) {
      if (director.phase !== 'running' || !this.take(open, Infinity)) return;
    }
  }

  private answer(part: Partial<Answer>, withFrame = true): Handled {
    if (this.open === null) {
      return { answer: { problem: null, happened: [], ...part }, frame: null };
    }
    const { run, director, lookahead } = this.open;
    const lesson: LessonState | null = director?.state() ?? null;
    const base = { problem: null, happened: this.happened, lesson, end: endOf(run) };
    if (!withFrame) return { answer: { ...base, ...part }, frame: null };
    const frame = frameOf(run, lookahead.next(run));
    return {
      answer: { ...base, ...this.news(run), ...part },
      frame: { model: run.file.model, frame },
    };
  }

  /** Marks, branches and interventions, when they are others than the page has. */
  private news(run: Run): Partial<Answer> {
    const marks = run.branch.marks.length;
    const interventions = run.branch.interventions.size;
    const branches = run.branches.length;
    const { sent } = this;
    const news: { -readonly [K in keyof Answer]?: Answer[K] } = {};
    const moved = sent.branch !== run.branch.id;
    if (moved || sent.marks !== marks) news.marks = run.branch.allMarks();
    if (moved || sent.interventions !== interventions) news.interventions = run.interventions();
    if (moved || sent.branches !== branches) {
      news.branches = run.branches.map((branch) => branch.view());
    }
    this.sent = { branch: run.branch.id, branches, marks, interventions };
    return news;
  }
}

/** A script stands between its steps until the person goes on; after the last one time is free. */
function waits(director: Director | null): boolean {
  if (director === null) return false;
  const { phase, index, steps } = director.state();
  return phase === 'ready' || (phase === 'done' && index < steps.length - 1);
}

function endOf(run: Run): RunEnd {
  if (run.world.violations.length > 0) return 'violation';
  return run.nextTime() === null ? 'nothing-pending' : null;
}

const refusal = ({ code, data }: InterventionRefused): ProblemView => ({
  code,
  where: '',
  data,
  text: `This cannot be done now (${code}).`,
});

const unknownLesson = (id: string): ProblemView => ({
  code: 'unknown-lesson',
  where: '',
  data: { id },
  text: `There is no lesson "${id}". The lessons are listed on the first page.`,
});

const nothingOpen: ProblemView = {
  code: 'nothing-open',
  where: '',
  data: {},
  text: 'No run is open yet. Open a lab or a lesson first.',
};
