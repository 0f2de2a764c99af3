/** How the rules of a protocol, functions of a process's state and its event, become a machine's parts. */
import { assign } from 'xstate';
import type { EventObject } from 'xstate';

/** A machine's context: the state of its process, which its other machines share. */
export interface Context<S> {
  readonly s: S;
}

export interface Args<S, E> {
  readonly context: Context<S>;
  readonly event: E;
}

/** Where a part `S` of a process's whole state `W` stands. */
export interface Place<W, S> {
  readonly get: (whole: W) => S;
  readonly set: (whole: W, part: S) => W;
}

/**
 * What the machines of a protocol are made of when its state is a part of its process's: rules that
 * are written for the part `S` run in a process whose state is `W`.
 */
export const machinePartsAt = <W, S, E extends EventObject>({ get, set }: Place<W, S>) => ({
  update: (rule: (s: S, e: E) => S) =>
    assign<Context<W>, E, undefined, E, never>(({ context: { s }, event }) => ({
      s: set(s, rule(get(s), event)),
    })),
  perform:
    (effect: (s: S, e: E) => void) =>
    ({ context, event }: Args<W, E>): void =>
      effect(get(context.s), event),
  when:
    (guard: (s: S, e: E) => boolean) =>
    ({ context, event }: Args<W, E>): boolean =>
      guard(get(context.s), event),
});

/** What {@link machinePartsAt} makes. */
export type MachineParts<W, S, E extends EventObject> = ReturnType<typeof machinePartsAt<W, S, E>>;

/** What a protocol's machines are made of: `S` is the state of a process, `E` its event. */
export const machineParts = <S, E extends EventObject>() => ({
  /** A rule: it makes the next state, and says through the event's `io` what it wants done and what it did. */
  update: (rule: (s: S, e: E) => S) =>
    assign<Context<S>, E, undefined, E, never>(({ context, event }) => ({
      s: rule(context.s, event),
    })),
  /** What leaves the state as it is: a timer, a fact. */
  perform:
    (effect: (s: S, e: E) => void) =>
    ({ context, event }: Args<S, E>): void =>
      effect(context.s, event),
  when:
    (guard: (s: S, e: E) => boolean) =>
    ({ context, event }: Args<S, E>): boolean =>
      guard(context.s, event),
});
