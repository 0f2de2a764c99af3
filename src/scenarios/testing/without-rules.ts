/** Support for tests: what goes wrong in a lesson when rules of its protocol are off. */
import { lessonFile } from '../lesson-file.ts';
import { playAll } from '../play-all.ts';
import type { ScenarioFile } from '../../view/scenario.ts';

/**
 * The lesson with these rules off in its own run and nobody to stop it: the questions that come out
 * otherwise, the claims that are not so, and where it gets stuck.
 * @param invariants all that its protocol has
 */
export async function wrongWithout(
  id: string,
  broken: readonly string[],
  invariants: readonly string[],
): Promise<string[]> {
  const file = await lessonFile(id);
  if (file === null) throw new Error(`no lesson ${id}`);
  // Each protocol's set-up may name rules that are off.
  const changed = { ...file, breaks: invariants, setup: { ...file.setup, broken } } as ScenarioFile;
  const { predictions, expectations, stuck } = playAll(changed);
  return [
    ...predictions.flatMap(({ step, right }) => {
      const answer = file.steps?.find((one) => one.id === step)?.predict?.answer;
      return right.join() === answer ? [] : [step];
    }),
    ...expectations.filter(({ ok }) => !ok).map(({ text }) => text),
    ...(stuck === null ? [] : [`stuck at ${stuck}`]),
  ];
}
