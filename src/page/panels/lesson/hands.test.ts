import { describe, expect, it } from 'vitest';
import type { LessonState, Mistake } from '../../../view/command.ts';
import { NO_PREDICTION } from '../../sim/store.ts';
import { allHands, barsOf, mistakeToldOf, revealed } from './hands.ts';

const mistake = (option: string): Mistake => ({ option, misconception: null, refutedAt: null });
const mistakes = [mistake('a'), mistake('b')];

describe('a show of hands', () => {
  it('has one scale for all bars, which a few hands do not fill', () => {
    expect(barsOf(['a', 'b', 'c'], { a: 20, b: 5 })).toEqual([1, 0.25, 0]);
    expect(barsOf(['a', 'b'], { a: 1 })).toEqual([0.1, 0]);
    expect(allHands({ a: 20, b: 5 })).toBe(25);
    expect(allHands({})).toBe(0);
  });

  it('lets a room hear of the mistake that most of it made, or of another that is asked for', () => {
    const hands = { a: 2, b: 6, right: 9 };
    expect(mistakeToldOf(mistakes, { ...NO_PREDICTION, hands })?.option).toBe('b');
    const asked = { ...NO_PREDICTION, hands, replyTo: 'a' };
    expect(mistakeToldOf(mistakes, asked)?.option).toBe('a');
    // The right option has no reply of its own.
    expect(mistakeToldOf(mistakes, { ...asked, replyTo: 'right' })?.option).toBe('b');
  });

  it('speaks of what was chosen where nobody counted, and of nothing where nobody chose', () => {
    expect(mistakeToldOf(mistakes, { ...NO_PREDICTION, chosen: 'a' })?.option).toBe('a');
    expect(mistakeToldOf(mistakes, { ...NO_PREDICTION, chosen: 'right' })).toBeNull();
    expect(mistakeToldOf(mistakes, NO_PREDICTION)).toBeNull();
  });

  it('tells nothing before the answer is revealed', () => {
    const ready = { phase: 'ready', answer: null, mistakes: [] } as unknown as LessonState;
    expect(revealed(ready, NO_PREDICTION)).toBeNull();
    const told = { right: 'c', mistakes };
    expect(revealed(ready, { ...NO_PREDICTION, told })).toBe(told);
    const done = { phase: 'done', answer: 'c', mistakes } as unknown as LessonState;
    expect(revealed(done, NO_PREDICTION)).toEqual(told);
  });
});
