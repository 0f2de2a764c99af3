/** Several routines as one program on one handle. */
import type { Sight } from '../kernel/model.ts';
import type { Micros } from '../view/time.ts';
import type { Call } from './calls.ts';
import { DEFAULT_WATCHER } from './calls.ts';
import { linesOf } from './printed.ts';
import type { ProgramNote } from './notes.ts';
import type {
  Chance,
  OutputLine,
  Program,
  ProgramInput,
  ProgramStep,
  Surroundings,
} from './program.ts';
import { Replayed } from './replayed.ts';
import { dueOf, heardBy, withKept, withResult } from './routine.ts';
import type { Round, Routine, Thread } from './routine.ts';
import { viewOf } from './routine-view.ts';
import { Strand } from './strand.ts';
import type { Stage } from './strand.ts';

/** Where a program of routines stands. */
export interface Routines {
  /** One for each routine, in their order; none before the start. */
  readonly threads: readonly Thread[];
  /** Calls of all of them. */
  readonly calls: number;
  /** What was printed last without ending its line. */
  readonly open: string;
  /** When it is woken; null: it is not. */
  readonly wakeAt: Micros | null;
}

const initial: Routines = { threads: [], calls: 0, open: '', wakeAt: null };

/** The local variables of a routine, as they are where it waits. */
export const localsOf = <L>({ threads }: Routines, index = 0): L =>
  (threads[index]?.locals ?? null) as L;

export function routines(name: string, ...all: readonly Routine[]): Program<Routines> {
  const parts = all.map((routine) => new Part(routine, all.length === 1 ? '' : `${routine.name}/`));
  return {
    name,
    initial,
    next: (state, input, around, chance) => new Turn(parts, state, around, chance).take(input),
    busy: ({ threads }) => threads.some((thread, index) => parts[index]?.isBusy(thread) === true),
    shown: ({ threads }) => threads.map((thread, index) => viewOf(all[index]?.name ?? '', thread)),
    essence: ({ threads, calls, open, wakeAt }, sight) => [
      threads.map((thread, index) => essenceOf(thread, all[index], sight)),
      [calls, open, wakeAt === null ? null : sight.from(wakeAt)],
    ],
  };
}

/** Times are told from now on; of its variables what its routine says that matters. */
function essenceOf(thread: Thread, routine: Routine | undefined, sight: Sight): unknown {
  const { round, locals, waits, step: _shown, ...rest } = thread;
  const matters = (of: object): unknown => routine?.matters?.(of) ?? of;
  return [
    rest,
    matters(locals),
    round === null ? null : [round.first, matters(round.begin), round.given],
    waits.map(({ due, ...wait }) => [wait, due === null ? null : sight.from(due)]),
  ];
}

/** A routine of a program, with its generators. */
class Part {
  readonly routine: Routine;
  readonly rounds: Replayed<Round, object>;
  /** Each of several routines has watchers of its own, a default one too. */
  private readonly prefix: string;

  constructor(routine: Routine, prefix: string) {
    this.routine = routine;
    this.prefix = prefix;
    this.rounds = new Replayed<Round, object>(
      ({ begin }) => {
        const locals = { ...begin };
        return { steps: routine.round(locals), locals };
      },
      ({ first }) => first,
    );
  }

  /** The call as the handle knows it. */
  named(call: Call): Call {
    if (this.prefix === '') return call;
    if (call.kind === 'request')
      return { ...call, watcher: this.prefix + (call.watcher ?? DEFAULT_WATCHER) };
    return call.kind === 'removeWatches' && call.watcher !== null
      ? { ...call, watcher: this.prefix + call.watcher }
      : call;
  }

  /** What the routine calls a watcher of the handle; null: it is another's. */
  watcher(name: string): string | null {
    return name.startsWith(this.prefix) ? name.slice(this.prefix.length) : null;
  }

  hears(kind: NonNullable<Routine['hears']>[number]): boolean {
    return this.routine.hears?.includes(kind) === true;
  }

