import { expect, it } from 'vitest';
import { recipesConfig } from './recipes/config.ts';
import { writingFirstDisk } from './first-disk.ts';
import { atOnce } from '../kernel/at-once.ts';

const tree = Array.from({ length: 3000 }, (_, index) => ({ path: `/n${index}` }));

it('what stands on disks is written in parts, once for each list of nodes', () => {
  const parts = [...writingFirstDisk({ tree }, 1e12)];
  expect(parts.length).toBeGreaterThan(3);
  const disk = atOnce(writingFirstDisk({ tree }, 1e12));
  expect(disk.snapshots[0]?.tree.root.total).toBeGreaterThan(tree.length);
  expect(atOnce(writingFirstDisk({ tree }, 1e12))).toBe(disk);
  // At another time the nodes have another.
  const other = atOnce(writingFirstDisk({ tree }, 2e12));
  expect(other).not.toBe(disk);
  expect(other).not.toEqual(disk);
  expect(atOnce(writingFirstDisk({ tree }, 2e12))).toBe(other);
});

it('the nodes of a set-up of recipes are one list, however often it is asked for', () => {
  const setup = { servers: [{ sid: 1 }], clients: [{ id: 101, program: 'master-queue' }], tree };
  const { zookeeper } = recipesConfig(setup);
  expect(zookeeper.tree).toBe(recipesConfig(setup).zookeeper.tree);
  expect(zookeeper.tree?.length).toBeGreaterThan(tree.length);
});
