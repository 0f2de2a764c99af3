/** Shapes of guards and actions, and how rules on a server's state become them. */
import { assign } from 'xstate';
import type { PeerEvent } from './events.ts';
import type { Server } from './server.ts';

export interface Context {
  readonly s: Server;
}

export interface Args {
  readonly context: Context;
  readonly event: PeerEvent;
}

/** A rule that makes the next state. */
export const update = (rule: (s: Server, e: PeerEvent) => Server) =>
  assign<Context, PeerEvent, undefined, PeerEvent, never>(({ context, event }) => ({
    s: rule(context.s, event),
  }));

/** An effect, or a fact. */
export const perform =
  (effect: (s: Server, e: PeerEvent) => void) =>
  ({ context, event }: Args): void =>
    effect(context.s, event);

export const when =
  (guard: (s: Server, e: PeerEvent) => boolean) =>
  ({ context, event }: Args): boolean =>
    guard(context.s, event);
