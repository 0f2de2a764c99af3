import { describe, expect, it } from 'vitest';
import { smallTree } from '../../../stage/znode/fixtures.ts';
import { moveFor, typedTo } from './keys.ts';

const rows = smallTree();
const press = (key: string, path: string) => {
  const index = rows.findIndex((row) => row.path === path);
  return moveFor(key, { index, total: rows.length, page: 4, row: rows[index] ?? null });
};
const row = (path: string) => rows.find((one) => one.path === path);

describe('a key in the tree', () => {
  it('goes down and up the rows, and not beyond them', () => {
    expect(press('ArrowDown', '/app')).toEqual({ to: 2 });
    expect(press('ArrowUp', '/')).toEqual({ to: 0 });
    expect(press('ArrowDown', '/zookeeper')).toEqual({ to: 8 });
    expect(press('PageDown', '/app')).toEqual({ to: 5 });
    expect(press('Home', '/config')).toEqual({ to: 0 });
    expect(press('End', '/')).toEqual({ to: 8 });
  });

  it('right: unfolds, then goes to the first child; a leaf stays', () => {
    expect(press('ArrowRight', '/zookeeper')).toEqual({ fold: row('/zookeeper'), open: true });
    expect(press('ArrowRight', '/app')).toEqual({ to: 2 });
    expect(press('ArrowRight', '/app/x')).toEqual({ to: 2 });
  });

  it('left: folds, then goes to the parent; the root stays', () => {
    expect(press('ArrowLeft', '/app')).toEqual({ fold: row('/app'), open: false });
    expect(press('ArrowLeft', '/app/e')).toEqual({ toPath: '/app' });
    expect(press('ArrowLeft', '/zookeeper')).toEqual({ toPath: '/' });
  });

  it('begins at the first row when nothing is selected', () => {
    expect(moveFor('ArrowDown', { index: -1, total: 9, page: 4, row: null })).toEqual({ to: 0 });
    expect(moveFor('ArrowRight', { index: -1, total: 9, page: 4, row: null })).toEqual({ to: 0 });
  });

  it('is not the tree’s when it is another', () => {
    expect(press('Tab', '/app')).toBeNull();
    expect(press('x', '/app')).toBeNull();
  });
});

describe('typing in the tree', () => {
  it('goes to the next name that begins so, and round', () => {
    expect(typedTo(rows, '/app', 'x')?.path).toBe('/app/x');
    expect(typedTo(rows, '/app/x', 'a')?.path).toBe('/app');
    expect(typedTo(rows, null, 'Z')?.path).toBe('/zookeeper');
    expect(typedTo(rows, null, 'nothing')).toBeNull();
  });

  it('may still mean the node that one letter found', () => {
    expect(typedTo(rows, '/config', 'co')?.path).toBe('/config');
    expect(typedTo(rows, '/config', 'c')?.path).toBe('/config');
  });
});
