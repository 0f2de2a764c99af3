import type { CostRun } from '../../../view/cost.ts';
import { COUNTED_N, compared } from '../../panels/cost/series.ts';
import { recipeOf, runOf } from './catalogue.ts';

/** Everybody must have asked before the first one lets go: it works as long as that takes, ms. */
const firstWorks = (clients: number): number => 4000 + 60 * clients;
const othersWork = 20;
/** All creates come before the first look at the list, ms. */
const SETTLE = 3000;

/** The runs that are counted: each lock for each number of clients up to `most`, in the order of these numbers. */
export const costRuns = (most = Infinity): readonly CostRun[] =>
  COUNTED_N.filter((clients) => clients <= most).flatMap((clients) =>
    compared.flatMap(({ id }) => {
      const found = recipeOf(id);
      if (found === undefined) return [];
      const run = runOf(found, clients, { servers: [{ sid: 1 }] });
      const { ensemble: _alone, ...setup } = run.setup;
      const scenario = {
        ...run,
        setup: {
          ...setup,
          clients: setup.clients.map((one, place) => ({
            ...one,
            values: {
              workMs: place === 0 ? firstWorks(clients) : othersWork,
              ...(id === 'parent-lock' && { settleMs: SETTLE }),
            },
          })),
        },
      };
      return [{ id, clients, scenario }];
    }),
  );
