import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Mark } from '../../view/frame.ts';
import { busyMarks, votingMarks } from '../fixtures-history.ts';
import { everyShape, outline } from '../testing/outline.ts';
import { collisions } from '../testing/collisions.ts';
import { positionAt, timelineAxis } from './timeline-axis.ts';
import { momentOfSigns, timelineSigns } from './timeline-signs.ts';
import { timeline } from './timeline.ts';
import { englishWords } from '../words.ts';

const words = englishWords;
const name = (pid: number): string => `S${pid}`;

describe('the timeline', () => {
  test('shows elections, crashes and commits', () => {
    const told = outline(
      timeline(votingMarks(), { words, width: 620, position: 94, time: 94_000, length: 94, name })
        .shapes,
    );
    expect(told).toContain('election-43');
    expect(told).toContain('crash-38');
    expect(told).toContain('commit-4');
    expect(told).toContain('"S3 crashes"');
  });

  test('shows nothing right of the playhead while a question is open', () => {
    const { shapes } = timeline(votingMarks(), {
      words,
      width: 620,
      position: 61,
      time: 61_000,
      length: 94,
      name,
      veiled: true,
    });
    expect(outline(shapes)).toContain('"hidden until you answer"');
    expect(outline(shapes)).not.toContain('start-88');
  });

  test.each([120, 358, 620])('has no labels that touch at width %i', (width) => {
    for (const marks of [votingMarks(), busyMarks()]) {
      for (const veiled of [false, true]) {
        const drawing = timeline(marks, {
          words,
          width,
          position: 85,
          time: 85_000,
          length: 94,
          name,
          veiled,
        });
        expect(collisions(drawing.shapes)).toEqual([]);
      }
    }
  });
});

const moment = (position: number, kind: string, pid: number | null = null): Mark => ({
  position,
  time: position * 1000,
  kind,
  pid,
  duration: 0,
  since: position,
});
const quiet = (since: number, position: number, seconds: number): Mark => ({
  ...moment(position, 'quiet'),
  duration: seconds * 1_000_000,
  since,
});
/** Nothing but pings from this position on. */
const openFrom = (since: number): Mark => ({ ...quiet(since, since, 0), open: true });

describe('the folded timeline', () => {
  const election = [moment(5, 'looking', 1), moment(60, 'leader-established', 3)];

  test('keeps its marks where they are while pings pass, however many', () => {
    const short = timelineAxis([...election, openFrom(60)], { width: 620, length: 100 });
    const long = timelineAxis([...election, openFrom(60)], { width: 620, length: 100_000 });
    for (const at of [0, 5, 60]) expect(long.x(at)).toBeCloseTo(short.x(at), 6);
    expect(short.x(60) - short.x(5)).toBeGreaterThan(200);
    expect(long.x(100_000)).toBeCloseTo(short.x(100), 6);
  });

  test('has a quiet stretch of one width, and what comes after it beside it', () => {
    const marks = [...election, quiet(60, 9000, 634), moment(9001, 'crashed', 3)];
    const axis = timelineAxis(marks, { width: 620, length: 9050 });
    expect(axis.x(9000) - axis.x(60)).toBeCloseTo(26, 6);
    expect(axis.x(9050) - axis.x(9001)).toBeGreaterThan(150);
    const { shapes } = timeline(marks, {
      words,
      width: 620,
      position: 9050,
      time: 0,
      length: 9050,
      name,
    });
    const pleat = everyShape(shapes).find(({ key }) => key === 'quiet-60');
    expect(pleat?.title).toBe('634 s quiet');
    expect(outline(shapes)).toContain('"S3 crashes"');
  });

  test('finds the position under a pointer, between the pings of a pleat too', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(6000), (pings, wanted) => {
        const length = 61 + pings + 40;
        const axis = timelineAxis([...election, quiet(61, 61 + pings, 30)], { width: 620, length });
        const position = Math.min(wanted, length);
        expect(positionAt(axis.x(position), axis, length)).toBe(position);
      }),
    );
    const axis = timelineAxis(votingMarks(), { width: 620, length: 94 });
    expect(positionAt(-5, axis, 94)).toBe(0);
    // Nothing has been played there.
    expect(positionAt(619, axis, 94)).toBe(94);
  });

  test('many quiet stretches in a row are one sign, not a saw', () => {
    const marks = Array.from({ length: 60 }, (_, i) => quiet(i * 10, i * 10 + 9, 2));
    const { shapes } = timeline(marks, {
      words,
      width: 620,
      position: 600,
      time: 0,
      length: 600,
      name,
    });
    const signs = everyShape(shapes).filter(({ key }) => key?.startsWith('quiet-') === true);
    expect(signs.length).toBeLessThanOrEqual(2);
    expect(signs[0]?.title).toContain('quiet in 60 stretches');
    expect(collisions(shapes)).toEqual([]);
  });

  test('says how long it has been quiet so far', () => {
    const { shapes } = timeline([...election, openFrom(60)], {
      words,
      width: 620,
      position: 90,
      time: 60_000 + 12_400_000,
      length: 90,
      name,
    });
    expect(outline(shapes)).toContain('"12.4 s quiet"');
    expect(outline(shapes)).toContain('"not played yet"');
  });
});

test('signs that are kept while the playhead moves are those of where it is', () => {
  const lasting = [moment(5, 'looking', 1), moment(60, 'leader-established', 3), openFrom(60)];
  const election = [...votingMarks(), moment(90, 'looking', 2)];
  for (const marks of [votingMarks(), busyMarks(), lasting, election]) {
    for (const veiled of [false, true]) {
      for (let position = 0; position <= 94; position++) {
        const time = position * 1000;
        const options = { words, width: 620, length: 94, name, veiled };
        const kept = momentOfSigns(marks, { position, time }, veiled);
        expect(timelineSigns(marks, { ...options, ...kept })).toEqual(
          timelineSigns(marks, { ...options, position, time }),
        );
      }
    }
  }
  const over = [10, 50].map((position) =>
    momentOfSigns(votingMarks(), { position, time: 0 }, false),
  );
  expect(over[0]).toBe(over[1]);
});
