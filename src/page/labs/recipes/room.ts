import type { Room } from '../../browser/use-media.ts';

/** The row above the stage's drawing has room for a switch. */
export const hasHead = (room: Room): boolean => room === 'usual' || room === 'wide';
