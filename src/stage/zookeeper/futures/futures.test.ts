import { describe, expect, it } from 'vitest';
import { everyShape, outline } from '../../testing/outline.ts';
import { collisions } from '../../testing/collisions.ts';
import { textBoxes } from '../../text-boxes.ts';
import { futureDrawings } from './drawings.ts';
import { drawnFutures, future } from './fixtures.ts';
import { futuresDrawing } from './futures.ts';
import { eventAt, inTimeline, treeShapes } from './tree.ts';
import { sayInEnglish } from '../../say.ts';
import { futuresWords } from './words.ts';

const say = sayInEnglish(futuresWords);

const drawn = (a = future(3, false), b = future(3, true)) =>
  futuresDrawing(drawnFutures(a, b), { width: 976, height: 440, say, selected: 3 });

describe('two futures', () => {
  it('stand side by side, each server with its log and what it was sent', () => {
    expect(outline(drawn().shapes)).toMatchInlineSnapshot(`
      "Future A
        "A"
        "S3 dies after its own log"
        "/b is dropped"
        "1·1 open"
        "1·2 /b"
        Server 1 in future A, FOLLOWING, 1·1 committed, 1·2 nothing
          "S1"
          "FOLLOWING"
          "epoch 2"
          log
          "1·1"
          "1·2"
        Server 2 in future A, LEADING, 1·1 committed, 1·2 nothing
          "S2"
          "LEADING"
          "epoch 2"
          log
          "1·1"
          "1·2"
        Server 3 in future A, FOLLOWING, 1·1 committed, 1·2 cut off
          "S3"
          "FOLLOWING"
          "epoch 2"
          log
          "1·1"
          "1·2"
        "TRUNC 1·1"
        "α"
        "connection lost"
        "told nothing: losing /b is allowed"
      Future B
        "B"
        "S3 dies after the reply"
        "/b survives"
        "1·1 open"
        "1·2 /b"
        Server 1 in future B, FOLLOWING, 1·1 committed, 1·2 committed
          "S1"
          "FOLLOWING"
          "epoch 2"
          log
          "1·1"
          "1·2"
        Server 2 in future B, LEADING, 1·1 committed, 1·2 committed
          "S2"
          "LEADING"
          "epoch 2"
          log
          "1·1"
          "1·2"
        Server 3 in future B, FOLLOWING, 1·1 committed, 1·2 committed
          "S3"
          "FOLLOWING"
          "epoch 2"
          log
          "1·1"
          "1·2"
        "DIFF, empty"
        "α"
        "OK"
        "told that /b is written: it must stay"
      "A"
      "B"
      "S2 leads"
      "write /b"
      "S3 dies"
      "S3 returns"
      "A 249 · B 265"
      "
    `);
  });

  it('have the same geometry: what is in one is where it is in the other', () => {
    const [a, b] = drawn().shapes;
    const places = (shape: typeof a): string[] =>
      everyShape(shape?.type === 'group' ? shape.children : []).flatMap((one) =>
        one.type === 'rect' && one.className?.startsWith('cell') === true
          ? [`${one.x} ${one.y}`]
          : [],
      );
    expect(places(a)).toEqual(places(b));
    expect(places(a)).toHaveLength(6);
  });

  it('have ≠ between rows whose logs differ, and between what clients were told', () => {
    const marks = (one: ReturnType<typeof drawn>): number =>
      one.shapes.filter((shape) => shape.type === 'path' && shape.d.startsWith('M-9 -4h18')).length;
    expect(marks(drawn())).toBe(4);
    expect(marks(drawn(future(3, true), future(3, true)))).toBe(0);
  });

  it('show what only one of them has in both, in the order of zxids', () => {
    const one = drawn(future(3, false, true), future(3, true));
    const heads = everyShape(one.shapes).flatMap((shape) =>
      shape.type === 'text' && shape.text.startsWith('2·1') ? [shape.text] : [],
    );
    // A head and three cells in each.
    expect(heads).toHaveLength(8);
  });

  it('tell in a tree of the runs who leads, of each where they differ', () => {
    const tree = (one: ReturnType<typeof drawn>): string => outline(one.shapes.slice(-1));
    expect(tree(drawn())).toContain('"S2 leads"');
    const b = future(3, true);
    const other = { ...b, events: b.events.map((each) => ({ ...each, pids: [1] })) };
    const differing = drawn(future(3, false), other);
    expect(tree(differing)).toContain('"S2 leads · S1 leads"');
    expect(collisions(differing.shapes)).toEqual([]);
  });

  it('stand in the timeline’s place as the same tree, in which a press finds the moment nearest to it', () => {
    const branches = drawnFutures(future(3, false), future(3, true));
    const room = inTimeline({ width: 600, height: 44 });
    const shapes = [treeShapes(branches, say, room)];
    expect(outline(shapes)).toContain('"S2 leads"');
    expect(collisions(shapes)).toEqual([]);
    expect(textBoxes(shapes).filter(({ y, height }) => y < 0 || y + height > 46)).toEqual([]);
    const died = branches.map(({ letter, future: { events } }) => ({
      letter,
      position: events[0]?.position,
    }));
    expect(eventAt(branches, say, room, { x: 0, y: 10 })).toMatchObject(died[0] ?? {});
    expect(eventAt(branches, say, room, { x: 240, y: 24 })).toMatchObject(died[1] ?? {});
    const below = futuresDrawing(branches, {
      width: 976,
      height: 440,
      say,
      selected: 3,
      tree: false,
    });
    expect(outline(below.shapes)).not.toContain('"S2 leads"');
  });

  it('leave the trunk at one place where they leave at one moment', () => {
    const crosses = (one: ReturnType<typeof drawn>): string[] =>
      everyShape(one.shapes.slice(-1)).flatMap((shape) =>
        shape.type === 'path' && shape.d.includes('l9 9m0 -9l-9 9')
          ? [shape.d.split(' ')[0] ?? '']
          : [],
      );
    expect(new Set(crosses(drawn())).size).toBe(2);
    const b = future(3, true);
    const { events } = future(3, false);
    expect(new Set(crosses(drawn(future(3, false), { ...b, events }))).size).toBe(1);
  });

  it.each(futureDrawings.map(({ name, draw }) => [name, draw] as const))(
    '%s: no text lies over another or outside',
    (_, draw) => {
      const { shapes, width } = draw();
      expect(collisions(shapes)).toEqual([]);
      const outside = textBoxes(shapes).filter(
        (box) => box.x < -1 || box.x + box.width > width + 1,
      );
      expect(outside).toEqual([]);
    },
  );
});