  /** Whether it is still at a line that it was given. */
  isBusy({ round, waits, kept }: Thread): boolean {
    if (round === null || !this.hears('line')) return false;
    return kept.some(({ kind }) => kind === 'line') || waits.every(({ kind }) => kind !== 'line');
  }
}

/** One input, taken by whom it concerns, and what all of them do about it. */
class Turn {
  private readonly around: Surroundings;
  private readonly chance: Chance;
  private connects = false;
  private readonly parts: readonly Part[];
  private readonly output: OutputLine[] = [];
  private readonly calls: Call[] = [];
  private readonly notes: ProgramNote[] = [];
  private readonly from: Routines;
  private open: string;

  constructor(parts: readonly Part[], from: Routines, around: Surroundings, chance: Chance) {
    this.parts = parts;
    this.from = from;
    this.around = around;
    this.chance = chance;
    this.open = from.open;
  }

  private print(stream: OutputLine['stream'], text: string): void {
    const { lines, open } = linesOf(this.open, stream, text);
    this.output.push(...lines);
    this.open = open;
  }

  private call(call: Call): number {
    if (call.kind === 'connect') this.connects = true;
    return this.from.calls + this.calls.push(call) - 1;
  }

  /** As a routine has it round it. */
  private of(part: Part): Stage {
    return {
      around: this.around,
      chance: this.chance,
      connects: () => this.connects,
      print: (stream, text) => this.print(stream, text),
      note: (note) => this.notes.push(note),
      call: (call) => this.call(part.named(call)),
    };
  }

  /** It goes on waiting, or is over. */
  private waits({ round, waits, kept }: Thread): boolean {
    return round === null || heardBy(waits, kept, this.around.time) === null;
  }

  take(input: ProgramInput): ProgramStep<Routines> {
    const { from, parts, output, calls, notes } = this;
    const threads: Thread[] = [];
    let exits = false;
    for (const [index, part] of parts.entries()) {
      const known = from.threads[index];
      const thread = known === undefined ? notBegun(part.routine) : told(part, known, input);
      if (known !== undefined && this.waits(thread)) threads.push(thread);
      else {
        const stage = this.of(part);
        const ran = new Strand(stage, part.routine.name, part.rounds, thread).run();
        threads.push(ran.thread);
        exits ||= ran.exits;
      }
    }
    const due = Math.min(...threads.map(dueOf));
    const wakeAt = Number.isFinite(due) ? due : null;
    const before = input.kind === 'wake' ? null : from.wakeAt;
    return {
      state: { threads, calls: from.calls + calls.length, open: this.open, wakeAt },
      output,
      calls,
      ...(notes.length > 0 && { notes }),
      ...(wakeAt !== before && { wakeAfter: wakeAt === null ? Infinity : due - this.around.time }),
      ...(exits && { exit: true }),
    };
  }
}

const notBegun = ({ begins }: Routine): Thread => ({
  round: null,
  locals: begins,
  step: '',
  waits: [],
  kept: [],
  open: [],
  made: 0,
});

/** The thread with what the input means to it. */
function told(part: Part, thread: Thread, input: ProgramInput): Thread {
  if (thread.round === null) return thread;
  switch (input.kind) {
    case 'result':
      return withResult(thread, input.call, { kind: 'result', result: input.result }) ?? thread;
    case 'reply':
      return withResult(thread, input.call, { kind: 'reply', reply: input.reply }) ?? thread;
    case 'line':
      return part.hears('line') ? withKept(thread, { kind: 'line', text: input.text }) : thread;
    case 'event': {
      const { event } = input;
      const isDefault = input.watcher === DEFAULT_WATCHER;
      const watcher = part.watcher(input.watcher) ?? (isDefault ? DEFAULT_WATCHER : null);
      if (event.path === null) {
        const hears = part.hears('session-each') || (isDefault && part.hears('session'));
        if (!hears || watcher === null) return thread;
        return withKept(thread, { kind: 'session', watcher, state: event.state });
      }
      return watcher === null ? thread : withKept(thread, { kind: 'event', watcher, event });
    }
    case 'start':
    case 'wake':
      return thread;
  }
}
