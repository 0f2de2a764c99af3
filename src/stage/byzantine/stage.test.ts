import { describe, expect, test } from 'vitest';
import { overlaps } from '../geometry.ts';
import { everyShape } from '../testing/outline.ts';
import type { Shape } from '../shape.ts';
import { inEnglish } from '../words.ts';
import { byzantineChange } from './changes.ts';
import { decided, fourGenerals, says, sevenGenerals } from './fixtures.ts';
import { generalsLayout } from './layout.ts';
import { panelDrawing } from './panel.ts';
import { plansOnStage } from './plans.ts';
import { inWords } from './said.ts';
import { seenBy } from './seen.ts';
import { byzantineStage } from './stage.ts';
import type { ByzantineStageOptions } from './stage.ts';
import { treeOf, unfolded } from './tree.ts';
import { inOrder, lookedAt } from './who.ts';
import { byzantineWords } from './words.ts';
import { worldsDrawing } from './worlds.ts';

const words = inEnglish(byzantineWords);
type Generals = ReturnType<typeof fourGenerals>;

const draw = (frame: Generals, options: Partial<ByzantineStageOptions> = {}): readonly Shape[] => {
  const said = inWords(frame, words.say);
  const layout = generalsLayout(
    { pids: inOrder(frame.detail).map(({ pid }) => pid), hands: [] },
    { width: 624, height: 440 },
  );
  return everyShape(byzantineStage(said, layout, frame.time, { words, ...options }));
};
const names = (shapes: readonly Shape[]): readonly string[] =>
  shapes.flatMap(({ role, label }) => (role === 'button' && label !== undefined ? [label] : []));
const texts = (shapes: readonly Shape[]): readonly string[] =>
  shapes.flatMap((shape) => (shape.type === 'text' ? [shape.text] : []));

const panel = (frame: Generals, open = ''): readonly Shape[] => {
  const general = lookedAt(frame.detail, null);
  if (general === null) throw new RangeError('nobody');
  return everyShape(
    panelDrawing(frame.detail, general, {
      words,
      width: 340,
      height: 476,
      open,
      veil: [],
      alone: false,
    }).shapes,
  );
};

describe('generals', () => {
  test('are told apart by shield, colour and word', () => {
    const shapes = draw(fourGenerals());
    expect(names(shapes)).toEqual(
      expect.arrayContaining([
        'Commander C, loyal, orders A',
        'L1, loyal, obeys A',
        'L3, traitor, undecided',
      ]),
    );
    expect(texts(shapes)).toContain('TRAITOR');
    const broken = shapes.find(({ key }) => key === 'process-4');
    expect(
      everyShape(broken === undefined ? [] : [broken]).filter(({ key }) => key === 'left'),
    ).toHaveLength(1);
  });

  test.each([3, 4, 5, 6, 7, 8, 9, 10])('%i of them stand clear of each other', (count) => {
    for (const room of [
      { width: 624, height: 440 },
      { width: 390, height: 424 },
    ]) {
      const pids = Array.from({ length: count }, (_, i) => i + 1);
      const { seats, scale } = generalsLayout({ pids, hands: [] }, room);
      const boxes = [...seats.values()].map(({ x, y }) => ({
        x: x - 30 * scale,
        y: y - 34 * scale,
        width: 60 * scale,
        height: 74 * scale,
      }));
      boxes.forEach((box, i) => {
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(room.width);
        expect(box.y + box.height).toBeLessThanOrEqual(room.height);
        for (const other of boxes.slice(i + 1)) expect(overlaps(box, other)).toBe(false);
      });
    }
  });

  test('who has just decided is marked', () => {
    const frame = fourGenerals();
    const generals = frame.detail.generals.map((one) =>
      one.pid === 2 ? { ...one, decided: null } : one,
    );
    const before = { ...frame, detail: { ...frame.detail, generals } };
    expect(byzantineChange(before, frame)).toBe(2);
    expect(byzantineChange(null, frame)).toBeNull();
  });
});

describe('messages', () => {
  test('say who said what, and a lie says that it is one', () => {
    const shapes = draw(fourGenerals());
    expect(texts(shapes)).toContain('C said A');
    expect(texts(shapes)).toContain('lie');
    expect(names(shapes)).toContain('relay C said R from L3 to L1, lie');
  });

  test('through two mouths name both', () => {
    const frame = decided({
      generals: 5,
      rounds: 2,
      traitors: [],
      says: () => 'A',
      messages: [says(1, [1, 2, 3], 4, 'A', 0.5)],
    });
    expect(names(draw(frame))).toContain('relay L1: C said A from L2 to L3');
  });

  test('tell nobody what it cannot know', () => {
    const shapes = draw(seenBy(fourGenerals(), 2), { seenBy: 2 });
    expect(names(shapes).some((name) => name.includes('lie') || name.includes('traitor'))).toBe(
      false,
    );
    expect(texts(shapes)).not.toContain('TRAITOR');
    // Its own four messages can be read: three that came to it and two that it sent.
    expect(texts(shapes).filter((one) => one.startsWith('C said'))).toHaveLength(4);
    expect(names(shapes)).toContain('order ? from C to L2');
  });
});

