/** What a lesson asks its reader to find by crashing servers: that it is found just where the file says. */
import { describe, expect, it } from 'vitest';
import { lessons } from '../lessons/words.ts';
import { lessonFile } from '../scenarios/lesson-file.ts';
import type { Command, LessonState } from '../view/command.ts';
import { crashWay } from '../view/crash-way.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import type { PathAnswer, PathQuestion, PathView } from '../view/write-path.ts';
import { Session } from './session.ts';

const SEEDS = [1, 2, 3, 4, 5, 100, 2026];

async function fileOf(id: string): Promise<ScenarioFile> {
  const file = await lessonFile(id);
  if (file === null) throw new Error(`no lesson ${id}`);
  return file;
}

/** A reader who has come to the end of a step, and the path of the newest write there. */
async function readerAt(file: ScenarioFile, step: number) {
  const session = new Session();
  const send = async (command: Command) => {
    const { answer } = await session.handle(command);
    expect(answer.problem).toBeNull();
    return answer;
  };
  await send({ type: 'open', scenario: file });
  await send({ type: 'lesson-step', index: step });
  await send({ type: 'lesson-begin-step' });
  let lesson: LessonState | null | undefined;
  do ({ lesson } = await send({ type: 'advance', until: Number.MAX_SAFE_INTEGER }));
  while (lesson?.phase === 'running');
  expect(lesson?.phase).toBe('done');
  const question: PathQuestion = { ask: 'path', write: null };
  const asked = await send({ type: 'ask', question });
  const { path } = asked.asked as Extract<PathAnswer, { ask: 'path' }>;
  if (path === null) throw new Error('nobody has written');
  return { send, path, goals: lesson?.goals ?? [] };
}

/** By goal: the moments after which it is found, each tried by a reader who has tried nothing else. */
async function foundAt(file: ScenarioFile, step: number, path: PathView) {
  const found: Record<string, string[]> = {};
  for (const { kind, position, leader } of path.moments) {
    const { send } = await readerAt(file, step);
    const way = crashWay([leader ?? 0]);
    const { lesson } = await send({ type: 'try', branch: 0, position, way });
    for (const goal of lesson?.goals ?? []) if (goal.found) (found[goal.id] ??= []).push(kind);
  }
  return found;
}

const asking = (
  await Promise.all(
    lessons.map(async ({ id }) => {
      const { steps = [] } = await fileOf(id);
      return steps.flatMap(({ tries }, step) => (tries === undefined ? [] : [[id, step] as const]));
    }),
  )
).flat();

it('at least one lesson asks its reader to try', () => {
  expect(asking.length).toBeGreaterThan(0);
});

describe.each(asking)('in the lesson %s, step %i', (id, step) => {
  it.each(SEEDS)(
    'each goal is found at the moments that it names and at no others (seed %i)',
    async (seed) => {
      const file = { ...(await fileOf(id)), seed } as ScenarioFile;
      const { path, goals } = await readerAt(file, step);
      expect(goals.map(({ found }) => found)).not.toContain(true);
      const said = file.steps?.[step]?.tries?.goals.map((goal) => [goal.id, goal.moments]);
      expect(await foundAt(file, step, path)).toEqual(Object.fromEntries(said ?? []));
    },
  );

  it('what is found stays found, also when the step is taken once more', async () => {
    const file = await fileOf(id);
    const { send, path } = await readerAt(file, step);
    let lesson: LessonState | null | undefined;
    for (const { position, leader } of path.moments)
      ({ lesson } = await send({ type: 'try', branch: 0, position, way: crashWay([leader ?? 0]) }));
    expect(lesson?.goals.map(({ found }) => found)).not.toContain(false);
    ({ lesson } = await send({ type: 'lesson-step', index: step }));
    expect(lesson?.goals).toEqual([]);
    await send({ type: 'lesson-begin-step' });
    do ({ lesson } = await send({ type: 'advance', until: Number.MAX_SAFE_INTEGER }));
    while (lesson?.phase === 'running');
    expect(lesson?.goals.map(({ found }) => found)).not.toContain(false);
  });
});
