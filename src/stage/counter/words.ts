import type { Texts } from '../say.ts';
import type { Saying } from '../words.ts';

/** Every visible word of the counter's drawing. */
export const counterWords = {
  /** Name of the drawing. */
  group: '{callers} callers and a counter',
  caller: 'caller',
  counter: 'counter',
  /** Head of what the server carried out. */
  arrived: 'arrived',
  read: 'read',
  outcome: {
    waiting: 'waiting',
    success: 'success',
    failure: 'failure',
    unknown: 'unknown',
  },
  /** After a call that was sent more than once. */
  attempts: '{attempts} attempts',
  refused: 'refused',
  /** What a crash would leave. */
  onDisk: 'on disk: {value}',
  /** Accessible names. */
  callerName: '{name}, {state}',
  serverName: '{name}, counter {value}',
} as const satisfies Texts;

export type CounterSaying = Saying<typeof counterWords>;
