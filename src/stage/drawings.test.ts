import { describe, expect, test } from 'vitest';
import { drawings } from './drawings.ts';
import { voting } from './fixtures.ts';
import { peer, quietStory, votingStory } from './fixtures-history.ts';
import { machineDiagram } from './machine.ts';
import { everyShape, outline } from './outline.ts';
import type { Shape } from './shape.ts';
import { spacetime } from './spacetime.ts';
import { collisions, sizeOf, textBoxes } from './text-boxes.ts';
import { svgText } from './svg-text.ts';
import { timeScale } from './time-scale.ts';
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

describe('the space-time diagram', () => {
  const drawn = spacetime(votingStory(), voting(), {
    words,
    width: 976,
    height: 146,
    window: [0, 30_000],
    highlight: 5,
  });

  test('has a lane and a head for every process', () => {
    const told = outline(drawn.shapes);
    for (const pid of [1, 2, 3, 4, 5]) {
      expect(told).toContain(`lane-${pid}`);
      expect(told).toContain(`head-${pid}`);
    }
    expect(collisions(drawn.shapes)).toEqual([]);
  });

  test('keeps the causal past of the chosen step strong and the rest pale', () => {
    const opacity = (step: number): number | undefined =>
      everyShape(drawn.shapes).find((shape) => shape.key === `arrow-${step}`)?.style?.opacity;
    expect(opacity(5)).toBe(1);
    expect(opacity(4)).toBe(0.38);
  });

  test('hides what comes after the playhead while a question is open', () => {
    const hidden = spacetime(votingStory(), voting(), {
      words,
      width: 976,
      height: 146,
      window: [0, 30_000],
      now: 10_000,
      hideFuture: true,
    });
    expect(outline(hidden.shapes)).not.toContain('arrow-12');
  });

  test('folds a long quiet stretch and says how long it was', () => {
    const frame = { ...voting(), messages: [], time: 9_018_000 };
    const told = outline(
      spacetime(quietStory(), frame, { words, width: 976, height: 146, window: [0, 9_030_000] })
        .shapes,
    );
    expect(told).toContain('"+8984 ms"');
  });
});

describe('a folded time scale', () => {
  test('never runs backwards', () => {
    const scale = timeScale([0, 10, 20, 900, 910, 5000, 5010], [0, 6000], [0, 700]);
    let last = -1;
    for (let time = 0; time <= 6000; time += 50) {
      expect(scale.x(time)).toBeGreaterThanOrEqual(last);
      last = scale.x(time);
    }
    expect(scale.folds).toHaveLength(1);
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
