import type { Foretold } from '../view/foretold.ts';
import { lessonOpening } from './openings.ts';
import { lessonStill } from './stills.ts';
import type { Still } from './stills.ts';

/** What comes beside the words of a lesson: its first frame, and what opening it is answered. */
export const lessonFirst = async (id: string): Promise<{ first: Still; opens: Foretold }> => ({
  first: await lessonStill(id),
  opens: await lessonOpening(id),
});
