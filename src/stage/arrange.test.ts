import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LEVEL, arrange, emptyArrangement } from './arrange.ts';
import { arrangedBox } from './testing/arranged-box.ts';
import { crowd, ensemble, messages, voting } from './fixtures.ts';
import type { ElectionFrame } from './fixtures.ts';
import { overlaps } from './geometry.ts';
import { messagePlaces } from './lanes.ts';
import { ensembleShapes } from './ensemble.ts';
import { ensembleLayout } from './ensemble-layout.ts';
import type { EnsembleLayout } from './ensemble-layout.ts';
import type { Layout } from './layout.ts';
import { messageShapes, messageSizes } from './messages.ts';
import { everyShape } from './testing/outline.ts';
import { textBoxes } from './text-boxes.ts';
import { englishWords } from './words.ts';

const layoutOf = (frame: ElectionFrame, width = 620, height = 476): EnsembleLayout =>
  ensembleLayout(
    frame.processes.map((process) => process.pid),
    { width, height },
  );

/** Pairs of messages whose labels cover each other. */
const covered = (
  frame: ElectionFrame,
  layout: Layout,
  now: number,
  before = emptyArrangement(),
  selected: number | null = null,
  moving = false,
): readonly string[] => {
  const sizes = messageSizes(frame.messages, { selected, framed: 0 });
  const arranged = arrange(messagePlaces(frame, layout, now), sizes, layout, before, moving);
  const boxes = sizes
    .map((size, i) => ({
      id: size.id,
      level: arranged.levels[i],
      box: arrangedBox(arranged, size, i),
    }))
    .filter(({ level }) => level === LEVEL.full || level === LEVEL.short);
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => overlaps(a.box, b.box))
      .map((b) => `${a.id} and ${b.id}`),
  );
};

/** Messages anywhere on their way, between any servers, in any crowd. */
const traffic = fc
  .record({
    servers: fc.integer({ min: 2, max: 11 }),
    ways: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat({ max: 100 }), fc.boolean()), {
      maxLength: 60,
    }),
    width: fc.constantFrom(390, 620, 976),
    selected: fc.option(fc.integer({ min: 1, max: 11 }), { nil: null }),
  })
  .map(({ servers, ways, width, selected }) => {
    const lines = ways.map(([a, b, percent, held]) => {
      const from = (a % servers) + 1;
      const to = ((from + (b % (servers - 1))) % servers) + 1;
      const way = held ? 'held' : `${percent}%`;
      return `S${from}>S${to} vote "2·${percent} → S${to}" S${to} ${way}`;
    });
    const names = Array.from({ length: servers }, (_, i) => `S${i + 1} LOOKING [1·1 1·2]`);
    const frame = ensemble(names.join(' | '), { messages: messages(lines.join('\n')) });
    return { frame, width, selected };
  });

