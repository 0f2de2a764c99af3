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

/** What a protocol's machines are made of: `S` is the state of a process, `E` its event. */
export const machineParts = <S, E extends EventObject>() => ({
  /** A rule that makes the next state. */
  update: (rule: (s: S, e: E) => S) =>
    assign<Context<S>, E, undefined, E, never>(({ context, event }) => ({
      s: rule(context.s, event),
    })),
  /** An effect, or a fact. */
  perform:
    (effect: (s: S, e: E) => void) =>
    ({ context, event }: Args<S, E>): void =>
      effect(context.s, event),
  when:
    (guard: (s: S, e: E) => boolean) =>
    ({ context, event }: Args<S, E>): boolean =>
      guard(context.s, event),
});
