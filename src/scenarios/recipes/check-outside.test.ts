import { expect, it } from 'vitest';
import type { OutsideSetup } from '../../view/outside.ts';
import type { RecipesSetup } from '../../view/recipes-setup.ts';
import { checkOutside } from './check-outside.ts';

const redis = (id: number, name: string, replicaOf?: number): OutsideSetup => ({
  id,
  name,
  kind: 'redis',
  ...(replicaOf !== undefined && { replicaOf }),
});

const problems = (
  outside: readonly OutsideSetup[],
  clients: RecipesSetup['clients'] = [],
): readonly string[] =>
  checkOutside({ servers: [{ sid: 1 }], clients, outside }).map(({ code }) => code);

it('stores and their replicas are in order', () => {
  expect(problems([redis(301, 'R1'), redis(302, 'R2', 301)])).toEqual([]);
});

it('an id, a name that stands there twice, and a master that is not there are named', () => {
  const provider = { id: 101, name: 'R1', program: 'provider', answers: {} };
  expect(problems([redis(301, 'R1'), redis(301, 'R2')])).toHaveLength(1);
  expect(problems([redis(301, 'R1'), redis(302, 'R1')])).toHaveLength(1);
  expect(problems([redis(301, 'R1')], [provider])).toHaveLength(1);
  expect(problems([redis(301, 'R1', 302)])).toHaveLength(1);
  expect(problems([redis(301, 'R1', 301)])).toHaveLength(1);
});
