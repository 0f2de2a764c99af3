import { describe, expect, it } from 'vitest';
import type { Answer, Command } from '../view/command.ts';
import { Session } from './session.ts';

const opened = async (id: string) => {
  const session = new Session();
  /** Of the runs so far. */
  let branches = 0;
  const does = async (command: Command): Promise<Answer & { position: number }> => {
    const { answer, frame } = await session.handle(command);
    branches = Math.max(branches, answer.branches?.length ?? 0);
    return { ...answer, position: frame?.frame.position ?? -1 };
  };
  const { lesson } = await does({ type: 'open-lesson', id });
  return { does, branches: () => branches, steps: lesson?.steps ?? [] };
};

describe.each(['did-it-happen', 'first-start', 'paxos-case-3', 'watch-fires-once'])(
  'the lesson %s',
  (id) => {
    it('foresees the answer of each question, and then comes to it on the same run', async () => {
      const { does, steps, branches } = await opened(id);
      const asking = steps.flatMap(({ asks }, index) => (asks ? [index] : []));
      expect(asking).not.toEqual([]);
      for (const index of asking) {
        const { position } = await does({ type: 'lesson-step', index });
        const foreseen = await does({ type: 'lesson-foresee' });
        expect(foreseen.position).toBe(position);
        expect(foreseen.lesson).toMatchObject({ index, phase: 'ready', answer: null });
        expect(foreseen.foreseen?.right).toEqual(expect.any(String));

        let now = await does({ type: 'lesson-begin-step' });
        while (now.lesson?.phase === 'running') {
          now = await does({ type: 'step', by: 1, all: true });
        }
        const { answer, mistakes } = now.lesson ?? {};
        expect(now.lesson).toMatchObject({ index, phase: 'done' });
        expect(foreseen.foreseen).toEqual({ right: answer, mistakes });
      }
      expect(branches()).toBe(1);
    });
  },
);
