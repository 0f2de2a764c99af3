import { describe, expect, test } from 'vitest';
import { drawings } from './drawings.ts';
import { peer } from './fixtures-history.ts';
import { machineDiagram } from './machine.ts';
import { everyShape, outline } from './testing/outline.ts';
import type { Shape } from './shape.ts';
import { collisions } from './testing/collisions.ts';
import { sizeOf, textBoxes } from './text-boxes.ts';
import { svgText } from './svg-text.ts';
import { englishWords } from './words.ts';

const words = englishWords;

describe.each(drawings.map((drawing) => [drawing.name, drawing.draw] as const))('%s', (_, draw) => {
  const drawing = draw();
  const all = everyShape(drawing.shapes);

  test('has no text under 12 units and no number that is none', () => {
    const small = all.filter((shape) => shape.type === 'text' && sizeOf(shape) < 12);
    expect(small).toEqual([]);
    const svg = svgText(drawing.shapes, drawing, '');
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    expect(drawing.width).toBeGreaterThan(0);
    expect(drawing.height).toBeGreaterThan(0);
  });

  test('names whatever can be pressed, and keeps keys apart', () => {
    const nameless = all.filter((shape) => shape.role === 'button' && !shape.label);
    expect(nameless).toEqual([]);
    const check = (siblings: readonly Shape[]): void => {
      const keys = siblings.map((shape) => shape.key).filter((key) => key !== undefined);
      expect(new Set(keys).size).toBe(keys.length);
      for (const shape of siblings) if (shape.type === 'group') check(shape.children);
    };
    check(drawing.shapes);
  });
});

describe('a state machine', () => {
  test.each([264, 288])('is legible at width %i: no two words touch', (width) => {
    for (const brief of [true, false]) {
      const drawing = machineDiagram(peer('FOLLOWING.discovery'), { words, width, brief });
      expect(collisions(drawing.shapes)).toEqual([]);
      const outside = textBoxes(drawing.shapes).filter(
        (box) => box.x < -1 || box.x + box.width > width + 1,
      );
      expect(outside).toEqual([]);
    }
  });

  test('draws every state once and lights the present one', () => {
    const view = peer('LEADING.discovery.proposing');
    const shapes = everyShape(machineDiagram(view, { words, width: 264 }).shapes);
    const drawn = view.states.map(
      ({ path }) => shapes.filter((shape) => shape.key === path).length,
    );
    expect(new Set(drawn)).toEqual(new Set([1]));
    expect(shapes.filter((shape) => shape.selected === true).map((shape) => shape.key)).toEqual([
      'LEADING.discovery.proposing',
    ]);
  });

  test('in brief tells what may come next', () => {
    const told = outline(
      machineDiagram(peer('LOOKING.electing'), { words, width: 264, brief: true }).shapes,
    );
    expect(told).toContain('"FOLLOWING"');
    expect(told).toContain('"LEADING"');
    expect(told).toContain('"elects me"');
  });
});
