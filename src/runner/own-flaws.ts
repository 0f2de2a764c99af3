/**
 * Where ZooKeeper 3.8 itself may lose a transaction: derived from its sources, seen at a real one (docs/model.md),
 * and told apart from what a broken rule does.
 */
import { newestSent } from '../ensemble/quorum-ghost.ts';
import { compareZxid } from '../protocols/election/zxid.ts';
import type { Pid } from '../view/time.ts';
import type { Zxid } from '../view/zxid.ts';
import { recentLedger } from '../zookeeper/quorum/histories.ts';
import type { Server } from '../zookeeper/server/server.ts';

/**
 * Whether a leader that goes by its log on disk leads this learner across a hole. Who gets a SNAP keeps its
 * log, lost tails included, and what is proposed next stands right behind them: a learner whose last
 * transaction is older than that tree is sent what was never committed, or not what was, or is told to
 * truncate what was [Learner.syncWithLeader, LearnerHandler.queueCommittedProposals].
 */
export function crossesHole({ disk, recent, tree }: Server, learner: Zxid): boolean {
  const ledger = recentLedger(recent);
  const oldest = ledger.length === 0 ? tree.lastZxid : ledger.at(0).zxid;
  if (compareZxid(oldest, learner) <= 0) return false;
  const sent = newestSent(disk);
  return sent !== null && compareZxid(sent, learner) >= 0;
}

/**
 * Whether a leader that has told a learner to truncate behind `zxid` counts on what that cuts off: proposed in
 * this epoch and acknowledged by that learner before it came back, or committed and not applied yet. It is
 * sent again right behind, but until it is on disk again one more loss of power is one too many
 * [LearnerHandler.syncFollower, Leader.processAck].
 */
export function countsOnTruncated({ role }: Server, learner: Pid, zxid: Zxid): boolean {
  if (role?.kind !== 'leader') return false;
  const { outstanding, toBeApplied, lastCommitted } = role;
  const isCut = (each: Zxid): boolean => compareZxid(each, zxid) > 0;
  return (
    (lastCommitted.counter > 0 && isCut(lastCommitted)) ||
    toBeApplied.some((txn) => isCut(txn.zxid)) ||
    outstanding.some(({ txn, acks }) => isCut(txn.zxid) && acks.includes(learner))
  );
}
