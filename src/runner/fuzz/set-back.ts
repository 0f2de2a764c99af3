import { outsideIn } from '../../ensemble/member.ts';
import type { Member } from '../../ensemble/member.ts';
import type { AnyWorld } from '../../scenarios/protocol.ts';
import type { Scenario } from '../../view/scenario.ts';

/** What it is called when it is counted. */
export const SET_BACK = 'a key that outlives its lease, since the clock of its store was set back';

/**
 * Whether a store keeps a key for longer than any client has ever wished: it compares the times of keys
 * with its own wall clock, so whoever sets that back gives a dead owner's key as much more [redis, expire.c].
 */
export function isSetBack(world: AnyWorld, { setup }: Scenario<'recipes'>): boolean {
  const leases = setup.clients.map(({ values }) => Number(values?.['leaseMs'] ?? 0));
  const longest = Math.max(...leases);
  return world.processes.some(({ s, clock }) => {
    const outside = outsideIn(s as Member | null);
    if (outside?.data.kind !== 'redis') return false;
    const now = outside.config.clock + Math.floor(world.time / 1000) + clock;
    return outside.data.keys.some(({ expiresAt }) => (expiresAt ?? now) - now > longest);
  });
}
