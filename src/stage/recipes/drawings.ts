import type { Frame } from '../../view/frame.ts';
import type { Drawing } from '../shape.ts';
import { inEnglish } from '../words.ts';
import { beliefsChart } from './beliefs.ts';
import { callsChart } from './calls.ts';
import { columnsLayout } from './columns-layout.ts';
import { columnsScene, listingOf } from './columns.ts';
import type { SceneOptions } from './columns.ts';
import { costPlot } from '../cost-plot.ts';
import type { CostSeries } from '../cost-plot.ts';
import { burst, flying, frameOf, herdOf, queueOf, twoOwners } from './fixtures.ts';
import {
  calls,
  callsMade,
  configScene,
  herdReleases,
  outsiders,
  nobodyStarted,
  registryScene as registryFixture,
  twoOwnersSpans,
} from './fixtures-scenes.ts';
import { herdLayout } from './herd-layout.ts';
import { herdScene } from './herd.ts';
import { registryLayout } from './registry-layout.ts';
import { consumersOf, providedOf } from './registry-who.ts';
import { registryScene } from './registry.ts';
import { releasesChart } from './releases.ts';
import type { SceneView } from './scene.ts';
import { recipesWords } from './words.ts';

const words = inEnglish(recipesWords);

const optionsFor = (scene: SceneView, more: Partial<SceneOptions>): SceneOptions => ({
  words,
  changed: null,
  reducedMotion: false,
  lineOf: (program, line) => scene.programs.find(({ name }) => name === program)?.lines[line],
  ...more,
});

const columns = (
  frame: Frame<SceneView>,
  width: number,
  height: number,
  more: Partial<SceneOptions> = {},
): Drawing => {
  const scene = frame.detail;
  const layout = columnsLayout(
    {
      servers: [1, 2, 3],
      clients: scene.clients.map(({ pid, server }) => ({ pid, home: server })),
      outside: scene.outside.map(({ pid }) => pid),
      lines: listingOf(scene, more.selected)?.lines.length ?? 0,
    },
    { width, height },
  );
  return {
    shapes: columnsScene(frame, scene, layout, frame.time, optionsFor(scene, more)),
    width,
    height,
  };
};

const herd = (
  frame: Frame<SceneView>,
  width: number,
  height: number,
  more: Partial<SceneOptions> = {},
): Drawing => {
  const scene = frame.detail;
  const layout = herdLayout(
    {
      servers: [1, 2, 3],
      clients: scene.clients.map(({ pid, server }) => ({ pid, home: server })),
    },
    { width, height },
  );
  return {
    shapes: herdScene(frame, scene, layout, frame.time, optionsFor(scene, more)),
    width,
    height,
  };
};

const registry = (
  frame: Frame<SceneView>,
  width: number,
  height: number,
  more: Partial<SceneOptions> = {},
): Drawing => {
  const scene = frame.detail;
  const layout = registryLayout(
    {
      servers: scene.root === '' ? [] : [1, 2, 3],
      providers: providedOf(scene).map(({ view, client }) => ({
        pid: view.pid,
        home: client?.server ?? null,
      })),
      consumers: consumersOf(scene).map(({ pid, server }) => ({ pid, home: server })),
    },
    { width, height },
  );
  return {
    shapes: registryScene(frame, scene, layout, frame.time, optionsFor(scene, more)),
    width,
    height,
  };
};

const queueAtWork = (): Frame<SceneView> =>
  frameOf(queueOf(5), [
    flying(1, 103, 2, 'request', 'exists Lock-1', 0.4),
    flying(2, 1, 102, 'watch-event', 'NodeDeleted', 0.5),
    flying(3, 3, 105, 'ack', 'OK 1·24', 0.6),
  ]);

