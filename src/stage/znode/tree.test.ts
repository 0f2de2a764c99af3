import { describe, expect, it } from 'vitest';
import type { TreeRow } from '../../view/zookeeper-ask.ts';
import { everyShape, outline } from '../testing/outline.ts';
import type { Shape } from '../shape.ts';
import { collisions } from '../testing/collisions.ts';
import { treeOptions } from './drawings.ts';
import { motleyTree, smallTree, treeRows } from './fixtures.ts';
import { nodeGlyph } from './glyphs.ts';
import { treeDrawing } from './tree.ts';
import { watchesOf } from './watches.ts';

const draw = (rows: readonly TreeRow[], change: Parameters<typeof treeOptions>[0] = {}) =>
  treeDrawing(rows, treeOptions(change));

const rowOf = (shapes: readonly Shape[], path: string): readonly Shape[] =>
  everyShape(shapes.filter(({ key }) => key === path));

const classes = (shapes: readonly Shape[]) => shapes.map(({ className }) => className);

describe('the drawing of a tree', () => {
  it('says of each node its name, data, version and owner', () => {
    expect(outline(draw(smallTree(), { width: 400 }).shapes)).toBe(
      [
        '/\n  "/"',
        '/app\n  "app"',
        '/app/x\n  "v1"\n  "x"\n  ""1""',
        '/app/e\n  "of β"\n  "e"',
        '/app/s-0000000002\n  "s-0000000002"',
        '/app/t-0000000003\n  "of α"\n  "t-0000000003"',
        '/config\n  "config"',
        '/config/db\n  "v2"\n  "α"\n  "db"\n  ""jdbc:mysql://db""',
        '/zookeeper\n  "zookeeper"\n  "+2"\n',
      ].join('\n'),
    );
  });

  it('lets no text lie over another, in any width', () => {
    for (const width of [240, 300, 358, 560]) {
      expect(collisions(draw(motleyTree(), { width }).shapes)).toEqual([]);
    }
  });

  it('tells the kinds of nodes apart by their shape alone', () => {
    const kinds = ['persistent', 'ephemeral', 'container', 'ttl'] as const;
    const shapes = kinds.flatMap((kind) =>
      [false, true].map((sequential) =>
        nodeGlyph(kind, sequential)
          .map((one) => one.type + (one.type === 'path' ? one.d : ''))
          .join(),
      ),
    );
    expect(new Set(shapes).size).toBe(8);
  });

  it('draws a line on past a node exactly where a sibling follows', () => {
    const line = (path: string) =>
      rowOf(draw(smallTree()).shapes, path).find(({ className }) => className === 'twig');
    const verticals = (path: string): number => {
      const shape = line(path);
      return shape?.type === 'path' ? (shape.d.match(/V27/g)?.length ?? 0) : 0;
    };
    // Past x: from the root to /config, and from /app to its next child.
    expect(verticals('/app/x')).toBe(2);
    // The last child of /app: only the root's line goes on.
    expect(verticals('/app/t-0000000003')).toBe(1);
    expect(verticals('/zookeeper')).toBe(0);
    expect(line('/config/db')).toBeDefined();
  });

  it('hides what an open question asks about a node, and tells all the rest', () => {
    const veil = [
      { znode: '/app/x', field: 'version' },
      { znode: '/config/db', field: 'data' },
      { pid: null, field: 'zxid' },
    ] as const;
    const told = outline(draw(smallTree(), { width: 400, veil }).shapes);
    expect(told).toContain('/app/x\n  "?"\n  "x"\n  ""1""');
    expect(told).toContain('/config/db\n  "v2"\n  "α"\n  "db"\n  "?"');
    expect(told.match(/"\?"/gu)).toHaveLength(2);
  });

  it('lights what changed once; without motion it is outlined', () => {
    const lit = (fresh: 'glow' | 'outline' | null) =>
      classes(everyShape(draw(smallTree(), { fresh }).shapes)).filter(
        (name) => name === 'glow' || name === 'changed',
      );
    expect(lit('glow')).toEqual(['glow']);
    expect(lit('outline')).toEqual(['changed']);
    expect(lit(null)).toEqual([]);
  });

  it('keeps a name readable however deep it stands', () => {
    const path = (depth: number) =>
      `/${'abcdefghijklmnopqrst'.slice(0, depth).split('').join('/')}`;
    const deep = treeRows([
      { path: '/' },
      ...Array.from({ length: 20 }, (_, n) => ({ path: path(n + 1) })),
    ]);
    const last = rowOf(draw(deep, { width: 240 }).shapes, path(20));
    expect(last.some((shape) => shape.type === 'text' && shape.text === 't')).toBe(true);
  });
});

describe('watches on a node', () => {
  it('are counted as a person does: one that stays is one', () => {
    const both = (['data', 'child'] as const).map((table) => ({
      client: 101,
      table,
      mode: 'PERSISTENT' as const,
    }));
    expect(watchesOf(both)).toEqual([{ client: 101, watched: 'persistent' }]);
  });

  it('have an eye and a letter each, or one eye and their number', () => {
    const eyesOf = (path: string) =>
      classes(rowOf(draw(motleyTree(), { width: 560 }).shapes, path)).filter(
        (one) => one === 'eye',
      );
    expect(eyesOf('/watched')).toHaveLength(2);
    expect(eyesOf('/watched/by-many')).toHaveLength(1);
  });
});
