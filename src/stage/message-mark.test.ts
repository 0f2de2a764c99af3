import { describe, expect, it } from 'vitest';
import { messageMark } from './message-mark.ts';
import type { Shape } from './shape.ts';

const words = (shapes: readonly Shape[]): string[] =>
  shapes.flatMap((shape) =>
    shape.type === 'text' ? [shape.text] : shape.type === 'group' ? words(shape.children) : [],
  );

describe('a message in a list', () => {
  it('has the shape that it has on the stage', () => {
    const { shapes } = messageMark('refusal', '25 < 28', 1, 112);
    expect(shapes[0]).toMatchObject({ className: 'msg refusal' });
    expect(words(shapes)).toEqual(['25 < 28']);
  });

  it('is as wide as its label needs', () => {
    expect(messageMark('prepare', '3', 1, 112).width).toBeLessThan(50);
  });

  it('cuts a label that is longer than its place, and keeps the whole as its title', () => {
    const mark = messageMark('accept', '12: a rather long proposal', 1, 112);
    expect(mark.width).toBeLessThanOrEqual(112);
    expect(words(mark.shapes)[0]).toMatch(/^12: a.*…$/u);
    expect(mark.shapes[0]).toMatchObject({ title: '12: a rather long proposal' });
  });
});
