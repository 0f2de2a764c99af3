/** The ghost of recipes is worked out a second time, from all that happened; a ghost that is wrong is found out. */
import { describe, expect, it } from 'vitest';
import type { RecipesModel, RecipesState } from '../../../ensemble/recipes/model.ts';
import { recipeMutants } from '../../../ensemble/recipes/mutants.ts';
import { clientGhost } from '../../../ensemble/recipes/ghost.ts';
import type { ClientGhost, RecipesGhost } from '../../../ensemble/recipes/ghost.ts';
import { append, at, noPages, put } from '../../../kernel/pages.ts';
import { recipes } from '../../../scenarios/recipes/adapter.ts';
import type { Protocol } from '../../../scenarios/protocol.ts';
import type { Scenario } from '../../../view/scenario.ts';
import type { Pid } from '../../../view/time.ts';
import { scenarioOf, several } from '../../recipes/testing/played.ts';
import { Run } from '../../run.ts';
import { fuzz } from '../fuzz.ts';
import { Historian } from '../history/history.ts';
import { Chronicle } from './chronicle.ts';
import { difference, TWIN } from './compare.ts';
import { naiveOf } from './naive-run.ts';

const MS = 1000;

interface Looked {
  readonly ghost: RecipesGhost;
  /** What differs when the ghost is this one. */
  readonly differs: (ghost: RecipesGhost) => string | null;
}

/** Three who want a lock: one dies with it, and one is told of the end of its session. */
function looked(file: Scenario<'recipes'>): Looked {
  const run = new Run(recipes, file, false);
  const historian = new Historian();
  const chronicle = new Chronicle();
  const until = (ms: number): void => {
    while (run.step(ms * MS)) {
      historian.look(run.world);
      chronicle.look(run.world);
    }
  };
  const deed = (what: Parameters<Run['intervene']>[0]): void => {
    run.intervene(what);
    chronicle.did(run.world, what);
  };
  until(1000);
  deed({ kind: 'kill', pid: 101 });
  until(15_000);
  deed({ kind: 'start', pids: [101] });
  deed({ kind: 'pause', pid: 102 });
  until(40_000);
  deed({ kind: 'resume', pid: 102 });
  until(60_000);
  const { entries } = chronicle;
  const { recipes: config } = run.world.model as unknown as RecipesModel;
  const naive = naiveOf(entries, historian.history(run.world), config);
  const { recipes: ghost } = run.world.ghost as RecipesState;
  return { ghost, differs: (other) => difference(other, naive, entries) };
}

const held = looked(
  scenarioOf(several(3, 'fair-lock', 100, { values: { workMs: 6000, times: 2 } })),
);

const withClient = (ghost: RecipesGhost, pid: Pid, change: Partial<ClientGhost>): RecipesGhost => ({
  ...ghost,
  clients: new Map(ghost.clients).set(pid, { ...clientGhost(ghost, pid), ...change }),
});

/** Mistakes that a ghost can make, by what it then gets wrong. */
const faults: Readonly<Record<string, readonly [string, (ghost: RecipesGhost) => RecipesGhost]>> = {
  'keeps the belief of a dead client': [
    'clients',
    (ghost) => withClient(ghost, 101, { believes: [{ what: 'lock', node: '/ParentLock/a' }] }),
  ],
  'takes a client for connected that is not': [
    'clients',
    (ghost) => withClient(ghost, 102, { connected: !clientGhost(ghost, 102).connected }),
  ],
  'forgets that a client has died': ['clients', (ghost) => withClient(ghost, 101, { lives: 0 })],
  'forgets a message': [
    'clients',
    (ghost) => withClient(ghost, 103, { messages: clientGhost(ghost, 103).messages - 1 }),
  ],
  'does not see who holds it': ['held', (ghost) => ({ ...ghost, held: [] })],
  'leaves a span open': ['spans', (ghost) => ({ ...ghost, open: ghost.open.slice(1) })],
  'ends a span late': [
    'spans',
    (ghost) => {
      const first = at(ghost.closed, 0);
      return first === null
        ? ghost
        : { ...ghost, closed: put(ghost.closed, 0, { ...first, to: (first.to ?? 0) + 1 }) };
    },
  ],
  'counts a message twice': [
    'counts',
    (ghost) => ({ ...ghost, counts: { ...ghost.counts, messages: ghost.counts.messages + 1 } }),
  ],
  'forgets a grant': ['granted', (ghost) => ({ ...ghost, granted: noPages })],
  'has a release twice': [
    'releases',
    (ghost) => {
      const first = at(ghost.releases, 0);
      return first === null ? ghost : { ...ghost, releases: append(ghost.releases, first) };
    },
  ],
  'forgets what was acknowledged': [
    'acknowledged',
    (ghost) => ({ ...ghost, acknowledged: new Map() }),
  ],
  'takes an earlier number for the last one': [
    'order',
    (ghost) => ({ ...ghost, order: new Map([['lock', 0]]) }),
  ],
};

describe('a ghost of recipes', () => {
  it('remembers what its twin works out anew', () => {
    expect(held.differs(held.ghost)).toBeNull();
    expect(held.ghost.granted.length).toBeGreaterThan(3);
    expect(held.ghost.releases.length).toBeGreaterThan(3);
  });

  it.each(Object.entries(faults))('that %s is found out', (_, [where, fault]) => {
    const wrong = fault(held.ghost);
    expect(held.differs(wrong)).toMatch(new RegExp(`^${where}: `, 'u'));
  });

  it.each(Object.keys(recipeMutants))(
    'finds wrong what its twin does: with %s',
    (broken) => {
      const { violations } = fuzz(recipes, 10, 1, { wipes: false, broken });
      expect(violations.length).toBeGreaterThan(0);
      expect(violations.filter(({ invariant }) => invariant === TWIN)).toEqual([]);
    },
    60_000,
  );

  it('notes what came all at once, with the history of a server that takes part again', () => {
    expect(fuzz(recipes, 1, 2_004_315, { wipes: false }).violations).toEqual([]);
  });

  it('that is never told of a lost connection is found out by random runs', () => {
    const deaf: Protocol = {
      ...recipes,
      model: (file) => {
        const model = recipes.model(file);
        return {
          ...model,
          remember: (ghost, world, change) => {
            const next = model.remember(ghost, world, change) as RecipesState;
            const open = next.recipes.open.filter(({ kind }) => kind !== 'silent');
            return { ...next, recipes: { ...next.recipes, open } };
          },
        };
      },
    };
    const { violations } = fuzz(deaf, 5, 1, { wipes: false });
    expect(violations.map(({ invariant }) => invariant)).toContain(TWIN);
  }, 60_000);
});
