import { describe, expect, test } from 'vitest';
import type { StepRecord } from '../../view/fact.ts';
import { ensemble, voting } from '../fixtures.ts';
import { quietStory, story, votingStory } from '../fixtures-history.ts';
import { everyShape, outline } from '../testing/outline.ts';
import type { Shape } from '../shape.ts';
import { followed, spacetimeRoom } from './spacetime-room.ts';
import { spacetime, spacetimeMoves, spacetimeParts } from './spacetime.ts';
import { collisions } from '../testing/collisions.ts';
import { timeAxis } from './time-axis.ts';
import { timeParts } from '../time-text.ts';
import { englishWords as words } from '../words.ts';

const dock = { words, width: 976, height: 146, pace: 10_000 };
const find = (shapes: readonly Shape[], key: string): Shape | undefined =>
  everyShape(shapes).find((shape) => shape.key === key);
const opacity = (shapes: readonly Shape[], key: string): number | undefined =>
  find(shapes, key)?.style?.opacity;

describe('the space-time diagram', () => {
  test('has a lane and a head for every process, and no words that touch', () => {
    const { shapes } = spacetime(votingStory(), voting(), dock);
    const told = outline(shapes);
    for (const pid of [1, 2, 3, 4, 5]) {
      expect(told).toContain(`lane-${pid}`);
      expect(told).toContain(`head-${pid}`);
    }
    expect(collisions(shapes)).toEqual([]);
  });

  test('keeps the causal past of the event that is looked at strong and the rest pale', () => {
    const { shapes } = spacetime(votingStory(), voting(), { ...dock, highlight: 5 });
    expect(opacity(shapes, 'arrow-5')).toBe(1);
    expect(opacity(shapes, 'arrow-4')).toBe(0.38);
    expect(opacity(shapes, 'step-5')).toBe(1);
    expect(opacity(shapes, 'step-0')).toBe(1);
    expect(opacity(shapes, 'step-7')).toBe(0.38);
  });

  test('lights the lane and the messages of the selected process', () => {
    const { shapes } = spacetime(votingStory(), voting(), { ...dock, selected: 4 });
    // S4 < S1; S2 < S5.
    expect(opacity(shapes, 'arrow-5')).toBe(1);
    expect(opacity(shapes, 'arrow-6')).toBe(0.38);
  });

  test('lights the selected message alone', () => {
    const { shapes } = spacetime(votingStory(), voting(), {
      ...dock,
      selected: 4,
      selectedMessage: 106,
    });
    expect(opacity(shapes, 'arrow-6')).toBe(1);
    expect(opacity(shapes, 'arrow-5')).toBe(0.38);
  });

  test('hides what comes after the playhead while a question is open', () => {
    const { shapes } = spacetime(votingStory(), voting(), {
      ...dock,
      now: 10_000,
      hideFuture: true,
    });
    expect(outline(shapes)).not.toContain('arrow-12');
    expect(outline(shapes)).toContain('arrow-5');
  });

  test('folds a long wait into a pleat with its length in it, and shows both sides to one scale', () => {
    const frame = ensemble('S1 LOOKING | S2 LOOKING | S3 CRASHED', { time: 9_018_000 });
    const { shapes } = spacetime(quietStory(), frame, dock);
    expect(outline(shapes)).toContain('"9 s"');
    expect(collisions(shapes)).toEqual([]);
    const { axis } = spacetimeRoom(quietStory(), frame, dock);
    expect(axis.pleats).toHaveLength(1);
    expect(axis.x(9_012_000) - axis.x(9_000_000)).toBeCloseTo(axis.x(12_000) - axis.x(0), 3);
  });

  test('leads the Tab key to one event, and the arrows to the others', () => {
    const { shapes } = spacetime(votingStory(), voting(), dock);
    const events = everyShape(shapes).filter(({ key }) => key?.startsWith('step-') === true);
    expect(events.length).toBeGreaterThan(5);
    expect(events.filter(({ tabStop }) => tabStop === true)).toHaveLength(1);
  });

  test('draws what goes by too fast by its looks: a path for each, however many there are', () => {
    const coarse = (times: number): readonly Shape[] => {
      const records = Array.from({ length: times }, (_, n) =>
        votingStory().map((one) => ({ ...one, step: one.step + n * 100 })),
      ).flat();
      const room = spacetimeRoom(records, voting(), dock);
      const options = { words, seen: [0, room.width] as const, coarse: true };
      return spacetimeParts(records, voting(), room, options).lanes.shapes;
    };
    const [once, often] = [coarse(1), coarse(9)];
    expect(everyShape(often)).toHaveLength(everyShape(once).length);
    expect(everyShape(once).some(({ action }) => action !== undefined)).toBe(false);
    const drawn = (shapes: readonly Shape[], key: string): string =>
      JSON.stringify(find(shapes, key));
    expect(drawn(often, 'arrows').length).toBeGreaterThan(drawn(once, 'arrows').length);
    expect(drawn(often, 'events').length).toBeGreaterThan(drawn(once, 'events').length);
  });

  test('hides times and lengths that an edge of what is seen would cut', () => {
    const frame = ensemble('S1 LOOKING | S2 LOOKING | S3 CRASHED', { time: 9_018_000 });
    const room = spacetimeRoom(quietStory(), frame, dock);
    const [pleat] = room.axis.pleats;
    const hidden = (from: number): readonly string[] =>
      spacetimeMoves(frame, room, room.now, words, { visible: [from, from + room.seen] })
        .filter((move) => move.hidden === true)
        .map(({ key }) => key);
    const key = `fold-length-${pleat?.from}`;
    expect(hidden(0)).not.toContain(key);
    expect(hidden((pleat?.x0 ?? 0) + 20)).toContain(key);
    const tick = room.axis.ticks[1];
    expect(hidden((tick?.x ?? 0) - 4)).toContain('tick-1');
  });

  test('follows the playhead by moves alone', () => {
    const room = spacetimeRoom(votingStory(), voting(), dock);
    const moves = spacetimeMoves(voting(), room, 19_500, words, { visible: [0, 800] });
    const x = room.axis.x(19_500);
    const line = moves.find(({ key }) => key === 'playhead-line');
    expect(line?.transform).toBe(`translate(${Math.round(x * 10) / 10} 0)`);
    expect(moves.find(({ key }) => key === 'playhead-time')?.text).toBe('19.5 ms');
    const { lanes } = spacetimeParts(votingStory(), voting(), room, { words, seen: [0, 976] });
    const keys = new Set(everyShape(lanes.shapes).map(({ key }) => key));
    const unknown = moves.filter(({ key }) => !keys.has(key) && !key.startsWith('tick-'));
    expect(unknown).toEqual([]);
  });
});

