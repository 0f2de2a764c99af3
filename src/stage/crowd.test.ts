/** However many messages are under way, and however many processes there are, a drawing is bounded. */
import { describe, expect, it } from 'vitest';
import { MOST_SLIPS, crowdOf, eachSpeck, slipped, speckAt, speckShapes } from './crowd.ts';
import { ensembleLayout } from './ensemble-layout.ts';
import { ensemble, messages } from './fixtures.ts';
import { messagePlaces } from './lanes.ts';
import type { Shape } from './shape.ts';
import { stageShapes } from './stage.ts';
import { englishWords } from './words.ts';

const NOW = 19_000;
const ROOM = { width: 976, height: 482 };

const servers = (count: number): string =>
  Array.from({ length: count }, (_, i) => `S${i + 1} LOOKING 2·7→S${i + 1} [2·7]`).join(' | ');

/** Between servers in turn, some of them held, lost or pings. */
const flights = (count: number, among: number): string =>
  Array.from({ length: count }, (_, i) => {
    const from = (i % among) + 1;
    const to = ((i + 1 + (i % (among - 1))) % among) + 1;
    const fate = i % 11 === 3 ? 'held' : i % 13 === 5 ? 'lost 40%' : `${(i * 7) % 100}%`;
    return `S${from}>S${to === from ? (to % among) + 1 : to} vote "2·7 → S${from}" S${from} ${fate}`;
  }).join('\n');

const frameOf = (among: number, count: number) =>
  ensemble(servers(among), { messages: messages(flights(count, among)) });

const layoutOf = (among: number) =>
  ensembleLayout(
    Array.from({ length: among }, (_, i) => i + 1),
    ROOM,
  );

const sizeOf = (shapes: readonly Shape[]): number =>
  shapes.reduce((sum, shape) => sum + 1 + (shape.type === 'group' ? sizeOf(shape.children) : 0), 0);

const drawn = (among: number, count: number, more = {}): number =>
  sizeOf(
    stageShapes(frameOf(among, count), layoutOf(among), NOW, {
      words: englishWords,
      changed: null,
      ...more,
    }),
  );

describe('a crowd of messages', () => {
  it('takes no more shapes, whether it is of a thousand or of twenty thousand', () => {
    const bare = drawn(5, 0);
    expect(drawn(5, 1000)).toBe(bare);
    expect(drawn(5, 20_000)).toBe(bare);
    expect(drawn(5, MOST_SLIPS)).toBeLessThan(bare + 8 * MOST_SLIPS);
  });

  it('still shows what is selected or asked about, with its label', () => {
    const frame = frameOf(5, 1000);
    const looked = { selectedMessage: 17, framed: 400 };
    expect(slipped(frame.messages, looked, ROOM).map(({ id }) => id)).toEqual([17, 400]);
    expect(drawn(5, 1000, looked)).toBeGreaterThan(drawn(5, 1000));
  });

  it('leaves out no message: what is no shape is a speck', () => {
    const frame = frameOf(7, 2000);
    const crowd = crowdOf(frame, layoutOf(7), { selectedMessage: 17 });
    const ids = [
      ...(crowd?.ids ?? []),
      ...slipped(frame.messages, { selectedMessage: 17 }, ROOM).map(({ id }) => id),
    ];
    expect(ids.toSorted((a, b) => a - b)).toEqual(frame.messages.map(({ id }) => id));
    expect(crowdOf(frameOf(7, MOST_SLIPS), layoutOf(7), {})).toBeNull();
  });

  it.each([NOW - 4000, NOW, NOW + 6000])('moves as messages do, at %d µs', (now) => {
    const frame = frameOf(7, 2000);
    const layout = layoutOf(7);
    const crowd = crowdOf(frame, layout, {});
    const places = messagePlaces(frame, layout, now);
    const lost = new Set(
      frame.messages.filter(({ status }) => status === 'lost').map(({ id }) => id),
    );
    let seen = 0;
    eachSpeck(crowd?.specks ?? new Float64Array(0), now, (x, y, _, i) => {
      const id = crowd?.ids[i] ?? -1;
      // Where one was lost was decided at the frame's own time.
      if (lost.has(id) && now < frame.time) return;
      seen++;
      expect(x).toBeCloseTo(places[id * 4] ?? Number.NaN, 6);
      expect(y).toBeCloseTo(places[id * 4 + 1] ?? Number.NaN, 6);
    });
    expect(seen).toBeGreaterThan(1800);
  });

  it('is found by its place, and kept in a picture', () => {
    const frame = frameOf(3, 300);
    const layout = layoutOf(3);
    const crowd = crowdOf(frame, layout, {});
    if (crowd === null) throw new Error('no crowd');
    const places = messagePlaces(frame, layout, NOW);
    const place = { x: places[40] ?? 0, y: places[41] ?? 0 };
    const found = speckAt(crowd, NOW, place, 1) ?? -1;
    expect(
      Math.hypot((places[found * 4] ?? 0) - place.x, (places[found * 4 + 1] ?? 0) - place.y),
    ).toBeLessThan(1);
    expect(speckAt(crowd, NOW, { x: -500, y: -500 }, 9)).toBeNull();
    expect(speckShapes(crowd, NOW)).toHaveLength(300);
  });
});

describe('on a narrow stage', () => {
  const held = messages(`
    S1>S2 vote "2·7 → S1" S1 held
    S1>S3 vote "2·7 → S1" S1 held +4
    S1>S4 vote "2·7 → S5" S5 held
    S1>S2 vote "2·7 → S1" S1 40%
    S2>S3 vote "2·7 → S1" S1 held
    S1>S5 vote "2·7 → S1" S1 held`);
  const shown = (looked: object, width: number) =>
    slipped(held, looked, { width }).map(({ id, piled }) => [id, piled]);

  it('the newest of those that a server holds and that say the same stands for all', () => {
    expect(shown({}, 358)).toEqual([
      [2, 0],
      [3, 0],
      [4, 0],
      [5, 6],
    ]);
    expect(slipped(held, {}, ROOM)).toBe(held);
  });

  it('what is selected or asked about stands for itself', () => {
    const ids = shown({ selectedMessage: 5, framed: 0 }, 358);
    expect(ids).toEqual([
      [0, 0],
      [1, 4],
      [2, 0],
      [3, 0],
      [4, 0],
      [5, 0],
    ]);
  });
});

describe('a large ensemble', () => {
  it('takes shapes in proportion to its servers, not to its links', () => {
    const [some, many] = [drawn(51, 0), drawn(101, 0)];
    expect(many).toBeLessThan(2.2 * some);
    expect(many).toBeLessThan(101 * 30);
  });

  it('shows the links of the server that is selected, and those with a fault', () => {
    const shown = (more: object): number => drawn(40, 0, more) - drawn(40, 0);
    expect(shown({ selected: 3 })).toBeGreaterThanOrEqual(2 * 39);
    expect(shown({ selectedLink: [3, 9] })).toBeGreaterThan(0);
  });
});
