import { describe, expect, test } from 'vitest';
import { overlaps } from '../geometry.ts';
import { everyShape, outline } from '../testing/outline.ts';
import type { Shape } from '../shape.ts';
import { paxosChange } from './changes.ts';
import { ballot, crowdOfNine, duel, flights, group, separate } from './fixtures.ts';
import type { PaxosFrame } from './fixtures.ts';
import { paxosLayout } from './layout.ts';
import { besideLegends, legendsOf } from './legends.ts';
import { paxosStage } from './stage.ts';
import type { PaxosStageOptions } from './stage.ts';
import { everybody, talkOf } from './who.ts';
import { inEnglish } from '../words.ts';
import { paxosWords } from './words.ts';

const words = inEnglish(paxosWords);

const ROOMS = [
  { width: 976, height: 402 },
  { width: 1180, height: 402 },
  { width: 390, height: 340 },
];

const layoutOf = (frame: PaxosFrame, room = ROOMS[0] ?? { width: 976, height: 402 }) =>
  paxosLayout(everybody(frame.detail), talkOf(frame.detail), room);

const draw = (frame: PaxosFrame, options: Partial<PaxosStageOptions> = {}): readonly Shape[] =>
  paxosStage(frame, layoutOf(frame), frame.time, { words, ...options });

const buttons = (shapes: readonly Shape[]): string[] =>
  everyShape(shapes).flatMap((shape) =>
    shape.role === 'button' && shape.label !== undefined ? [shape.label] : [],
  );

const partOf = (shapes: readonly Shape[], key: string): Shape => {
  const found = everyShape(shapes).find((shape) => shape.key === key);
  if (found === undefined) throw new Error(`nothing is called ${key}`);
  return found;
};

describe('a card', () => {
  test('is named by what its acceptor has promised and accepted', () => {
    const names = buttons(draw(duel()));
    expect(names).toContain('A3, promised 6, accepted none');
    expect(names).toContain('A4, promised 6, accepted 4: 20%');
  });

  test('colours what a proposer wants as the proposer, whoever wants the same', () => {
    const frame = group('A1 pa wants X | A2 pa wants X | A3 a');
    const strokes = [1, 2].map((pid) =>
      everyShape([partOf(draw(frame), `process-${pid}`)])
        .filter(({ type, style }) => type === 'rect' && style?.strokeWidth === 2)
        .map(({ style }) => style?.stroke),
    );
    expect(strokes).toEqual([['var(--c1)'], ['var(--c2)']]);
  });

  test('says behind its name what is wrong with its process', () => {
    const names = buttons(
      draw(group('A1 a CRASHED 5/5:X | A2 a PAUSED 6/- | P1 p wants X does 5')),
    );
    expect(names).toContain('A1, promised 5, accepted 5: X, CRASHED');
    expect(names).toContain('A2, promised 6, accepted none, PAUSED');
    expect(names).toContain('P1, PREPARING');
  });

  test.each(ROOMS)('shows a value of the notes wholly, $width wide', (room) => {
    const frame = duel();
    const shapes = paxosStage(frame, layoutOf(frame, room), frame.time, {
      words,
    });
    const told = outline([partOf(shapes, 'process-4')]);
    expect(told).toContain('"4: 20%"');
  });

  test.each(ROOMS)('shows ballots of a long duel wholly, $width wide', (room) => {
    const frame = group(
      'A1 pa wants 10% does 211:20% 210/210:20% | A2 a 210/209:20% | A3 a 210/- | A4 a 9/- | A5 a 9/-',
    );
    const shapes = paxosStage(frame, layoutOf(frame, room), frame.time, {
      words,
    });
    const told = outline([partOf(shapes, 'process-1'), partOf(shapes, 'process-2')]);
    expect(told).not.toContain('…');
    expect(told).toMatch(/"210: ?20%"/);
    expect(told).toMatch(/"209: ?20%"/);
  });

  test('tells apart what is on disk and what is not yet', () => {
    const shapes = draw(group('A1 a 6/- disk 4/3:20% | A2 a 6/-'));
    const told = outline([partOf(shapes, 'process-1')]);
    expect(told).toContain('unwritten');
    expect(told).toContain('"on disk 4 · 3: 20%"');
    expect(outline([partOf(shapes, 'process-2')])).not.toContain('unwritten');
  });

  test('hides what the open question asks for, in its name too', () => {
    const shapes = draw(duel(), {
      veil: [
        { pid: 3, field: 'promised' },
        { pid: 4, field: 'accepted' },
      ],
    });
    expect(buttons(shapes)).toContain('A3, promised ?, accepted none');
    expect(buttons(shapes)).toContain('A4, promised 6, accepted ?');
    expect(outline([partOf(shapes, 'process-4')])).not.toContain('20%');
  });
});

