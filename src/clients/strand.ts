/** A routine that runs until it waits. */
import { keeperMessage } from '../zookeeper/records/texts.ts';
import { IllegalArgument, KeeperFailure } from './api-failures.ts';
import type { Call } from './calls.ts';
import type { ProgramNote } from './notes.ts';
import type { Chance, OutputLine, Surroundings } from './program.ts';
import type { Doer, Replayed } from './replayed.ts';
import { AGAIN, ENDLESS, heardBy, MOST_GIVEN, MOST_ROUNDS } from './routine.ts';
import type { Round, Thread, Waiting } from './routine.ts';
import type { Asking, Given, Wait } from './steps.ts';

/** A routine that asked for more than anybody would. */
class Endless extends Error {}

/** What a routine has round it while it runs. */
export interface Stage {
  readonly around: Surroundings;
  readonly chance: Chance;
  /** At this very step a new handle is asked for: it connects from the start. */
  connects(): boolean;
  print(stream: OutputLine['stream'], text: string): void;
  note(note: ProgramNote): void;
  /** @returns its number among all calls of the program */
  call(call: Call): number;
}

type Draft = { -readonly [K in keyof Thread]: Thread[K] };

export class Strand implements Doer {
  private readonly stage: Stage;
  private readonly rounds: Replayed<Round, object>;
  private readonly name: string;
  private readonly thread: Draft;
  /** What it waits for at this very place, with when its times are over. */
  private waits: readonly Waiting[] | null;
  private answers = 0;

  constructor(stage: Stage, name: string, rounds: Replayed<Round, object>, thread: Thread) {
    this.stage = stage;
    this.name = name;
    this.rounds = rounds;
    this.thread = { ...thread };
    this.waits = thread.round === null ? null : thread.waits;
  }

  /** @returns where it waits then, and whether the whole process ends */
  run(): { readonly thread: Thread; readonly exits: boolean } {
    const { thread } = this;
    try {
      return { exits: this.advance(), thread };
    } catch (error) {
      const text = failureText(error);
      if (text === null) throw error;
      if (error instanceof Endless) this.stage.note({ kind: 'ends', why: ENDLESS });
      this.stage.print('err', `Exception in thread "${this.name}" ${text}\n`);
      this.end();
      return { exits: false, thread };
    }
  }

  private advance(): boolean {
    const { thread, rounds } = this;
    this.answers = thread.round?.given.length ?? 0;
    let outcome = thread.round === null ? this.begin() : rounds.resume(thread.round, this);
    for (let round = 0; outcome.end === 'over' && outcome.result === AGAIN; round++) {
      if (round === MOST_ROUNDS) throw new Endless('so many rounds without a wait have no end');
      thread.locals = { ...outcome.locals };
      this.answers = 0;
      outcome = this.begin();
    }
    thread.locals = { ...outcome.locals };
    if (outcome.end === 'waits') {
      thread.round = outcome.record;
      thread.waits = this.waits ?? [];
    } else this.end();
    return outcome.end === 'exit';
  }

  private begin(): ReturnType<Replayed<Round, object>['begin']> {
    const { locals: begin, made: first } = this.thread;
    return this.rounds.begin({ begin, first }, this);
  }

  private end(): void {
    Object.assign(this.thread, { round: null, waits: [], kept: [], open: [] });
  }

  print({ stream, text }: Parameters<Doer['print']>[0]): void {
    this.stage.print(stream, text);
  }

  step(name: string): void {
    this.thread.step = name;
  }

  note(note: ProgramNote): void {
    this.stage.note(note);
  }

  call(call: Call): void {
    const { thread } = this;
    const number = this.stage.call(call);
    const ticket = thread.made++;
    if (call.kind === 'connect' || call.kind === 'addAuth') return;
    thread.open = [...thread.open, { call: number, ticket, op: opOf(call) }];
  }

  answer(asked: Asking): Given | undefined {
    const given = this.given(asked);
    if (given !== undefined && ++this.answers > MOST_GIVEN)
      throw new Endless('a round that was given so much has no end');
    return given;
  }

  private given(asked: Asking): Given | undefined {
    const { around, chance } = this.stage;
    switch (asked.ask) {
      case 'wait':
        return this.wait(asked.for);
      case 'state':
        return this.stage.connects() ? 'CONNECTING' : around.state;
      case 'random':
        return chance();
      case 'clock':
        return around.now;
      case 'identity':
        return { pid: around.pid, name: around.name, session: around.sessionId };
      default:
        throw new TypeError(`nothing is given for ${asked.ask}`);
    }
  }

  private wait(asked: readonly Wait[]): Given | undefined {
    const { time } = this.stage.around;
    this.waits ??= asked.map((wait) => ({
      ...wait,
      due: 'lasts' in wait ? time + wait.lasts : null,
    }));
    const found = heardBy(this.waits, this.thread.kept, time);
    if (found === null) return undefined;
    this.waits = null;
    this.thread.kept = found.kept;
    return found.heard;
  }
}

const opOf = (call: Call): string => {
  if (call.kind === 'ask') return `${call.request.op} ${call.to}`;
  if (call.kind !== 'request') return call.kind;
  const { request } = call;
  return 'path' in request ? `${request.op} ${request.path}` : request.op;
};

/** What ends a routine that does not catch it; null: it is a fault of ours. */
function failureText(error: unknown): string | null {
  if (error instanceof KeeperFailure) return keeperMessage(error.code, error.path ?? '');
  return error instanceof IllegalArgument || error instanceof Endless ? error.message : null;
}
