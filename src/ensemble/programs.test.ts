/** Programs of clients at the servers of an ensemble. */
import { expect, it } from 'vitest';
import { World } from '../kernel/world.ts';
import type { Program } from '../clients/program.ts';
import { localsOf, routines } from '../clients/routines.ts';
import type { Routines } from '../clients/routines.ts';
import { counting } from '../clients/testing/counter.ts';
import { textOf } from '../zookeeper/records/utf8.ts';
import { emptyTree, nodeAt } from '../zookeeper/tree/data-tree.ts';
import { clientIn, serverIn } from './member.ts';
import { ensembleModel } from './quorum-model.ts';

it('count together through any of its servers, and every server has the same number', () => {
  const clients = Array.from({ length: 6 }, (_, i) => ({ id: 101 + i, program: 'counter' }));
  const model = ensembleModel(
    { servers: [1, 2, 3].map((sid) => ({ sid })), clients, tree: [{ path: '/n', data: '0' }] },
    {},
    {},
    { counter: routines('counter', counting('/n', 5)) as Program },
  );
  const world = new World(model, 4);
  world.intervene({ kind: 'start', pids: [1, 2, 3] });
  while (world.advance(3_000_000));
  world.intervene({ kind: 'start', pids: clients.map(({ id }) => id) });
  while (world.advance(20_000_000));
  const counts = [1, 2, 3].map((pid) => {
    const data = nodeAt(serverIn(world.process(pid).s)?.tree ?? emptyTree, '/n')?.data;
    return textOf(data ?? '');
  });
  expect(counts).toEqual(['30', '30', '30']);
  const left = clients.map(({ id }) => {
    const client = clientIn(world.process(id).s);
    return client === null ? null : localsOf<{ left: number }>(client.program as Routines).left;
  });
  expect(left).toEqual([0, 0, 0, 0, 0, 0]);
  const served = [1, 2, 3].map((pid) => serverIn(world.process(pid).s)?.connections.length ?? 0);
  expect(Math.max(...served)).toBeLessThan(6);
  expect(world.violations).toEqual([]);
});
