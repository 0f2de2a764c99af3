import type { Way } from '../../../view/command.ts';
import type { Condition } from '../../../view/condition.ts';
import type { Preset } from '../../../view/preset.ts';
import type { RecipeClientSetup, RecipesSetup } from '../../../view/recipes-setup.ts';
import type { Scenario } from '../../../view/scenario.ts';
import type { Pid } from '../../../view/time.ts';
import { recipeOf, runOf } from './catalogue.ts';

type Change = (client: RecipeClientSetup, place: number) => Partial<RecipeClientSetup>;

/** A recipe as the lab offers it. @throws RangeError for one that there is not */
const run = (
  id: string,
  count: number,
  change: Change = () => ({}),
  more: Partial<Omit<RecipesSetup, 'clients'>> = {},
): Scenario<'recipes'> => {
  const found = recipeOf(id);
  if (found === undefined) throw new RangeError(`no recipe ${id}`);
  const made = runOf(found, count, more);
  const clients = made.setup.clients.map((one, place) => ({ ...one, ...change(one, place) }));
  return { ...made, setup: { ...made.setup, clients } };
};

/** All clients are at one server, so that whoever waits is told at once. */
const alone = (scenario: Scenario<'recipes'>): Scenario<'recipes'> => {
  const { ensemble: _three, ...setup } = scenario.setup;
  return { ...scenario, setup: { ...setup, servers: [{ sid: 1 }] } };
};

/** The client at this place comes so much later. */
const later =
  (place: number, ms: number): Change =>
  ({ startMs }, at) =>
    at === place ? { startMs: (startMs ?? 0) + ms } : {};

const wait = (...all: readonly Condition[]) => ({ kind: 'wait', until: { all } }) as const;
const holds = (what: string, ...pids: readonly Pid[]): Condition => ({ holds: { what, pids } });
const believes = (what: string, ...pids: readonly Pid[]): Condition => ({
  believes: { what, pids },
});
const connected = (pid: Pid): Condition => ({ state: { pid, is: 'CONNECTED' } });
const asks = (pid: Pid, op: string): Condition => ({
  fact: { rule: 'client-asks', pid, data: { op } },
});
const told = (client: Pid): Condition => ({ fact: { rule: 'watch-fired', data: { client } } });
const toldAll = (times: number): Condition => ({ fact: { rule: 'watch-fired', times } });

const clientPids = (first: number, last: number): readonly Pid[] =>
  Array.from({ length: last - first + 1 }, (_, i) => 100 + first + i);

/** Everybody has its number and has looked, and all but the first watch the one before them. */
const queued = (count: number): Way => [wait({ clientMessages: 6 * count - 2 })];

/** What the recipe lab offers to begin with; it opens with the first. */
export const recipesPresets: readonly [Preset, ...(readonly Preset[])] = [
  // Its node lives as long as its session: until then nobody is woken.
  {
    id: 'holder-dies',
    from: run('fair-lock', 5),
    way: [...queued(5), { kind: 'kill', pid: 101 }],
    selected: 101,
  },
  // One event for each of nineteen watches.
  {
    id: 'herd',
    from: alone(run('exclusive-lock', 20)),
    way: [
      wait({ clientMessages: 20 * 2 + 19 * 2 }),
      wait(toldAll(19)),
      // The first of them has arrived, the others are on their way.
      wait({ woken: { times: 1 } }),
    ],
  },
  // One event, for the one behind.
  {
    id: 'hand-over',
    from: run('fair-lock', 5),
    way: [...queued(5), wait(told(102))],
    selected: 102,
  },
  // A writer stands between readers.
  {
    id: 'readers',
    from: run('shared-lock', 5),
    way: [wait({ clientMessages: 5 * 4 + 3 * 2 })],
    selected: 104,
  },
  // The one who sleeps is not told that its session is over.
  {
    id: 'two-owners',
    from: {
      ...run('fair-lock', 3, () => ({ values: { workMs: 30_000 } })),
      breaks: ['R-OneBeliever'],
    },
    way: [
      ...queued(3),
      { kind: 'pause', pid: 101 },
      wait(holds('lock', 102), believes('lock', 101, 102)),
    ],
    selected: 101,
  },
  // Standby and follower know nothing yet.
  {
    id: 'master-dies',
    from: run('master-queue', 4),
    way: [
      wait(holds('master', 101), { value: { pid: 104, name: 'master', is: 'C1' } }),
      { kind: 'kill', pid: 101 },
    ],
    selected: 104,
  },
  // The event says that it has changed, not to what.
  { id: 'bell', from: alone(run('config', 5)), way: [wait(toldAll(4))] },
  // The storage compares tokens: what the sleeper writes is refused.
  {
    id: 'fenced',
    from: {
      ...run('fenced-lock', 5, (_, place) => ({
        values: { storage: 'S', workMs: place === 0 ? 3000 : 1000 },
      })),
      breaks: ['R-OneBeliever'],
    },
    way: [
      ...queued(5),
      { kind: 'pause', pid: 101 },
      wait({ fact: { rule: 'storage-wrote' } }),
      { kind: 'resume', pid: 101 },
      wait({ fact: { rule: 'client-told', pid: 101, data: { err: 'StaleToken' } } }),
    ],
    selected: 101,
  },
  // Its node stands as long as its session: until then it is called.
  {
    id: 'dead-provider',
    from: run('registry', 6),
    way: [
      wait(...clientPids(1, 4).map(connected), { timeMs: 4000 }),
      { kind: 'kill', pid: 103 },
      // One of the two has just called.
      wait({ timeMs: 8113 }),
    ],
    selected: 103,
  },
  // The key has expired, and whoever sleeps does not know.
  {
    id: 'redis',
    from: {
      ...run('redis-lock', 2, () => ({ values: { storage: 'S', workMs: 3000 } })),
      breaks: ['R-OneBeliever'],
    },
    way: [
      wait(believes('lock', 101)),
      { kind: 'pause', pid: 101 },
      wait(believes('lock', 101, 102)),
    ],
    selected: 101,
  },
  // Nobody takes away the row of a dead master.
  {
    id: 'row-left',
    from: run('row-master', 3),
    way: [
      wait(believes('master', 101)),
      // By then the others have asked more than once.
      wait({ timeMs: 4000 }),
      { kind: 'kill', pid: 101 },
    ],
    selected: 101,
  },
  // Two have come and wait, the third has just connected and looks.
  {
    id: 'barrier',
    from: run('double-barrier', 3, later(2, 1000)),
    way: [wait({ clientMessages: 16 }), wait(asks(103, 'exists'))],
    selected: 103,
  },
  // Both have asked to delete the same node.
  {
    id: 'last-item',
    from: alone(run('work-queue', 4)),
    way: [wait(asks(103, 'delete'), asks(104, 'delete'))],
  },
  // The last site has yet to vote.
  {
    id: 'commit',
    from: run('commit', 4, later(3, 1000)),
    way: [wait(connected(104))],
    selected: 101,
  },
];