describe('labels of messages', () => {
  test('never cover each other, whatever is under way', () => {
    fc.assert(
      fc.property(traffic, ({ frame, width, selected }) => {
        expect(covered(frame, layoutOf(frame, width), frame.time, undefined, selected)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('never cover each other while they travel', () => {
    fc.assert(
      fc.property(traffic, ({ frame, width }) => {
        const layout = layoutOf(frame, width);
        for (const moving of [false, true]) {
          const kept = emptyArrangement();
          for (let i = 0; i < 12; i++) {
            const now = frame.time + i * 700;
            expect(covered(frame, layout, now, kept, null, moving)).toEqual([]);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('never cover a text that stands on the stage, at rest or while they travel', () => {
    fc.assert(
      fc.property(traffic, ({ frame, width, selected }) => {
        const layout = layoutOf(frame, width);
        const sizes = messageSizes(frame.messages, { selected, framed: 0 });
        const { servers, labels } = ensembleShapes(frame, layout, { words: englishWords });
        const texts = textBoxes([...servers, ...labels]);
        const kept = emptyArrangement();
        for (let i = 0; i < 30; i++) {
          const now = frame.time + i * 400;
          const places = messagePlaces(frame, layout, now);
          const { levels } = arrange(places, sizes, layout, kept, i > 0, texts);
          const hit = sizes.flatMap((size, at) => {
            const shown = levels[at] === LEVEL.full || levels[at] === LEVEL.short;
            const box = arrangedBox(kept, size, at);
            return shown ? texts.filter((one) => overlaps(one, box)).map(({ text }) => text) : [];
          });
          expect(hit).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('stay in the drawing, as long as their lanes and their words may be', () => {
    fc.assert(
      fc.property(traffic, fc.integer({ min: 200, max: 390 }), ({ frame, selected }, width) => {
        const layout = layoutOf(frame, width, 300);
        const sizes = messageSizes(frame.messages, { selected, framed: 0 });
        const kept = emptyArrangement();
        for (let i = 0; i < 12; i++) {
          const now = frame.time + i * 700;
          const { levels } = arrange(messagePlaces(frame, layout, now), sizes, layout, kept, i > 0);
          const out = sizes.filter((size, at) => {
            if (levels[at] !== LEVEL.full && levels[at] !== LEVEL.short) return false;
            const box = arrangedBox(kept, size, at);
            return box.x < 0 || box.x + box.width > width || box.y < 0 || box.y + box.height > 300;
          });
          expect(out).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('do not flicker: between two frames hardly any changes its length, and none jumps', () => {
    const frame = crowd(7, 24);
    const layout = layoutOf(frame);
    const sizes = messageSizes(frame.messages, {});
    const kept = emptyArrangement();
    let changes = 0;
    let jumps = 0;
    let levels = new Uint8Array(0);
    let nudges = new Float64Array(0);
    for (let i = 0; i < 120; i++) {
      arrange(messagePlaces(frame, layout, frame.time + i * 16), sizes, layout, kept, true);
      if (i > 0) {
        changes += levels.filter((level, at) => level !== kept.levels[at]).length;
        jumps += nudges.filter((nudge, at) => Math.abs(nudge - (kept.nudges[at] ?? 0)) > 3).length;
      }
      levels = kept.levels.slice();
      nudges = kept.nudges.slice();
    }
    expect(changes / sizes.length).toBeLessThan(2);
    expect(jumps).toBe(0);
  });

  test('that stand still settle where there is room for them, and stay there', () => {
    const frame = crowd(7, 24);
    const layout = layoutOf(frame);
    const sizes = messageSizes(frame.messages, {});
    const places = messagePlaces(frame, layout, frame.time);
    const kept = emptyArrangement();
    const settled = [...arrange(places, sizes, layout, kept).places];
    for (let i = 0; i < 5; i++) {
      expect([...arrange(places, sizes, layout, kept).places]).toEqual(settled);
    }
  });

  test('are the same for the same moment', () => {
    const frame = crowd(11, 60);
    const layout = layoutOf(frame, 976);
    const once = (): readonly number[] => [
      ...arrange(messagePlaces(frame, layout, frame.time), messageSizes(frame.messages, {}), layout)
        .places,
    ];
    expect(once()).toEqual(once());
  });

  test('are full for the selected server, short for the others, and full for the question', () => {
    const frame = voting();
    const layout = layoutOf(frame);
    const sizes = messageSizes(frame.messages, { selected: 4, framed: 2 });
    const { levels } = arrange(messagePlaces(frame, layout, frame.time), sizes, layout);
    const level = (id: number): number | undefined => levels[id];
    const others = frame.messages.filter((message) => message.from !== 4 && message.to !== 4);
    expect(level(2)).toBe(LEVEL.full);
    expect(others.map((message) => level(message.id))).not.toContain(LEVEL.full);
  });

  test('are pinned while they are held, with a label or without', () => {
    const held = messages(
      Array.from({ length: 6 }, () => 'S1>S2 vote "2·7 → S1" S1 held').join('\n'),
    );
    const frame = { ...voting(), messages: held };
    const { slips } = messageShapes(
      frame,
      layoutOf(frame),
      frame.time,
      { words: englishWords },
      [],
    );
    const labelled = slips.filter((one) => everyShape([one]).some(({ type }) => type === 'text'));
    const pinned = slips.filter((one) =>
      everyShape([one]).some(({ className }) => className === 'pin'),
    );
    expect(labelled.length).toBeLessThan(6);
    expect(pinned).toHaveLength(6);
  });

  test('of pings are hidden unless asked for', () => {
    const frame = ensemble('S1 LEADING | S2 FOLLOWING', {
      messages: messages('S1>S2 ping "" ping 50% routine'),
    });
    expect(messageSizes(frame.messages, {})[0]?.best).toBe(LEVEL.hidden);
    expect(messageSizes(frame.messages, { routine: true })[0]?.best).toBe(LEVEL.shape);
  });
});

describe('positions of messages', () => {
  test('are linear in virtual time along the lane and end at its end', () => {
    const frame = ensemble('S1 LOOKING | S2 LOOKING', {
      messages: messages('S1>S2 vote "1·0 → S1" S1 0%'),
    });
    const layout = layoutOf(frame);
    const x = (percent: number): number =>
      messagePlaces(frame, layout, frame.time + percent * 200)[0] ?? Number.NaN;
    const step = x(10) - x(0);
    expect(step).toBeGreaterThan(0);
    // Between two servers side by side the lane's x is linear.
    expect(x(60) - x(50)).toBeCloseTo(step, 6);
    expect(x(100)).toBe(x(150));
  });

  test('are written into the array that is given', () => {
    const frame = crowd(5, 10);
    const into = new Float64Array(40);
    expect(messagePlaces(frame, layoutOf(frame), frame.time, into)).toBe(into);
  });

  test('keep the two directions of a link apart', () => {
    const frame = ensemble('S1 LOOKING | S2 LOOKING', {
      messages: messages(`
        S1>S2 vote "1·0 → S1" S1 50%
        S2>S1 vote "1·0 → S2" S2 50%`),
    });
    const places = messagePlaces(frame, layoutOf(frame), frame.time);
    expect(Math.abs((places[1] ?? 0) - (places[5] ?? 0))).toBeGreaterThan(22);
  });
});
