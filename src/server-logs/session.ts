/** One person's session with told logs: the commands that make sense where nothing can be changed. */
import type { Answer, Command, ProblemView } from '../view/command.ts';
import type { ElectionDetail } from '../view/election.ts';
import type { Fact, StepRecord, Told } from '../view/fact.ts';
import type { BranchView, Mark } from '../view/frame.ts';
import type { LogsQuestion } from '../view/server-logs.ts';
import type { Micros } from '../view/time.ts';
import type { ToldFrame } from '../view/told-frame.ts';
import type { ServerLogs } from './logs.ts';
import { marksOf } from './marks.ts';
import { isNotable, toldOf } from './notable.ts';

/** At speed 1 so much of the logs' time takes a second, µs. */
export const PACE: Micros = 10_000;

/** An answer, with the frame that it leads to when that may be another one. */
export interface Handled {
  readonly answer: Answer;
  readonly frame: ToldFrame<ElectionDetail> | null;
}

export class LogsSession {
  private readonly logs: ServerLogs;
  private readonly marks: readonly Mark[];
  private position = 0;
  private sent = false;

  constructor(logs: ServerLogs) {
    this.logs = logs;
    this.marks = marksOf(logs.events, PACE);
    this.position = logs.view.opensAt;
  }

  handle(command: Command): Handled {
    switch (command.type) {
      case 'open':
        return this.answer({ anew: true });
      case 'advance':
        return this.advance(command.until, command.stops?.told === true);
      case 'step':
        this.step(command.by, command.all);
        return this.answer({});
      case 'seek':
        this.position = Math.min(Math.max(0, command.position), this.records.length);
        return this.answer({});
      case 'next-interesting': {
        const next = this.records.findIndex(
          (record, step) => step >= this.position && isNotable(record),
        );
        if (next === -1) return this.answer({ problem: nothingAhead });
        this.position = next + 1;
        return this.answer({});
      }
      case 'history': {
        const { from, to, all, most } = command;
        const found = this.records.slice(Math.max(0, from), to);
        const shown = all ? found : found.filter(({ routine }) => !routine);
        return this.told({ history: most > 0 ? shown.slice(-most) : [] });
      }
      case 'inspect':
        return this.told({
          inspect: { pid: command.pid, time: this.time, machines: [], sections: [] },
        });
      case 'ask':
        return this.told({ asked: this.logs.ask(command.question as LogsQuestion) });
      case 'undo':
      case 'redo':
        return this.told({ did: null });
      case 'branch':
        return this.answer({});
      default:
        return this.told({ problem: recorded });
    }
  }

  private get records(): readonly StepRecord[] {
    this.known ??= this.logs.events.map(({ record }) => record);
    return this.known;
  }
  private known: readonly StepRecord[] | null = null;

  private get time(): Micros {
    return this.records[this.position - 1]?.time ?? 0;
  }

  private step(by: 1 | -1, all: boolean): void {
    const { records } = this;
    const counts = (record: StepRecord | undefined): boolean =>
      record !== undefined && (all || !record.routine);
    if (by === 1) {
      let to = this.position;
      do to++;
      while (to < records.length && !counts(records[to - 1]));
      this.position = Math.min(to, records.length);
      return;
    }
    let to = this.position - 1;
    while (to > 0 && !counts(records[to - 1])) to--;
    this.position = Math.max(0, to);
  }

  private advance(until: Micros, stops: boolean): Handled {
    const { records } = this;
    let told: Told | null = null;
    while (told === null) {
      const next = records[this.position];
      if (next === undefined || next.time > until) break;
      this.position++;
      if (stops) told = toldOf(next);
    }
    return this.answer(told === null ? {} : { told });
  }

  private happened(): readonly Fact[] {
    for (let at = this.position - 1; at >= 0; at--) {
      const record = this.records[at];
      if (record !== undefined && !record.routine) return record.facts;
    }
    return [];
  }

  /** What leaves the moment as it is. */
  private told(part: Partial<Answer>): Handled {
    return { answer: { problem: null, happened: this.happened(), ...part }, frame: null };
  }

  private answer(part: Partial<Answer>): Handled {
    const { length } = this.records;
    const branch: BranchView = { id: 0, parent: null, forkPosition: 0, forkTime: 0, length };
    const news = this.sent
      ? {}
      : { marks: { kept: 0, added: this.marks }, branches: [branch], interventions: [] };
    this.sent = true;
    return {
      answer: {
        problem: null,
        happened: this.happened(),
        lesson: null,
        end: this.position >= length ? 'nothing-pending' : null,
        ...news,
        ...part,
      },
      frame: this.logs.frame(this.position),
    };
  }
}

const problem = (code: string, text: string): ProblemView => ({ code, where: '', data: {}, text });

const recorded = problem(
  'recorded',
  'These logs tell what has happened: nothing can be done to it.',
);
const nothingAhead = problem('nothing-ahead', 'Nothing more is told.');
