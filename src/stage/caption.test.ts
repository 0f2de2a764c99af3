import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { captioned, wrapped } from './caption.ts';
import { textWidth } from './geometry.ts';
import { everyShape } from './testing/outline.ts';
import { text } from './shape.ts';
import type { Shape } from './shape.ts';

const STAGE = { width: 420, height: 200, shapes: [text(10, 20, 'S1', { className: 's' })] };
const CAPTION = {
  title: 'Election',
  sentence: 'Server 2 hears server 1 vote for 1 and keeps its vote for 2: larger sid.',
  moment: '27.5 ms · event 76',
  maker: 'Zooscope',
};

const words = (shapes: readonly Shape[]): readonly string[] =>
  everyShape(shapes).flatMap((one) => (one.type === 'text' ? [one.text] : []));

describe('a caption', () => {
  test('stands below the stage and tells what, when and by whom', () => {
    const { width, height, shapes } = captioned(STAGE, CAPTION);
    expect(width).toBe(420);
    expect(height).toBeGreaterThan(250);
    const told = words(shapes);
    expect(told[0]).toBe('S1');
    expect(told.slice(1, -2).join(' ')).toBe(CAPTION.sentence);
    expect(told.slice(-2)).toEqual(['Election · 27.5 ms · event 76', 'Zooscope']);
  });

  test('is lower before anything has happened', () => {
    const lower = captioned(STAGE, { ...CAPTION, sentence: '' });
    expect(lower.height).toBeLessThan(captioned(STAGE, CAPTION).height);
  });
});

describe('a wrapped text', () => {
  const content = fc
    .array(fc.constantFrom('server', '服务器', '2·7 → S2', '，', '收到选票。', 'a'), {
      maxLength: 30,
    })
    .map((parts) => parts.join(' '));

  test('keeps all of its letters and no line is wider than its room', () => {
    fc.assert(
      fc.property(content, fc.integer({ min: 140, max: 400 }), (told, width) => {
        const lines = wrapped(told, width, 18);
        expect(lines.join('').replaceAll(/\s/g, '')).toBe(told.replaceAll(/\s/g, ''));
        for (const line of lines) expect(textWidth(line, 18)).toBeLessThanOrEqual(width);
      }),
    );
  });

  test('breaks between Chinese letters, never before a closing sign', () => {
    const lines = wrapped('服务器二收到选票，改投服务器三。', 18 * 8, 18);
    for (const line of lines) expect(line).not.toMatch(/^[，。]/);
    expect(lines.length).toBeGreaterThan(1);
  });
});
