import { lessonData } from '../lessons/index.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import { loadWithProtocol } from './load-with-protocol.ts';

/**
 * The scenario of a lesson; null when there is no such lesson.
 * @throws Error when the lesson's own file is not in order (the tests see to it that it is)
 */
export async function lessonFile(id: string): Promise<ScenarioFile | null> {
  const data = await lessonData(id);
  if (data === null) return null;
  const { scenario, problems } = await loadWithProtocol(data);
  if (scenario === undefined) {
    throw new Error(
      `lesson ${id}: ${problems.map(({ where, text }) => `${where}: ${text}`).join(' ')}`,
    );
  }
  return scenario;
}