describe('the tree of relays', () => {
  test('has a node for each who said that who said, with the majority of what is below', () => {
    const { detail } = sevenGenerals();
    const general = lookedAt(detail, null);
    const root = general === null ? null : treeOf(detail, general);
    expect(root?.branches.map(({ path, worth }) => [path.at(-1), worth])).toEqual([
      [3, 0],
      [4, 0],
      [5, 0],
      [6, 1],
      [7, 1],
    ]);
    expect(root?.branches[0]?.branches.map(({ key }) => key)).toEqual([
      '1.3.4',
      '1.3.5',
      '1.3.6',
      '1.3.7',
    ]);
    expect(root?.worth).toBe(0);
    if (root === null) return;
    expect(unfolded(root, '1.6').map(({ key }) => key)).toEqual(['1', '1.6']);
  });

  test('draws winners thick and the outvoted dotted, and folds', () => {
    const lines = panel(fourGenerals()).filter(
      ({ type, style }) => type === 'path' && style?.fill === 'none',
    );
    expect(lines.filter(({ style }) => style?.strokeWidth === 3)).toHaveLength(2);
    expect(lines.filter(({ style }) => style?.strokeDasharray === '2 4')).toHaveLength(1);
    const folded = panel(sevenGenerals()).filter(({ key }) => key?.startsWith('vote-'));
    const open = panel(sevenGenerals(), '1.6').filter(({ key }) => key?.startsWith('vote-'));
    expect([folded.length, open.length]).toEqual([6, 11]);
    expect(open.find(({ key }) => key === 'vote-1.6')?.action).toEqual({ choice: '' });
  });

  test('stands above both predicates and the messages, counted', () => {
    const told = texts(panel(fourGenerals()));
    expect(told).toEqual(expect.arrayContaining(['IC1', 'IC2', 'majority, 2 to 1', '9 of 9']));
    expect(told.filter((one) => one === 'holds')).toHaveLength(2);
  });
});

describe('two worlds', () => {
  test('show L1 the same, to the pixel', () => {
    const { shapes } = worldsDrawing(
      [1, 3].map((traitor) => ({
        traitor,
        order: 'A',
        messages: [
          { path: [1], to: 2, value: 'A', lie: false },
          { path: [1], to: 3, value: traitor === 1 ? 'R' : 'A', lie: traitor === 1 },
          { path: [1, 3], to: 2, value: 'R', lie: traitor === 3 },
          { path: [1, 2], to: 3, value: 'A', lie: false },
        ],
      })) as unknown as Parameters<typeof worldsDrawing>[0],
      {
        words,
        width: 940,
        height: 440,
        values: ['A', 'R'],
        commander: 1,
        self: 2,
        other: 3,
        nameOf: (pid) => (pid === 1 ? 'C' : `L${pid - 1}`),
      },
    );
    const inside = (key: string): readonly Shape[] => {
      const found = shapes.find((one) => one.key === key);
      return found?.type === 'group' ? found.children : [];
    };
    expect(inside('view-1')).toEqual(inside('view-2'));
    expect(inside('view-1').length).toBeGreaterThan(2);
    const seen = (world: string): readonly Shape[] =>
      inside(world).filter(
        ({ key, style }) => key?.startsWith('said-') === true && style?.opacity === 1,
      );
    expect(seen('world-1')).toEqual(seen('world-2'));
    expect(inside('world-1')).not.toEqual(inside('world-2'));
  });
});

test('switches stand on the stage where they are few, else in the inspector', () => {
  const { detail } = fourGenerals();
  const plan = (from: number, to: number) => ({
    from,
    to,
    path: [1, from],
    truth: 'A',
    value: 'R',
    byHand: false,
    sentAt: null,
  });
  const four = { ...detail, plans: [plan(4, 2), plan(4, 3)] };
  expect([...plansOnStage(four)].map(([pid, plans]) => [pid, plans.length])).toEqual([[4, 2]]);
  expect(plansOnStage(sevenGenerals().detail).size).toBe(0);
});
