/** What a quorum is [QuorumVerifier]. */
import type { Pid } from '../../view/time.ts';

/** Groups of voters with their weights [QuorumHierarchical]. */
export interface Groups {
  readonly groups: readonly (readonly Pid[])[];
  /** Of the voters that have another than 1. Who weighs nothing may vote, and is never elected. */
  readonly weights: ReadonlyMap<Pid, number>;
}

/** More than half of the voters [QuorumMaj.containsQuorum]. */
export function isMajority(voters: readonly Pid[], sids: readonly Pid[]): boolean {
  let count = 0;
  for (const sid of voters) if (sids.includes(sid)) count++;
  return count > voters.length / 2;
}

/**
 * More than half of the groups that weigh anything, and in each of these more than half of its weight
 * [QuorumHierarchical.containsQuorum].
 */
export function isHierarchical({ groups, weights }: Groups, sids: readonly Pid[]): boolean {
  const weigh = (group: readonly Pid[]): number =>
    group.reduce((sum, sid) => sum + (weights.get(sid) ?? 1), 0);
  let counted = 0;
  let won = 0;
  for (const group of groups) {
    const whole = weigh(group);
    if (whole === 0) continue;
    counted++;
    if (weigh(group.filter((sid) => sids.includes(sid))) > whole / 2) won++;
  }
  return won > counted / 2;
}

/** As the file says: by groups where it names any, otherwise more than half. */
export const isQuorum = (
  { voters, groups }: { readonly voters: readonly Pid[]; readonly groups: Groups | null },
  sids: readonly Pid[],
): boolean => (groups === null ? isMajority(voters, sids) : isHierarchical(groups, sids));
