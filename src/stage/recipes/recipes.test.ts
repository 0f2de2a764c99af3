import { describe, expect, test } from 'vitest';
import { clearSpot } from '../clear-spot.ts';
import { overlapsOf } from './overlaps.ts';
import { columnsLayout } from './columns-layout.ts';
import { treeShapes } from './columns-tree.ts';
import { programTable } from './program-table.ts';
import { recipesWords } from './words.ts';
import { inEnglish } from '../words.ts';
import { rivals } from './facts-row.ts';
import { everyShape } from '../testing/outline.ts';
import { collisions } from '../testing/collisions.ts';
import { textBoxes } from '../text-boxes.ts';
import { recipeDrawings } from './drawings.ts';
import { client, frameOf, queueOf, twoOwners } from './fixtures.ts';
import { twoOwnersSpans } from './fixtures-scenes.ts';
import { tokenText } from './outside-of.ts';
import { wakesToCome } from './wakes.ts';
import { timeScale } from './time-scale.ts';

const drawn = (name: string) => {
  const found = recipeDrawings.find((one) => one.name === `recipes: ${name}`);
  if (found === undefined) throw new RangeError(name);
  return everyShape(found.draw().shapes);
};
const classes = (shapes: ReturnType<typeof everyShape>, name: string): number =>
  shapes.filter(({ className }) => className === name).length;

test('the zxid of a server that stands alone, which has no epoch, is read on a tint that there is', () => {
  const scene = queueOf(3);
  const clients = scene.clients.map((one) => ({ ...one, results: ['0·3'] }));
  const [listing] = scene.programs;
  if (listing === undefined) throw new Error('no program');
  const lines = listing.lines.length;
  const homes = clients.map(({ pid }) => ({ pid, home: 1 }));
  const cast = { servers: [1], clients: homes, outside: [], lines };
  const table = programTable(listing, clients, columnsLayout(cast, { width: 976, height: 480 }), {
    words: inEnglish(recipesWords),
    changed: null,
    looked: undefined,
    lineOf: () => undefined,
  });
  const cells = everyShape([table]).filter(({ className }) => className === 'cell solid');
  expect(cells.map(({ style }) => style?.fill)).toEqual(Array(3).fill('var(--faint)'));
});

test.each([390, 620, 976])(
  'what became of nodes touches no other node’s words, and is whole, %i wide',
  (width) => {
    const scene = queueOf(3);
    const nodes = scene.nodes.map((node, i) => ({ ...node, deletedAt: 4_120_000 + i }));
    const clients = scene.clients.map(({ pid }) => ({ pid, home: 1 }));
    const cast = { servers: [1], clients, outside: [], lines: 0 };
    const layout = columnsLayout(cast, { width, height: 424 });
    const shapes = treeShapes({ ...scene, nodes }, layout, inEnglish(recipesWords));
    expect(collisions(shapes)).toEqual([]);
    const boxes = textBoxes(shapes);
    expect(boxes.filter(({ text }) => text === 'deleted')).toHaveLength(nodes.length);
    expect(boxes.filter((box) => box.x < 0 || box.x + box.width > width)).toEqual([]);
  },
);

test('the large Play stands beside the tree, off the word and the padlock of who holds', () => {
  const scene = queueOf(5);
  const clients = scene.clients.map(({ pid }) => ({ pid, home: 1 }));
  const cast = { servers: [1, 2, 3], clients, outside: [], lines: 13 };
  const layout = columnsLayout(cast, { width: 975, height: 476 });
  const shapes = treeShapes(scene, layout, inEnglish(recipesWords));
  const texts = textBoxes(shapes);
  expect(texts.some(({ text }) => text === 'holds')).toBe(true);
  const frame = frameOf(scene);
  const { x, y, radius } = clearSpot(frame, layout, 34, 27, { texts });
  const free = texts.map((box) =>
    Math.hypot(
      Math.max(box.x - x, 0, x - box.x - box.width),
      Math.max(box.y - y, 0, y - box.y - box.height),
    ),
  );
  expect(Math.min(...free)).toBeGreaterThanOrEqual(radius);
  // The padlock stands so far to the left of its node.
  const first = layout.columns.get(101)?.x ?? 0;
  expect(first - layout.half - 30 - x).toBeGreaterThanOrEqual(radius);
});

test('on a phone no eye on an arc hides a part of the tree’s path', () => {
  const shapes = drawn('a queue on a phone');
  const path = shapes.find((one) => one.type === 'text' && one.text === '/ParentLock');
  const eyes = shapes
    .filter(({ className }) => className === 'eye')
    .map(({ transform }) => Number(/translate\(\S+ (\S+)\)/.exec(transform ?? '')?.[1]));
  expect(eyes).toHaveLength(4);
  // An eye hides 9 units above its middle; letters reach 3 below their line.
  const bottom = path?.type === 'text' ? path.y + 3 : Number.NaN;
  expect(Math.min(...eyes) - 9).toBeGreaterThanOrEqual(bottom);
});

