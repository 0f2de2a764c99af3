/** What a quorum is [QuorumVerifier]. */
import type { Pid } from '../../view/time.ts';

/** More than half of the voters [QuorumMaj.containsQuorum]. */
export function isMajority(voters: readonly Pid[], sids: readonly Pid[]): boolean {
  let count = 0;
  for (const sid of voters) if (sids.includes(sid)) count++;
  return count > voters.length / 2;
}
