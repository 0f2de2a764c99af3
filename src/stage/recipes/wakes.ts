import type { RecipesDetail } from '../../view/recipes.ts';
import type { Pid } from '../../view/time.ts';

type Seen = Pick<RecipesDetail, 'clients' | 'nodes' | 'releases' | 'root'>;

/** Who is told when what is held now goes. */
const toldNext = ({ clients, nodes, root }: Seen): ReadonlySet<Pid> => {
  const holders = new Set(clients.flatMap(({ pid, holds }) => (holds.length > 0 ? [pid] : [])));
  return new Set(
    nodes
      .filter(({ path, owner, deletedAt }) =>
        deletedAt !== null ? false : path === root || (owner !== null && holders.has(owner)),
      )
      .flatMap(({ path, watchers }) =>
        watchers.filter(({ what }) => path !== root || what === 'child').map(({ pid }) => pid),
      ),
  );
};

/**
 * How many the releases to come will wake, as long as everybody goes on as now: whoever holds and
 * whoever waits lets go once, and each time as many are told as now, or all who still wait.
 */
export function wakesToCome(seen: Seen): readonly number[] {
  const { clients, releases } = seen;
  const waiting = clients.filter(
    ({ line, grants, over }) => line !== null && !over && grants === 0,
  ).length;
  const held = clients.some(({ holds }) => holds.length > 0);
  if (releases.length === 0 && !held) return [];
  const own = clients.some(({ holds, grants }) => holds.length > 0 && grants > 0);
  const told = held ? toldNext(seen).size : (releases.at(-1)?.woken ?? 0);
  // Who holds it and has not heard so yet is among those who wait.
  const count = waiting + (own ? 1 : 0);
  return Array.from({ length: count }, (_, i) => Math.max(0, Math.min(told, count - 1 - i)));
}
