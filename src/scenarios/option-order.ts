import { Random } from '../kernel/random.ts';
import type { ScenarioStep } from '../view/scenario.ts';

/**
 * In which order a question's options are shown: by chance, so that a place tells nothing about the
 * answer, and by a seed that is the question's own, so that a class sees the same order.
 * @returns the ids of the options; none for a step that asks nothing
 */
export function optionOrder(lesson: string, { id, predict }: ScenarioStep): readonly string[] {
  const random = new Random(seedOf(`${lesson}.${id}`));
  const ids = predict?.options.map((option) => option.id) ?? [];
  for (let last = ids.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    [ids[last], ids[other]] = [ids[other] as string, ids[last] as string];
  }
  return ids;
}

/** A number that any change of the text changes (FNV-1a, 32 bits). */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}
