import { labStill, lessonStills } from '../stills.ts';

/** First frames, as still drawings: of the free lab, and of its lessons by their ids. */
export const first = await labStill('paxos');
export const lessons = await lessonStills('paxos');
