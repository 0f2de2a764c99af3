import { describe, expect, it } from 'vitest';
import { byKey, drawn, layoutOf, textsIn } from '../../testing/members-drawn.ts';
import { overlaps } from '../../geometry.ts';
import { collisions } from '../../testing/collisions.ts';
import { textBoxes } from '../../text-boxes.ts';
import { everyShape, outline } from '../../testing/outline.ts';
import type { Shape } from '../../shape.ts';
import { broadcast, ensemble } from './fixtures.ts';

describe('clients of an ensemble', () => {
  it('stand at their servers with what they asked and got', () => {
    const shapes = drawn(broadcast());
    expect(textsIn(byKey(shapes, 'process-101'))).toEqual([
      'α',
      'setData /app/x',
      'OK 0·5 after 34 ms',
    ]);
    expect(textsIn(byKey(shapes, 'process-102'))).toContain('no answer yet');
    expect(outline(shapes)).toContain('Link 1–α');
    expect(outline(shapes)).not.toContain('Link 2–α');
  });

  it('mark a read that was stale when it was answered', () => {
    const frame = ensemble({
      members: ['S1 FOLLOWING 2 knows 1·4: 1·4', 'S2 LEADING 2 knows 1·5: 1·4 1·5'],
      clients: ['α CONNECTED 8/10 asks getData /x OK 0·4 @1'],
      stale: { α: '1·5' },
    });
    const client = byKey(drawn(frame), 'process-101');
    expect(textsIn(client).join(' ')).toContain('stale');
    expect(everyShape([client as Shape]).some(({ key }) => key === 'stale')).toBe(true);
  });

  it('without a server stand apart', () => {
    const frame = ensemble({
      members: ['S1 LOOKING knows 1·4: 1·4', 'S2 LOOKING knows 1·4: 1·4'],
      clients: ['α CONNECTING 8/10', 'β CONNECTED 8/10 @2'],
    });
    const { clients } = layoutOf(frame);
    expect(clients.get(101)?.home).toBeNull();
    expect(clients.get(101)?.box.x).toBeLessThan(40);
    expect(clients.get(102)?.box.x).toBeGreaterThan(300);
  });

  it.each([
    ['usual', { width: 628, height: 432 }],
    ['phone', { width: 390, height: 430 }],
  ])('without a server lie over no other client and its words, in a %s room', (_, size) => {
    for (const atLeader of [1, 2, 6]) {
      const frame = ensemble({
        members: ['S1 FOLLOWING 2 knows 1·4: 1·4', 'S2 LEADING 2 knows 1·4: 1·4'],
        clients: [
          ...'αβγδ'.split('').map((name) => `${name} CONNECTING 8/10`),
          ...Array.from(
            { length: atLeader },
            (__, i) => `${'ζηθικλ'[i]} CONNECTED 8/10 asks setData /app/x OK 0·5 @2`,
          ),
        ],
      });
      const layout = layoutOf(frame, size);
      const places = [...layout.clients.values()];
      const strays = places.filter(({ home }) => home === null);
      expect(strays.length).toBeGreaterThan(0);
      const shapes = drawn(frame, {}, size);
      expect(collisions(shapes)).toEqual([]);
      const words = textBoxes(shapes.filter(({ key }) => key !== 'clients'));
      for (const { box } of strays) {
        for (const other of places)
          expect(other.box !== box && overlaps(box, other.box)).toBe(false);
        expect(words.filter((word) => overlaps(word, box))).toEqual([]);
      }
    }
  });

  it('are counted where there is no room for all of one server', () => {
    const many = ensemble({
      members: ['S1 FOLLOWING 2 knows 1·4: 1·4', 'S2 LEADING 2 knows 1·4: 1·4'],
      clients: Array.from(
        { length: 20 },
        (_, i) => `${String.fromCharCode(0x3b1 + i)} CONNECTED 8/10 @1`,
      ),
    });
    const shown = layoutOf(many).clients.size;
    const texts = textsIn(byKey(drawn(many), 'clients'));
    expect(texts).toContain(`+${20 - shown}`);
  });
});
