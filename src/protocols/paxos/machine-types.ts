/** Shapes of guards and actions, and how rules on a process's state become them. */
import { assign } from 'xstate';
import type { PaxosEvent } from './events.ts';
import type { Member } from './member.ts';

export interface Context {
  readonly s: Member;
}

export interface Args {
  readonly context: Context;
  readonly event: PaxosEvent;
}

/** A rule that makes the next state. */
export const update = (rule: (s: Member, e: PaxosEvent) => Member) =>
  assign<Context, PaxosEvent, undefined, PaxosEvent, never>(({ context, event }) => ({
    s: rule(context.s, event),
  }));

/** An effect, or a fact. */
export const perform =
  (effect: (s: Member, e: PaxosEvent) => void) =>
  ({ context, event }: Args): void =>
    effect(context.s, event);

export const when =
  (guard: (s: Member, e: PaxosEvent) => boolean) =>
  ({ context, event }: Args): boolean =>
    guard(context.s, event);
