/** What of the past of recipes their invariants still need: who believes, knows and waits, what was taken. */
import type { Essence, Sight } from '../../kernel/model.ts';
import { hashedOnce } from '../../kernel/situation.ts';
import { at } from '../../kernel/pages.ts';
import type { Disk } from '../../zookeeper/server/disk.ts';
import type { Ghost } from '../ghost.ts';
import type { Member } from '../member.ts';
import type { ClientGhost, RecipesGhost, WithRecipes } from './ghost.ts';

const sorted = <T>(map: ReadonlyMap<string, T>): readonly (readonly [string, T])[] =>
  [...map].toSorted(([a], [b]) => (a < b ? -1 : 1));

/** What it was told last, and has not taken up yet, may still wake others beside it. */
const clientIn = (client: ClientGhost, { releases }: RecipesGhost, sight: Sight): unknown => {
  const { believes, waits, connected, knows, fresh, inside, lives, movedAt, wokenBy } = client;
  return [
    [believes, waits, connected, sorted(knows), fresh, inside],
    [lives > 0, waits === null && knows.size === 0 ? null : sight.from(movedAt)],
    waits === null ? null : (at(releases, wokenBy)?.zxid ?? null),
  ];
};

/** Spans, grants, releases and counts are for whoever looks on. */
function recipesIn(recipes: RecipesGhost, sight: Sight): unknown {
  const { clients, tree, zxid, held, open, order, acknowledged } = recipes;
  const { changedAt, entered, taken, given, decided, wrong } = recipes;
  return [
    [...clients]
      .toSorted(([a], [b]) => a - b)
      .map(([pid, client]) => [pid, clientIn(client, recipes, sight)]),
    [hashedOnce(tree), zxid, held, wrong],
    // Since when somebody holds something says how long it has not been told of that.
    open
      .filter(({ kind }) => kind === 'holds')
      .map(({ pid, what, from }) => [pid, what, sight.from(from)]),
    [sorted(order), sorted(acknowledged), sorted(decided)],
    sorted(changedAt).map(([path, time]) => [path, sight.from(time)]),
    sorted(entered).map(([path, names]) => [path, [...names].toSorted()]),
    [[...taken].toSorted(), [...given].toSorted()],
  ];
}

export const recipesEssence = <G extends Ghost>(
  servers: Essence<Member, Disk, G>,
): Essence<Member, Disk, WithRecipes<G>> => ({
  ...servers,
  ghost: (world, sight) => [servers.ghost(world, sight), recipesIn(world.ghost.recipes, sight)],
});
