/**
 * Generators as state. A generator cannot be copied, but the copies of a world share its state: so what
 * stands there is a record, where the generator began and all that it was given since. The generator
 * that does the work is looked up by that record; when there is none (a checkpoint, another branch), a
 * fresh one is taken through what was given.
 */
import { append, at, noPages } from '../kernel/pages.ts';
import type { Pages } from '../kernel/pages.ts';
import type { ProgramNote } from './notes.ts';
import type { Asking, Given, Steps } from './steps.ts';

/** Plain data. */
export interface Recorded {
  readonly given: Pages<Given>;
}

/** A generator at a place where it waits. */
interface Live<L> {
  readonly steps: Steps<unknown>;
  readonly locals: L;
  readonly asked: Asking;
  /** Calls that it has made. */
  readonly calls: number;
}

/** Who does what a generator asks for. */
export interface Doer {
  print(asked: Extract<Asking, { readonly ask: 'print' }>): void;
  step?(name: string): void;
  note?(note: ProgramNote): void;
  call(call: Extract<Asking, { readonly ask: 'call' }>['call']): void;
  /** @returns undefined: it has to wait */
  answer(asked: Asking): Given | undefined;
}

export type Outcome<R, L> = {
  readonly record: R;
  /** Its own: the generator goes on changing them. */
  readonly locals: L;
} & (
  | { readonly end: 'waits'; readonly asked: Asking }
  /** With what it returned. */
  | { readonly end: 'over'; readonly result: unknown }
  | { readonly end: 'exit' }
);

/** What a generator says goes on at once. */
const SAID: ReadonlySet<Asking['ask']> = new Set(['print', 'step', 'note']);

type Started<L> = Pick<Live<L>, 'steps' | 'locals'>;

export class Replayed<R extends Recorded, L> {
  private readonly lives = new WeakMap<R, Live<L>>();
  private readonly start: (record: R) => Started<L>;
  private readonly firstCall: (record: R) => number;

  /**
   * @param start a fresh generator, with the locals that it changes
   * @param firstCall the ticket of its first call
   */
  constructor(start: (record: R) => Started<L>, firstCall: (record: R) => number = () => 0) {
    this.start = start;
    this.firstCall = firstCall;
  }

  /** @param record one to which nothing was given yet */
  begin(record: Omit<R, 'given'>, doer: Doer): Outcome<R, L> {
    const begun = { ...record, given: noPages } as unknown as R;
    const { steps, locals } = this.start(begun);
    const driven = { steps, locals, record: begun, calls: this.firstCall(begun) };
    return this.drive(driven, steps.next(), doer);
  }

  /** Goes on with one that waits. */
  resume(record: R, doer: Doer): Outcome<R, L> {
    const live = this.lives.get(record) ?? this.replay(record);
    // It moves on: whoever holds the old record must not meet it there.
    this.lives.delete(record);
    const { asked } = live;
    return this.drive({ ...live, record }, { done: false, value: asked }, doer);
  }

  private drive(
    { steps, locals, record: from, calls: made }: Omit<Live<L>, 'asked'> & { readonly record: R },
    first: IteratorResult<Asking, unknown>,
    doer: Doer,
  ): Outcome<R, L> {
    let record = from;
    let calls = made;
    let turn = first;
    for (;;) {
      if (turn.done === true) return { record, locals, end: 'over', result: turn.value };
      const asked = turn.value;
      switch (asked.ask) {
        case 'exit':
          return { record, locals, end: 'exit' };
        case 'print':
          doer.print(asked);
          turn = steps.next();
          break;
        case 'step':
          doer.step?.(asked.name);
          turn = steps.next();
          break;
        case 'note':
          doer.note?.(asked.note);
          turn = steps.next();
          break;
        case 'call':
          doer.call(asked.call);
          turn = steps.next(calls++);
          break;
        default: {
          const given = doer.answer(asked);
          if (given === undefined) {
            this.lives.set(record, { steps, locals, asked, calls });
            return { record, locals, end: 'waits', asked };
          }
          record = { ...record, given: append(record.given, given) };
          turn = steps.next(given);
        }
      }
    }
  }

  /** Up to the wait at which the record was made; what was printed and called stays done. */
  private replay(record: R): Live<L> {
    const { steps, locals } = this.start(record);
    let calls = this.firstCall(record);
    let next = 0;
    for (let turn = steps.next(); ;) {
      if (turn.done === true || turn.value.ask === 'exit')
        throw new TypeError('a program ends before its record does');
      const asked = turn.value;
      if (SAID.has(asked.ask)) turn = steps.next();
      else if (asked.ask === 'call') turn = steps.next(calls++);
      else if (next === record.given.length) return { steps, locals, asked, calls };
      else turn = steps.next(at(record.given, next++) ?? undefined);
    }
  }
}
