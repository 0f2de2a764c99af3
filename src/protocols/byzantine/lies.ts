/** What a traitor says in each of its messages. */
import type { Lie, Order } from '../../view/byzantine-setup.ts';
import type { Pid } from '../../view/time.ts';
import type { Config } from './config.ts';
import { keyOf } from './paths.ts';
import type { Path } from './paths.ts';

/** What was set by hand, by {@link lieKey}: over the set-up's. A lie that was taken back is undefined. */
export type Hand = ReadonlyMap<number, Order | null | undefined>;

export const lieKey = (path: Path, to: Pid): number => keyOf(path) * 16 + to;

export const handOf = (lies: readonly Lie[]): Hand =>
  new Map(lies.map(({ path, to, value }) => [lieKey(path, to), value]));

/**
 * What a traitor says along a path, of which it is the last one.
 * @param truth what a loyal general would say; null: nothing, then only the hand speaks
 * @returns null: nothing
 */
export function lieOf(
  config: Config,
  hand: Hand,
  path: Path,
  to: Pid,
  truth: Order | null,
): Order | null {
  const byHand = hand.get(lieKey(path, to));
  if (byHand !== undefined) return byHand;
  return truth === null ? null : byStrategy(config, path, to, truth);
}

/** What a traitor's strategy says, where the hand says nothing. */
export function byStrategy(config: Config, path: Path, to: Pid, truth: Order): Order | null {
  const { values, strategy, lieutenants, seed } = config;
  const at = (index: number): Order => values[index % values.length] ?? truth;
  switch (strategy) {
    case 'flip':
      return at(values.indexOf(truth) + 1);
    case 'split':
      // L1 is the first of them.
      return at(lieutenants.indexOf(to) % 2);
    case 'silent':
      return null;
    case 'random': {
      const drawn = mixed(seed, lieKey(path, to)) % (values.length + 1);
      return drawn === values.length ? null : at(drawn);
    }
  }
}

/**
 * A whole number from a seed and a place: the same whenever it is asked for, so that what a message says
 * does not depend on the order in which messages are sent (the finalizer of MurmurHash3).
 */
function mixed(seed: number, place: number): number {
  let hash = (Math.imul(seed | 0, 0x9e3779b1) ^ Math.imul(place + 1, 0x85ebca6b)) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
