/** A program's part that runs by itself, and where it stands: all of it plain data. */
import type { Micros } from '../view/time.ts';
import type { OutsideReply } from '../protocols/outside/messages.ts';
import type { CallResult } from './calls.ts';
import type { Recorded } from './replayed.ts';
import type { Heard, Steps, Ticket, Wait } from './steps.ts';

/** What a round returns when another one is to follow. */
export const AGAIN = 'again';

/**
 * A generator in rounds. What a round has been given is kept as long as it lasts, so that it can be gone
 * through once more (`replayed.ts`); so a program that goes on for ever is one of many rounds, and what it
 * has to remember from one to the next are its local variables.
 */
export interface Routine<L extends object = object> {
  readonly name: string;
  /** Its local variables as it begins: plain, immutable values. */
  readonly begins: L;
  /**
   * @param me its own copy of the variables, which it sets; what they hold it leaves as it is
   * @returns AGAIN: another round begins with what this one leaves; otherwise it is over
   */
  round(me: L): Steps<typeof AGAIN | void>;
  /**
   * What is kept for it until it waits for it; else that passes by. Every watcher hears of the session:
   * `session` is what the default one hears, `session-each` what each of its own does.
   */
  readonly hears?: readonly ('line' | 'session' | 'session-each')[];
  /** Its variables without those that are only counted or shown; without it, all of them. */
  matters?(locals: L): unknown;
}

/** A round that is under way. */
export interface Round extends Recorded {
  readonly begin: object;
  /** The ticket of its first call. */
  readonly first: Ticket;
}

type Unplaced<H> = H extends unknown ? Omit<H, 'which'> : never;
/** What has come and was not waited for yet. */
export type Kept = Unplaced<Exclude<Heard, { readonly kind: 'time' | 'work' }>>;

export type Waiting = Wait & {
  /** When the time is over; of other waits null. */
  readonly due: Micros | null;
};

export interface Thread {
  /** Null: it is over. */
  readonly round: Round | null;
  /** As they are where it waits. */
  readonly locals: object;
  /** What it does, in its own word. */
  readonly step: string;
  readonly waits: readonly Waiting[];
  /** Oldest first. */
  readonly kept: readonly Kept[];
  /** Its calls without a result so far, and what they ask. */
  readonly open: readonly { readonly call: number; readonly ticket: Ticket; readonly op: string }[];
  /** How many calls it has made. */
  readonly made: Ticket;
}

/** More is not kept for a program that does not wait for it: the oldest go. */
export const MOST_KEPT = 1000;
/** A round that was given more than this has no end: it is stopped. */
export const MOST_GIVEN = 5000;
/** So many rounds without a wait have no end either. */
export const MOST_ROUNDS = 1000;
/** Why it was stopped then, as whoever looks on is told. */
export const ENDLESS = 'Endless';

const matches = (wait: Waiting, kept: Kept): boolean => {
  switch (wait.kind) {
    case 'result':
      return kept.kind === 'result' && (wait.call === undefined || wait.call === kept.call);
    case 'reply':
      return kept.kind === 'reply' && (wait.call === undefined || wait.call === kept.call);
    case 'event':
      return kept.kind === 'event' && (wait.watcher === undefined || wait.watcher === kept.watcher);
    default:
      return wait.kind === kept.kind;
  }
};

/** @returns what a wait is over with, and what is then still kept; null: it goes on */
export function heardBy(
  waits: readonly Waiting[],
  kept: readonly Kept[],
  now: Micros,
): { readonly heard: Heard; readonly kept: readonly Kept[] } | null {
  for (const [at, each] of kept.entries()) {
    const which = waits.findIndex((wait) => matches(wait, each));
    if (which >= 0) return { heard: { ...each, which }, kept: kept.toSpliced(at, 1) };
  }
  const which = waits.findIndex(({ due }) => due !== null && due <= now);
  const over = waits[which];
  if (over?.kind !== 'time' && over?.kind !== 'work') return null;
  return { heard: { kind: over.kind, which }, kept };
}

export const withKept = (thread: Thread, kept: Kept): Thread => ({
  ...thread,
  kept: [...thread.kept, kept].slice(-MOST_KEPT),
});

/** What came of a call: its handle's result, or the answer of a process outside. */
export type Came =
  | { readonly kind: 'result'; readonly result: CallResult }
  | { readonly kind: 'reply'; readonly reply: OutsideReply };

/** Something came of its call of this number; of another's call, or none, undefined. */
export function withResult(thread: Thread, call: number, came: Came): Thread | undefined {
  const found = thread.open.find((each) => each.call === call);
  if (found === undefined) return undefined;
  const open = thread.open.filter((each) => each !== found);
  // In this order: a digest takes the fields of a record as they stand.
  const kept: Kept =
    came.kind === 'result'
      ? { kind: came.kind, call: found.ticket, result: came.result }
      : { kind: came.kind, call: found.ticket, reply: came.reply };
  return withKept({ ...thread, open }, kept);
}

/** When the first of its waits is over by itself; Infinity: none is. */
export const dueOf = ({ round, waits }: Thread): Micros =>
  round === null ? Infinity : Math.min(...waits.map(({ due }) => due ?? Infinity));
