import { locks } from './locks.ts';
import { outside } from './outside.ts';
import { together } from './together.ts';

/** What each line of the built-in programs does, in little room; a verb of an API comes first, in backticks. */
export const lines = { ...locks, ...outside, ...together } as const;
