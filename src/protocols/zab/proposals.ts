/** Which proposed transactions a quorum has logged [Leader.processAck, tryToCommit]. */
import type { Pid } from '../../view/time.ts';
import type { Zxid } from '../../view/zxid.ts';
import { compareZxid, sameZxid } from '../election/zxid.ts';
import type { Stamped } from './ledger.ts';

/** A transaction that is proposed and not committed [Leader.Proposal]. */
export interface Proposal<T extends Stamped> {
  readonly txn: T;
  /** Who has it in its log on disk, the leader among them. */
  readonly acks: readonly Pid[];
}

/** The oldest first [Leader.outstandingProposals]. */
export type Outstanding<T extends Stamped> = readonly Proposal<T>[];

/**
 * With one ACK more. It is for one transaction alone, and an ACK of NEWLEADER (counter 0), of what is
 * committed already or of what nobody knows changes nothing.
 */
export function acknowledged<T extends Stamped>(
  outstanding: Outstanding<T>,
  zxid: Zxid,
  by: Pid,
): Outstanding<T> {
  const at = outstanding.findIndex(({ txn }) => sameZxid(txn.zxid, zxid));
  const proposal = outstanding[at];
  if (proposal === undefined || proposal.acks.includes(by)) return outstanding;
  return outstanding.with(at, { txn: proposal.txn, acks: [...proposal.acks, by] });
}

/** The proposals at the head that a quorum has: what comes behind one that is not waits for it. */
export function committable<T extends Stamped>(
  outstanding: Outstanding<T>,
  isQuorum: (sids: readonly Pid[]) => boolean,
): Outstanding<T> {
  const end = outstanding.findIndex(({ acks }) => !isQuorum(acks));
  return end === -1 ? outstanding : outstanding.slice(0, end);
}

/** The proposals that are larger than `zxid`. */
export const proposedAfter = <T extends Stamped>(
  outstanding: Outstanding<T>,
  zxid: Zxid,
): Outstanding<T> => outstanding.filter(({ txn }) => compareZxid(txn.zxid, zxid) > 0);
