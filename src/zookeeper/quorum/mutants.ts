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
    runs: 50,
    reach:
      'Z-B2: votes go by sid alone, and a leader takes followers that are ahead of it: what was committed is truncated.',
  },
  'skip-truncation': {
    caughtBy: 'Z-TotalOrder',
    runs: 50,
    reach: 'Z-B4: a learner keeps its history when the leader says TRUNC or SNAP.',
  },
  'ack-before-sync': {
    caughtBy: 'Z-Commit',
    runs: 5,
    reach: 'Z-B5: a follower acknowledges a proposal before it is on disk.',
  },
  'epoch-before-history': {
    caughtBy: 'Z-NoUncommit',
    runs: 50,
    reach:
      'Z-B7: a follower that is synchronised writes currentEpoch before its history, and dies in between (ZOOKEEPER-4643, -4646).',
  },
  'forget-outstanding-proposals': {
    caughtBy: 'Z-Prefix',
    runs: 50,
    reach:
      'A follower that is synchronised gets what is proposed from now on, but not what was under way then.',
  },
} as const satisfies Readonly<Record<string, MutantInfo>>;

export type QuorumMutant = keyof typeof quorumMutants;

export const isQuorumMutant = (name: string): name is QuorumMutant =>
  Object.hasOwn(quorumMutants, name);