describe('the ring of a ballot', () => {
  const classes = (frame: PaxosFrame): Record<string, string | undefined> =>
    Object.fromEntries(
      everyShape(draw(frame)).flatMap((shape) =>
        shape.key?.startsWith('ring-') === true ? [[shape.key, shape.className]] : [],
      ),
    );

  test('is dashed while it fills and solid once a quorum is in it', () => {
    expect(classes(duel())).toEqual({ 'ring-5': 'quorum filling', 'ring-6': 'quorum full' });
    expect(outline(draw(duel()))).toContain('"ballot 5: 2 of 3 accepted"');
    expect(outline(draw(duel()))).toContain('"ballot 6: 3 of 3 promised"');
  });

  test('goes round nobody who has said nothing to it, and is left out when empty', () => {
    const frame = group('A1 pa wants X does 2 2/- | A2 a | A3 a 2/-', {
      detail: { ballots: [ballot(1, null, [], []), ballot(2, null, [1, 3], [])] },
    });
    expect(Object.keys(classes(frame))).toEqual(['ring-2']);
    const ring = partOf(draw(frame), 'ring-2');
    const { cards } = layoutOf(frame);
    const boxes = everyShape([ring]).filter((shape) => shape.type === 'rect');
    const a2 = cards.get(2)?.box;
    expect(boxes).toHaveLength(2);
    for (const box of boxes) expect(a2 !== undefined && overlaps(box, a2)).toBe(false);
  });
});

describe('the places', () => {
  const groups = [1, 2, 3, 5, 7, 9].map((count) =>
    group(
      Array.from({ length: count }, (_, i) => `A${i + 1} ${i < 4 ? 'pa wants X' : 'a'}`).join(
        ' | ',
      ),
    ),
  );

  test.each(ROOMS)('keep cards apart and inside of $width × $height', (room) => {
    for (const frame of [...groups, separate(), separate(5), separate(9)]) {
      const boxes = [...layoutOf(frame, room).cards.values()].map(({ box }) => box);
      boxes.forEach((box, i) => {
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.y).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(room.width);
        expect(box.y + box.height).toBeLessThanOrEqual(room.height);
        for (const other of boxes.slice(i + 1)) expect(overlaps(box, other)).toBe(false);
      });
    }
  });

  test('read from left to right where roles are separate', () => {
    const { cards } = layoutOf(separate());
    const x = (pid: number): number => cards.get(pid)?.box.x ?? Number.NaN;
    expect(x(1)).toBe(x(2));
    expect(x(3)).toBeGreaterThan(x(1));
    expect(x(6)).toBeGreaterThan(x(3));
  });

  test('keep legends apart, and messages off them', () => {
    for (const frame of [duel(), crowdOfNine()]) {
      const layout = layoutOf(frame);
      const boxes = legendsOf(frame, layout, words.say).map(({ box }) => box);
      boxes.forEach((box, i) => {
        for (const other of boxes.slice(i + 1)) expect(overlaps(box, other)).toBe(false);
      });
      expect(besideLegends(frame, layout, words.say).obstacles).toEqual([
        ...layout.obstacles,
        ...boxes,
      ]);
    }
  });
});

describe('messages', () => {
  test('fly above on the way there and below on the way back', () => {
    const frame = { ...duel(), messages: flights('1>3 prepare "7" 1 50%\n3>1 promise "7" 1 50%') };
    const y = (key: string): number =>
      Number(/ ([-\d.]+)\)/.exec(partOf(draw(frame), key).transform ?? '')?.[1]);
    const card = layoutOf(frame).cards.get(3)?.box ?? { y: 0, height: 0 };
    expect(y('message-0')).toBeLessThan(card.y);
    expect(y('message-1')).toBeGreaterThan(card.y + card.height);
  });

  test('from a process to itself are seen only while they wait', () => {
    const told = buttons(
      draw({ ...duel(), messages: flights('1>1 prepare "7" 1 held\n1>1 prepare "9" 1 50%') }),
    );
    expect(told).toContain('prepare 7 from A1 to A1');
    expect(told).not.toContain('prepare 9 from A1 to A1');
  });
});

describe('links', () => {
  test('join those who may talk, and no others', () => {
    const links = buttons(draw(duel())).filter((name) => name.startsWith('Link'));
    expect(links).toContain('Link 1–3');
    expect(links).toContain('Link 4–5');
    expect(links).not.toContain('Link 2–3');
  });
});

describe('what has changed', () => {
  const before = duel();
  const promised = (number: number): PaxosFrame => ({
    ...before,
    detail: {
      ...before.detail,
      processes: before.detail.processes.map((one) =>
        one.pid === 3 && one.acceptor !== null
          ? { ...one, acceptor: { ...one.acceptor, promised: number } }
          : one,
      ),
    },
  });

  test('is the card whose promise is another one', () => {
    expect(paxosChange(before, promised(7))).toEqual({ pid: 3 });
    expect(paxosChange(before, promised(6))).toBeNull();
    expect(paxosChange({ ...before, branch: 1 }, promised(7))).toBeNull();
  });
});
