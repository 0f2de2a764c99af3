import type { KernelEvent } from '../../kernel/model.ts';

/** The event has the type of its message. */
export type CounterEvent = KernelEvent;
