/** Shapes of guards and actions, and how rules on a server's state become them. */
import { assign } from 'xstate';
import type { ServerEvent } from './events.ts';
import type { Server } from './server.ts';

export interface Context {
  readonly s: Server;
}

export interface Args {
  readonly context: Context;
  readonly event: ServerEvent;
}

/** A rule that makes the next state. */
export const update = (rule: (s: Server, e: ServerEvent) => Server) =>
  assign<Context, ServerEvent, undefined, ServerEvent, never>(({ context, event }) => ({
    s: rule(context.s, event),
  }));

/** An effect, or a fact. */
export const perform =
  (effect: (s: Server, e: ServerEvent) => void) =>
  ({ context, event }: Args): void =>
    effect(context.s, event);

export const when =
  (guard: (s: Server, e: ServerEvent) => boolean) =>
  ({ context, event }: Args): boolean =>
    guard(context.s, event);