/** The drawings of the recipe lab, for the developers' gallery and the tests. */
export const recipeDrawings: readonly { readonly name: string; readonly draw: () => Drawing }[] = [
  {
    name: 'recipes: two believe, one holds',
    draw: () => columns(frameOf(twoOwners()), 976, 440, { selected: 101, changed: 101 }),
  },
  { name: 'recipes: a queue at work', draw: () => columns(queueAtWork(), 976, 440) },
  { name: 'recipes: twelve in the queue', draw: () => columns(frameOf(queueOf(12)), 976, 440) },
  {
    name: 'recipes: on a phone',
    draw: () => columns(frameOf(twoOwners()), 390, 400, { selected: 102 }),
  },
  { name: 'recipes: a queue on a phone', draw: () => columns(frameOf(queueOf(5)), 390, 424) },
  { name: 'recipes: a node of nobody’s', draw: () => columns(frameOf(configScene()), 976, 440) },
  { name: 'recipes: a table and a store', draw: () => columns(frameOf(outsiders()), 976, 440) },
  {
    name: 'recipes: nineteen are woken',
    draw: () => herd(frameOf(herdOf(20, true), burst(20)), 600, 440, { selected: 103 }),
  },
  {
    name: 'recipes: a hundred wait for one node',
    draw: () => herd(frameOf(herdOf(100, false)), 600, 440),
  },
  {
    name: 'recipes: a hundred on a wide stage',
    draw: () => herd(frameOf(herdOf(100, true), burst(100)), 976, 440),
  },
  {
    name: 'recipes: a hundred on a phone',
    draw: () => herd(frameOf(herdOf(100, false)), 390, 400),
  },
  {
    name: 'recipes: a registry with a dead provider',
    draw: () => registry(frameOf(registryFixture(false), calls()), 976, 440, { changed: 103 }),
  },
  {
    name: 'recipes: a registry before anybody is started',
    draw: () => registry(frameOf(nobodyStarted(registryFixture(true))), 976, 440),
  },
  {
    name: 'recipes: the same with a fixed list',
    draw: () => registry(frameOf(registryFixture(true), calls()), 976, 440, { changed: 103 }),
  },
  {
    name: 'recipes: a registry on a phone',
    draw: () => registry(frameOf(registryFixture(false), calls()), 390, 400, { selected: 105 }),
  },
  {
    name: 'recipes: who believes it, two do',
    draw: () =>
      beliefsChart(twoOwners().clients, twoOwnersSpans(), {
        words,
        width: 976,
        height: 152,
        now: 20_000_000,
        selected: 101,
      }),
  },
  {
    name: 'recipes: who believes it, on a phone',
    draw: () =>
      beliefsChart(twoOwners().clients, twoOwnersSpans(), {
        words,
        width: 390,
        height: 160,
        now: 20_000_000,
        selected: null,
      }),
  },
  ...([false, true] as const).map((fixed) => ({
    name: `recipes: calls to each provider${fixed ? ', with a fixed list' : ''}`,
    draw: () =>
      callsChart(registryFixture(fixed), callsMade(), {
        words,
        width: 976,
        height: 152,
        now: 22_200_000,
        selected: 103,
      }),
  })),
  {
    name: 'recipes: woken at each release',
    draw: () =>
      releasesChart(herdReleases(20, 6), {
        words,
        width: 976,
        height: 152,
        nameOf: (pid) => `C${pid - 100}`,
        toCome: Array.from({ length: 13 }, (_, i) => 12 - i),
        unknown: 0,
        before: 0,
        at: 3,
      }),
  },
  { name: 'recipes: what locks cost', draw: () => costPlot(costs(25), { ...costOptions, at: 20 }) },
  {
    name: 'recipes: what locks cost for a hundred',
    draw: () =>
      costPlot(costs(100), { ...costOptions, width: 760, height: 240, most: 100, at: 100 }),
  },
];

const costOptions = {
  words: {
    atN: (n: number) => words.say('atN', { n }),
    counted: words.say('counted'),
    formula: words.say('formula'),
  },
  width: 392,
  height: 360,
  most: 25,
  count: (value: number) => value.toLocaleString('en'),
};

/** As the specification's formulas say; the dots of a fixture are theirs. */
const costs = (most: number): readonly CostSeries[] => {
  const herdCost = (n: number): number => (5 * n * (n + 1)) / 2 - n;
  const queueCost = (n: number): number => 11 * n - 5;
  const counted = (of: (n: number) => number) =>
    Array.from({ length: most }, (_, i) => ({ n: i + 1, messages: of(i + 1) })).filter(
      ({ n }) => most <= 25 || n % 5 === 0,
    );
  return [
    {
      id: 'herd',
      name: 'one lock node',
      formula: '5N(N + 1)/2 − N',
      expected: herdCost,
      counted: counted(herdCost),
      mark: 'filled',
    },
    {
      id: 'queue',
      name: 'a queue',
      formula: '11N − 5',
      expected: queueCost,
      counted: counted(queueCost),
      mark: 'hollow',
    },
  ];
};
