/** Two ways to one situation of recipes: what was only counted or shown on the way is not in it. */
import { describe, expect, it } from 'vitest';
import { situationHash } from '../../kernel/situation.ts';
import { append, noPages } from '../../kernel/pages.ts';
import type { RecipesGhost } from '../../ensemble/recipes/ghost.ts';
import { clientGhost } from '../../ensemble/recipes/ghost.ts';
import type { RecipesState } from '../../ensemble/recipes/model.ts';
import type { Intervention } from '../../view/intervention.ts';
import type { RecipesSetup } from '../../view/recipes-setup.ts';
import { Played, scenarioOf } from './testing/played.ts';

const together: Partial<RecipesSetup> = {
  servers: [{ sid: 1 }, { sid: 2 }, { sid: 3 }],
  ensemble: {},
};

/** One counts on a node, the other reads it every second; both hear from their server when they ask. */
const lab = (more: Partial<RecipesSetup>): Played =>
  new Played(
    scenarioOf(
      [
        { program: 'ids', startMs: 3000, servers: [1], values: { times: 20, everyMs: 1000 } },
        { program: 'ids', startMs: 3500, servers: [1], values: { times: 20, everyMs: 1000 } },
      ],
      more,
    ),
  );

/** Between two of its calls. */
const AT_MS = 6700;
const THEN_MS = 9600;

/** @param deeds in their order, so many ms apart */
function way(more: Partial<RecipesSetup>, deeds: readonly Intervention[], apartMs = 0): Played {
  const played = lab(more).until(AT_MS);
  let time = AT_MS;
  for (const what of deeds) {
    played.do(what);
    time += apartMs;
    played.until(time);
  }
  return played.until(THEN_MS);
}

const hashOf = ({ run }: Played): string => situationHash(run.world);

const reset: Intervention = { kind: 'reset', a: 1, b: 101 };

describe.each([
  ['a server', {}],
  ['an ensemble', together],
] as const)('recipes of %s', (_, more) => {
  it('are in the same situation after other connections, naps and spans on the way', () => {
    const straight = way(more, [reset]);
    const round = way(more, [reset, { kind: 'pause', pid: 101 }, { kind: 'resume', pid: 101 }]);
    const [one, other] = [straight, round].map(({ run }) => run.world);
    // There is something to leave out.
    expect(straight.detail.spans).not.toEqual(round.detail.spans);
    expect(one?.ghost).not.toEqual(other?.ghost);
    expect(one?.fingerprint()).not.toBe(other?.fingerprint());
    expect(hashOf(straight)).toBe(hashOf(round));
  });

  it('are in another one when something is under way, or one sleeps', () => {
    const ways: readonly (readonly Intervention[])[] = [
      [],
      [{ kind: 'pause', pid: 102 }],
      [{ kind: 'kill', pid: 102 }],
      [{ kind: 'cut', from: 101, to: 1, oneWay: false }],
    ];
    const seen = ways.map((deeds) => hashOf(way(more, deeds)));
    expect(new Set(seen).size).toBe(ways.length);
  });
});

const withClient = (
  ghost: RecipesGhost,
  change: Partial<ReturnType<typeof clientGhost>>,
): RecipesGhost => ({
  ...ghost,
  clients: new Map(ghost.clients).set(101, { ...clientGhost(ghost, 101), ...change }),
});

/** The situation, had the ghost remembered something else. */
function hashWith(change: (ghost: RecipesGhost) => RecipesGhost): string {
  const { world } = lab({}).until(AT_MS).run;
  const ghost = world.ghost as RecipesState;
  world.ghost = { ...ghost, recipes: change(ghost.recipes) };
  return situationHash(world);
}

describe('what a ghost of recipes remembers', () => {
  const same = hashWith((ghost) => ghost);

  it.each<readonly [string, (ghost: RecipesGhost) => RecipesGhost]>([
    ['spans', (ghost) => ({ ...ghost, closed: noPages })],
    [
      'what was granted',
      (ghost) => ({
        ...ghost,
        granted: append(noPages, { what: 'lock', pid: 101, node: '', at: 0 }),
      }),
    ],
    ['counts', (ghost) => ({ ...ghost, counts: { ...ghost.counts, messages: 0 } })],
    ['messages of one', (ghost) => withClient(ghost, { messages: 0 })],
    ['how one was woken last', (ghost) => withClient(ghost, { wake: 'nothing' })],
  ])('for whoever looks on is not in the situation: %s', (_, change) => {
    expect(hashWith(change)).toBe(same);
  });

  it.each<readonly [string, (ghost: RecipesGhost) => RecipesGhost]>([
    ['who believes', (ghost) => withClient(ghost, { believes: [{ what: 'lock', node: '' }] })],
    ['who waits', (ghost) => withClient(ghost, { waits: { path: '/a', of: 'NodeDeleted' } })],
    ['who is inside', (ghost) => withClient(ghost, { inside: ['/b'] })],
    [
      'what one knows',
      (ghost) => withClient(ghost, { knows: new Map([['/a', { is: '', version: '' }]]) }),
    ],
    ['who has lived before', (ghost) => withClient(ghost, { lives: 1 })],
    ['what was taken', (ghost) => ({ ...ghost, taken: new Set(['q-1']) })],
    ['what was given', (ghost) => ({ ...ghost, given: new Set(['id-1']) })],
    ['what was decided', (ghost) => ({ ...ghost, decided: new Map([['/a', 'commit']]) })],
    ['whose turn it was', (ghost) => ({ ...ghost, order: new Map([['lock', 7]]) })],
    [
      'who has come to a barrier',
      (ghost) => ({ ...ghost, entered: new Map([['/b', new Set(['p-1'])]]) }),
    ],
    ['who holds', (ghost) => ({ ...ghost, held: [{ what: 'lock', node: '/a', owner: 101 }] })],
    ['what was acknowledged', (ghost) => ({ ...ghost, acknowledged: new Map() })],
  ])('for invariants is in it: %s', (_, change) => {
    expect(hashWith(change)).not.toBe(same);
  });
});
