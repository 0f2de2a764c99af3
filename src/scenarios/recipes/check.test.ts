import { expect, it } from 'vitest';
import { SCENARIO_VERSION } from '../../view/scenario.ts';
import { loadText } from '../load-text.ts';

const problemsOf = (setup: object): string[] => {
  const file = {
    format: 'zooscope-scenario',
    version: SCENARIO_VERSION,
    model: 'recipes',
    seed: 1,
  };
  const { problems = [] } = loadText({ ...file, setup });
  return problems.map(({ where, code }) => `${where} ${code}`);
};

it('a client of a recipe has no number of a server', () => {
  const clients = [101, 102].map((id) => ({ id, program: 'row-master' }));
  const servers = [{ sid: 1 }, { sid: 101 }];
  expect(problemsOf({ ensemble: {}, servers, clients })).toEqual([
    'setup.clients[0].id scenario-sid-twice',
  ]);
});
