import type { Director } from '../scenarios/director.ts';
import type { Foreseen } from '../view/command.ts';

/** How the present step's question was answered by the run; null: by none of its options. */
export const outcomeOf = (director: Director | null): Foreseen | null => {
  if (director === null) return null;
  const { answer, mistakes } = director.state();
  return answer === null ? null : { right: answer, mistakes };
};