describe('belief and fact', () => {
  test('are two marks: a filled padlock for who holds, a hollow one in a thought for who believes', () => {
    const shapes = drawn('two believe, one holds');
    // In the row of facts, and at the node.
    expect(classes(shapes, 'padlock holds')).toBe(2);
    expect(classes(shapes, 'padlock believes')).toBe(2);
    expect(classes(shapes, 'thought')).toBe(2);
  });

  test('are told in a client’s accessible name', () => {
    const names = drawn('two believe, one holds').flatMap(({ label }) => label ?? []);
    expect(names).toContain('C1, paused, believes and does not hold');
    expect(names.some((name) => name.startsWith('C2') && name.endsWith('believes and holds'))).toBe(
      true,
    );
  });

  test('disagree when two believe what one alone may have; readers may share', () => {
    expect(rivals(twoOwners().clients).map(({ name }) => name)).toEqual(['C1', 'C2']);
    expect(rivals(queueOf(3).clients)).toEqual([]);
    const readers = [1, 2].map((number) => client(number, { believes: ['read'] }));
    expect(rivals(readers)).toEqual([]);
    expect(rivals([...readers, client(3, { believes: ['write'] })])).toHaveLength(3);
  });

  test('overlap for as long as both believe, up to the present', () => {
    expect(overlapsOf(twoOwnersSpans(), 20_000_000)).toEqual([
      { what: 'lock', from: 12_000_000, to: 20_000_000, pids: [101, 102] },
    ]);
    expect(overlapsOf(twoOwnersSpans(), 12_000_000)).toEqual([]);
  });
});

describe('wake-ups to come', () => {
  const seen = (
    watchers: readonly number[],
    releases: number,
    holder: number | null,
  ): Parameters<typeof wakesToCome>[0] =>
    ({
      root: '/l',
      clients: [101, 102, 103, 104].map((pid) => ({
        pid,
        line: 1,
        over: false,
        grants: pid === holder ? 1 : 0,
        holds: pid === holder ? ['lock'] : [],
      })),
      nodes: [
        {
          path: '/l/lock',
          owner: holder,
          deletedAt: null,
          watchers: watchers.map((pid) => ({ pid, what: 'data' })),
        },
      ],
      releases: Array.from({ length: releases }, () => ({ woken: 3 })),
    }) as unknown as Parameters<typeof wakesToCome>[0];

  test('fall one by one where everybody watches the same node', () => {
    expect(wakesToCome(seen([102, 103, 104], 0, 101))).toEqual([3, 2, 1, 0]);
  });

  test('are one each in a queue, and none behind its last', () => {
    expect(wakesToCome(seen([102], 0, 101))).toEqual([1, 1, 1, 0]);
  });

  test('go on as before while nobody holds it; before anything was held nothing is known', () => {
    expect(wakesToCome(seen([], 1, null))).toEqual([3, 2, 1, 0]);
    expect(wakesToCome(seen([], 0, null))).toEqual([]);
  });
});

describe('lanes of calls', () => {
  test('tell by their names how many were answered, and who does not answer', () => {
    const names = drawn('calls to each provider').flatMap(({ label }) => label ?? []);
    expect(names).toContain('P1, answers; 35 answered, 0 failed');
    expect(names).toContain('P3, CRASHED; 25 answered, 11 failed');
  });

  test('show how long the dead one’s session lasts; with a fixed list nothing ends', () => {
    const texts = (name: string) =>
      drawn(name).flatMap((one) => (one.type === 'text' ? [one.text] : []));
    expect(texts('calls to each provider')).toContain('the node of P3 stands');
    const fixed = texts('calls to each provider, with a fixed list');
    expect(fixed).toContain('calls to P3 fail');
    expect(fixed).not.toContain('the node of P3 stands');
  });
});

describe('the drawings of recipes', () => {
  test('tell who was not started from who is dead', () => {
    const dead = drawn('a registry with a dead provider').map(({ label }) => label ?? '');
    expect(dead.filter((label) => label.includes('CRASHED'))).toEqual(['P3, CRASHED, 25']);
    const off = drawn('a registry before anybody is started').map(({ label }) => label ?? '');
    expect(off.filter((label) => label.includes('CRASHED'))).toEqual([]);
    expect(off.filter((label) => label.includes('not started'))).toHaveLength(6);
  });

  test('have no place for servers and a tree where nobody asks them', () => {
    const cast = { clients: [{ pid: 101, home: null }], outside: [201], lines: 8 };
    const room = { width: 976, height: 440 };
    const [with3, without] = [[1, 2, 3], []].map((servers) =>
      columnsLayout({ ...cast, servers }, room),
    );
    expect(with3?.servers.size).toBe(3);
    expect(without?.servers.size).toBe(0);
    expect(without?.clients).toBeLessThan(with3?.clients ?? 0);
  });

  test('light the present line of each client, and mark what changed', () => {
    const shapes = drawn('two believe, one holds');
    const lit = shapes.filter(({ style }) => style?.fill === 'var(--new)');
    expect(lit.length).toBeGreaterThan(0);
  });

  test('give each of a hundred clients a place of its own', () => {
    for (const name of ['a hundred wait for one node', 'a hundred on a phone']) {
      const places = drawn(name)
        .filter(({ key }) => /^process-1\d\d$|^process-200$/u.test(key ?? ''))
        .map(({ transform }) => transform);
      expect(new Set(places).size).toBe(100);
    }
  });

  test('write a token that is a zxid as one', () => {
    expect(tokenText(2 ** 32 + 20)).toBe('1·20');
    expect(tokenText(33)).toBe('33');
    expect(tokenText(null)).toBe('');
  });

  test('keep the ends of the axis while the present moves inside it', () => {
    const at = (now: number) => timeScale(0, now, [0, 600]);
    expect(at(20_000_000).to).toBe(24_000_000);
    expect(at(17_500_000).to).toBe(24_000_000);
    expect(at(20_000_000).x(12_000_000)).toBe(300);
    expect(at(800_000).unit).toBe('ms');
  });
});
