import { describe, expect, it } from 'vitest';
import { chatters, letterOf } from './testing/chatter.ts';
import type { ChatterOptions } from './testing/chatter.ts';
import { Story } from './testing/story.ts';

describe('an invariant', () => {
  const noMoreThan = (most: number): ChatterOptions => ({
    invariants: [
      {
        name: 'few-words',
        check: ({ processes }, { pid }) => {
          const talker = processes.find(({ s }) => s !== null && s.count > most);
          return talker === undefined ? null : `${letterOf(pid)} heard too much`;
        },
      },
      { name: 'silent', check: () => null },
    ],
  });

  it('is checked after each change, and its violation names the step', () => {
    const story = new Story(chatters(noMoreThan(1)));
    story.do({ kind: 'start', pids: [1, 2] }, 0);
    story.do({ kind: 'input', pid: 1, name: 'DO', data: { order: 'sends B hello' } }, 0);
    story.until(Infinity);
    const { step } = story.world;
    expect(story.world.violations).toMatchObject([
      { invariant: 'few-words', step: step - 1, text: 'B heard too much' },
    ]);
    expect(story.world.violations[0]?.facts.map(({ rule }) => rule)).toEqual([
      'noted',
      'invariant-violated',
    ]);
  });

  it('is named once, at the first step that breaks it', () => {
    const story = new Story(chatters(noMoreThan(0)));
    story.do({ kind: 'start', pids: [1, 2] }, 0);
    story.until(Infinity);
    expect(story.world.violations.map(({ step }) => step)).toEqual([1]);
  });

  it('sees what an intervention changed', () => {
    const seen: string[] = [];
    const story = new Story(
      chatters({
        invariants: [
          {
            name: 'watching',
            check: (_world, { pid, before, after }) => {
              seen.push(
                `${pid} ${before === null ? 'down' : 'up'} ${after === null ? 'down' : 'up'}`,
              );
              return null;
            },
          },
        ],
      }),
    );
    story.do({ kind: 'start', pids: [1] }, 0);
    story.do({ kind: 'kill', pid: 1 }, 0);
    expect(seen).toEqual(['1 down up', '1 up up', '1 up down']);
    expect(story.world.ghost).toBe(3);
  });
});
