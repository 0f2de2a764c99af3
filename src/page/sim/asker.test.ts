import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Asker } from './asker.ts';
import { working } from './work.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => vi.useRealTimers());

/** An asker whose answers come when `answer` is called. */
const listening = (pause: number) => {
  const asker = new Asker<string>(() => pause);
  const asked: string[] = [];
  const told: string[] = [];
  const open: ((answer: string) => void)[] = [];
  return {
    asked,
    told,
    stop: () => asker.want(null),
    want: (content: string, moment: string) =>
      asker.want({
        content,
        moment,
        ask: () => {
          asked.push(`${content} ${moment}`);
          return new Promise((resolve) => open.push(resolve));
        },
        tell: (answer) => told.push(answer),
      }),
    answer: async (text: string) => {
      open.shift()?.(text);
      await Promise.resolve();
      await Promise.resolve();
    },
  };
};

describe('an asker', () => {
  it('asks one question at a time, the newest', async () => {
    const { want, answer, asked, told } = listening(0);
    want('tree', '1');
    want('tree', '2');
    want('tree', '3');
    expect(asked).toEqual(['tree 1']);
    await answer('a');
    expect(asked).toEqual(['tree 1', 'tree 3']);
    await answer('b');
    expect(told).toEqual(['a', 'b']);
  });

  it('does not ask the same again', async () => {
    const { want, answer, asked } = listening(0);
    want('tree', '1');
    await answer('a');
    want('tree', '1');
    expect(asked).toHaveLength(1);
    expect(working()).toBe(false);
  });

  it('goes on asking while moments pass faster than its pause', async () => {
    const { want, answer, asked, stop } = listening(100);
    for (let ms = 0; ms < 1000; ms += 20) {
      want('tree', String(ms));
      vi.advanceTimersByTime(20);
      await answer('');
    }
    stop();
    expect(asked.length).toBeGreaterThanOrEqual(9);
    expect(asked.length).toBeLessThanOrEqual(11);
  });

  it('asks another question at once', async () => {
    const { want, answer, asked } = listening(100);
    want('rows 0', '1');
    await answer('');
    want('rows 50', '1');
    await answer('');
    expect(asked).toEqual(['rows 0 1', 'rows 50 1']);
  });

  it('tells nobody the answer to what is no longer asked', async () => {
    const { want, answer, stop, told } = listening(0);
    want('rows 0', '1');
    want('rows 50', '1');
    await answer('old');
    expect(told).toEqual([]);
    stop();
    await answer('too late');
    expect(told).toEqual([]);
    expect(working()).toBe(false);
  });

  it('counts as work until its last answer is there', async () => {
    const { want, answer } = listening(100);
    want('tree', '1');
    await answer('a');
    want('tree', '2');
    expect(working()).toBe(true);
    vi.advanceTimersByTime(100);
    await answer('b');
    expect(working()).toBe(false);
  });
});
