import { Reach } from '../reach.ts';
import type { Answer, Question } from '../reach.ts';

/** Asks and waits for the answer. */
export function reach(question: Question): Answer {
  const search = new Reach(question);
  search.run();
  return search.answer;
}
