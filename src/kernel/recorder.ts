import type { Fact, FactValue, StepKind, StepMessage, StepRecord } from '../view/fact.ts';
import type { Micros, Pid } from '../view/time.ts';
import type { Message, MessageDescription } from './model.ts';
import type { Flight } from './flight.ts';

/** What a recorder asks of its model. */
interface Described {
  describe(message: Message, from: Pid, to: Pid): MessageDescription;
  readonly backstage?: ReadonlySet<Pid>;
}

/**
 * Collects what each step did, as facts. Facts cost time, so a world runs without a recorder
 * unless somebody wants to read them; they are the same whenever they are made.
 */
export class Recorder {
  records: StepRecord[] = [];
  /** Messages that the last step lost, for the stage to let fall. */
  lost: Flight[] = [];
  private step = 0;
  private time: Micros = 0;
  private kind: StepKind = 'start';
  private pid: Pid | null = null;
  private routine = false;
  private cause: number | null = null;
  private message: StepMessage | null = null;
  private sent: StepMessage[] = [];
  private facts: Fact[] = [];
  private readonly model: Described;

  constructor(model: Described) {
    this.model = model;
  }

  begin(
    step: number,
    time: Micros,
    kind: StepKind,
    pid: Pid | null,
    routine: boolean,
    cause: number | null,
    flight: Flight | null,
  ): void {
    this.step = step;
    this.time = time;
    this.kind = kind;
    this.pid = pid;
    this.cause = cause;
    this.message = flight === null ? null : this.stepMessage(flight);
    this.routine = routine || (flight !== null && this.describe(flight).routine);
    this.sent = [];
    this.facts = [];
    this.lost = [];
  }

  fact(pid: Pid | null, rule: string, data: Readonly<Record<string, FactValue>>): void {
    const { step, time, cause } = this;
    this.facts.push({ step, time, pid, rule, cause, data });
  }

  sends(flight: Flight): void {
    this.sent.push(this.stepMessage(flight));
  }

  loses(flight: Flight): void {
    this.lost.push(flight);
  }

  /** What was said in the present step so far. */
  said(): readonly Fact[] {
    return [...this.facts];
  }

  end(): void {
    const { step, time, kind, pid, message, sent, facts } = this;
    // What somebody on stage explained is worth showing, whatever the event was.
    const { backstage } = this.model;
    const routine = pid !== null && backstage?.has(pid) ? true : this.routine && facts.length === 0;
    this.records.push({ step, time, kind, pid, routine, message, sent, facts });
  }

  private describe({ message, from, to }: Flight): MessageDescription {
    return this.model.describe(message, from, to);
  }

  private stepMessage(flight: Flight): StepMessage {
    const { kind, label, claim } = this.describe(flight);
    const { id, from, to, sentStep, sentAt } = flight;
    return { id, from, to, kind, label, claim, sentStep, sentAt };
  }
}