/** A round of votes every second, `rounds` times: the longer, the more events. */
const rounds = (count: number): readonly StepRecord[] =>
  story(
    Array.from({ length: count }, (_, i) => {
      const at = i * 1000;
      return `${at} S1 start\n${at + 9} S2 < S1@${at} "1·0 → S1" S1 !\n${at + 15} S1 < S2@${at + 9} "1·0 → S1" S1`;
    }).join('\n'),
  );

describe('a long run', () => {
  const frame = (count: number) =>
    ensemble('S1 LOOKING | S2 LOOKING', { time: (count - 1) * 1_000_000 + 15_000 });

  test('draws no more shapes than a short one', () => {
    const size = (count: number): number =>
      everyShape(spacetime(rounds(count), frame(count), dock).shapes).length;
    expect(size(300)).toBeLessThanOrEqual(size(30) + 5);
  });

  test('is scrolled to its playhead', () => {
    const room = spacetimeRoom(rounds(300), frame(300), dock);
    const at = room.axis.place(room.now) - followed(room, room.now);
    expect(at).toBeGreaterThan(0.4 * room.seen);
    expect(at).toBeLessThan(0.9 * room.seen);
  });
});

describe('the axis of time', () => {
  const options = { room: 760, pad: 14, pace: 10_000, scale: null };

  test('shows the whole of an election, its wait of 200 ms folded', () => {
    const election = [0, 9000, 14_000, 22_000, 30_000, 38_000, 238_000, 244_000, 252_000];
    const axis = timeAxis(election, 252_000, options);
    expect(axis.pleats.map(({ from, to }) => to - from)).toEqual([200_000]);
    expect(axis.x(252_000)).toBeLessThan(0.87 * 760);
    expect(axis.scale).toBe(96);
  });

  test('fits a longer story by a smaller scale, but no smaller than can be read', () => {
    const story_ = (ms: number) => Array.from({ length: ms / 5 + 1 }, (_, i) => i * 5000);
    expect(timeAxis(story_(100), 100_000, options).scale).toBe(48);
    expect(timeAxis(story_(2000), 2_000_000, options).scale).toBe(24);
  });

  test('folds a wait that lasts while it lasts, and stands still with it', () => {
    const moments = [0, 9000, 14_000];
    const before = timeAxis(moments, 50_000, options);
    expect(before.pleats).toEqual([]);
    expect(before.foldsAt).toBe(54_000);
    const after = timeAxis(moments, 634_000_000, options);
    expect(after.pleats).toHaveLength(1);
    expect(after.place(700_000_000)).toBe(after.place(634_000_000));
    expect(after.place(634_000_000)).toBeLessThan(300);
  });

  test('says real times on both sides of a pleat', () => {
    const axis = timeAxis([3_000_000, 3_020_000, 8_440_000, 8_480_000], 8_480_000, options);
    expect(axis.unit).toBe('s');
    expect(axis.ticks.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['3.00', '3.01', '3.02', '8.45', '8.46']),
    );
    const all = axis.ticks.map(({ x }) => x);
    expect(all).toEqual(all.toSorted((a, b) => a - b));
  });

  test('counts its times from the moment that it is told, with a minus before it', () => {
    const moments = [3_000_000, 3_020_000, 8_440_000, 8_480_000];
    const usual = timeAxis(moments, 8_480_000, options);
    const later = timeAxis(moments, 8_480_000, { ...options, zero: 5_000_000 });
    // The same places, but for one at the very end; other numbers.
    for (const [i, { time, x, value }] of usual.ticks.entries()) {
      expect(later.ticks[i]).toMatchObject({ time, x });
      expect(Number(later.ticks[i]?.value)).toBeCloseTo(Number(value) - 5);
    }
    expect(timeParts(-951_000)).toEqual({ value: -951, unit: 'ms' });
    expect(timeParts(-12_400_000)).toEqual({ value: -12.4, unit: 's' });
  });
});
