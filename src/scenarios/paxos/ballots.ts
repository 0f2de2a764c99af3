import type { BallotSpan, BallotsView, CountSample } from '../../view/paxos-ask.ts';
import type { Fact, StepRecord } from '../../view/fact.ts';
import type { PaxosModel } from '../../protocols/paxos/model.ts';
import type { ScenarioFile } from '../../view/scenario.ts';
import type { Micros, Pid } from '../../view/time.ts';
import type { RunRead } from '../protocol.ts';

/** At most so many steps are read for one question, so that nobody waits long. */
const MOST_STEPS = 20_000;
/** Samples of the counts, twice as many at most. */
const SAMPLES = 64;
/** Ends of passes told around a time. */
const PASSES = 64;

type Span = { -readonly [K in keyof BallotSpan]: BallotSpan[K] };

interface BallotsAsked {
  readonly at: Micros;
  /** Ballots begun by then, and after it. */
  readonly before: number;
  readonly after: number;
}

/**
 * Reads from facts how the ballots of a run went. It keeps what it has read of the present branch,
 * so that a growing run is read once, in stretches.
 */
export class BallotReader {
  private branch = -1;
  private read = 0;
  private spans: Span[] = [];
  private present = new Map<Pid, Span>();
  private votes = new Map<string, Set<Pid>>();
  private passes: Micros[] = [];
  private chosen: BallotsView['chosen'] = null;
  private samples: CountSample[] = [];
  private rounds = 0;
  private refused = 0;
  private messages = 0;
  private time: Micros = 0;

  ask(run: RunRead, { at, before, after }: BallotsAsked): BallotsView {
    if (run.branch.id !== this.branch) this.forget(run.branch.id);
    this.readOn(run);
    const { spans, passes } = this;
    const now = firstAfter(spans, ({ begun }) => begun > at);
    const middle = firstAfter(passes, (time) => time > at);
    const sample = this.samples[firstAfter(this.samples, ({ time }) => time > at) - 1];
    const firstPass = Math.max(0, middle - PASSES);
    return {
      read: this.read,
      spans: spans.slice(Math.max(0, now - before), now + after),
      passes: passes.slice(firstPass, middle + PASSES),
      firstPass,
      chosen: this.chosen,
      counts: this.counts(),
      now: sample ?? { time: 0, rounds: 0, refused: 0, messages: 0 },
    };
  }

  private forget(branch: number): void {
    Object.assign(this, new BallotReader());
    this.branch = branch;
  }

  private readOn(run: RunRead): void {
    const end = Math.min(run.branch.length, this.read + MOST_STEPS);
    if (end <= this.read) return;
    const { quorum } = (run.world.model as unknown as PaxosModel).config;
    const isPassEnd = passEnds(run.file);
    for (const record of run.records(this.read, end)) {
      this.count(record);
      this.time = record.time;
      for (const fact of record.facts) this.take(fact, quorum, isPassEnd);
    }
    this.read = end;
  }

  /** The algorithm's messages speak for a ballot; what a leader and its clients say does not. */
  private count({ kind, message }: StepRecord): void {
    if (kind !== 'deliver' || message === null || message.claim === null) return;
    if (message.from !== message.to) this.messages++;
  }

  private take(
    { rule, pid, time, data }: Fact,
    quorum: number,
    isPassEnd: (done: number) => boolean,
  ): void {
    const ballot = Number(data['ballot'] ?? 0);
    const value = String(data['value'] ?? '');
    const span = pid === null ? undefined : this.present.get(pid);
    switch (rule) {
      case 'ballot-begun':
        if (pid !== null) this.begin(pid, ballot, time);
        return;
      case 'value-free':
      case 'value-bound':
        if (span?.ballot === ballot) Object.assign(span, { proposed: time, value });
        return;
      case 'ballot-refused':
        this.end(pid, ballot, 'refused', time);
        return;
      case 'ballot-timeout':
        this.end(pid, ballot, 'timeout', time);
        return;
      case 'quorum-accepted':
        this.end(pid, ballot, 'chosen', time);
        return;
      case 'crashed':
      case 'power-lost':
      case 'stopped':
        if (span !== undefined) this.end(pid, span.ballot, 'left', time);
        return;
      case 'accept-refused':
        this.refused++;
        this.samples.push(this.sample(time));
        return;
      case 'vote-written':
        if (pid !== null) this.vote(pid, ballot, value, quorum, time);
        return;
      case 'row-delivered':
        if (isPassEnd(Number(data['done']))) this.passes.push(time);
        return;
    }
  }

  private begin(pid: Pid, ballot: number, begun: Micros): void {
    const before = this.present.get(pid);
    if (before !== undefined) this.end(pid, before.ballot, 'left', begun);
    const span: Span = {
      ballot,
      proposer: pid,
      begun,
      proposed: null,
      value: null,
      ended: null,
      end: null,
    };
    this.present.set(pid, span);
    this.spans.push(span);
    this.rounds++;
    this.samples.push(this.sample(begun));
  }

  private end(pid: Pid | null, ballot: number, end: BallotSpan['end'], time: Micros): void {
    const span = pid === null ? undefined : this.present.get(pid);
    if (span === undefined || span.ballot !== ballot || span.end !== null) return;
    Object.assign(span, { end, ended: time });
  }

  private vote(pid: Pid, ballot: number, value: string, quorum: number, time: Micros): void {
    if (this.chosen !== null) return;
    const key = `${ballot} ${value}`;
    const voters = this.votes.get(key) ?? new Set();
    this.votes.set(key, voters.add(pid));
    if (voters.size < quorum) return;
    const span = this.spans.findLast((each) => each.ballot === ballot);
    this.chosen = { time, ballot, value, proposer: span?.proposer ?? null };
  }

  private sample(time: Micros): CountSample {
    const { rounds, refused, messages } = this;
    return { time, rounds, refused, messages };
  }

  private counts(): CountSample[] {
    const { samples } = this;
    const every = Math.max(1, Math.floor(samples.length / SAMPLES));
    return [...samples.filter((_, at) => at % every === 0), this.sample(this.time)];
  }
}

/** The place of the first of these, which are in the order of time, that is later than asked for. */
function firstAfter<T>(all: readonly T[], isLater: (one: T) => boolean): number {
  let [from, to] = [0, all.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isLater(all[middle] as T)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** Whether a pass of the repeating part ends (or the first one begins) with this row. */
function passEnds(file: ScenarioFile): (done: number) => boolean {
  const schedule = file.model === 'paxos' ? file.setup.schedule : undefined;
  const from = schedule?.repeatFrom;
  if (schedule === undefined || from === undefined) return () => false;
  const period = schedule.rows.length - from;
  return (done) => done >= from && (done - from) % period === 0;
}
