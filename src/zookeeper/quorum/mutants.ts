/**
 * Mutants of an ensemble: each switches one rule of the broadcast or of synchronisation off, as the broken
 * variants of the specification do (4.6). `caughtBy` names the first invariant that a suitable run breaks.
 */
import type { MutantInfo } from '../mutants.ts';

export const quorumMutants = {
  'commit-without-quorum': {
    caughtBy: 'Z-Commit',
    runs: 1,
    reach: 'Z-B1: a proposal is committed before a quorum has logged it.',
  },
  'ignore-zxid-and-freshness': {
    caughtBy: 'Z-NoUncommit',
    runs: 4,
    reach:
      'Z-B2: votes go by sid alone, and a leader takes followers that are ahead of it: what was committed is truncated.',
  },
  'keep-epoch': {
    caughtBy: 'Z-OneLeader',
    runs: 2,
    reach:
      'Z-B3: a new leader proposes the largest acceptedEpoch and not the next one, an equal one counts as promised, and its counter goes on.',
  },
  'skip-truncation': {
    caughtBy: 'Z-TotalOrder',
    runs: 3,
    reach:
      'Z-B4: a leader sends a learner what is newer than its last transaction, where it had to say TRUNC, or SNAP instead of it.',
  },
  'ack-before-sync': {
    caughtBy: 'Z-Commit',
    runs: 1,
    reach: 'Z-B5: a follower acknowledges a proposal before it is on disk.',
  },
  'follow-older-leader': {
    caughtBy: 'Z-Fence',
    runs: 13,
    reach:
      'Z-B6: a follower that turns to a new leader keeps the connection to the old one, and takes what that proposes.',
  },
  'epoch-before-history': {
    caughtBy: 'Z-NoUncommit',
    runs: 15,
    reach:
      'Z-B7: a follower that is synchronised writes currentEpoch before its history, and dies in between (ZOOKEEPER-4643, -4646).',
  },
  'unordered-queue': {
    caughtBy: 'Z-Prefix',
    runs: 1,
    reach:
      'Z-B8: proposals overtake each other, a follower logs and commits what has no predecessor, and a leader says COMMIT while an earlier one waits.',
  },
  'count-acks-of-old-epochs': {
    caughtBy: 'Z-Commit',
    runs: 20,
    reach:
      'The ACK of a transaction that a follower got in its synchronisation counts for what the leader of the new epoch has proposed, up to the same counter.',
  },
  'forget-outstanding-proposals': {
    caughtBy: 'Z-Prefix',
    runs: 5,
    reach:
      'A follower that is synchronised gets what is proposed from now on, but not what was under way then.',
  },
} as const satisfies Readonly<Record<string, MutantInfo>>;

export type QuorumMutant = keyof typeof quorumMutants;

export const isQuorumMutant = (name: string): name is QuorumMutant =>
  Object.hasOwn(quorumMutants, name);
