/**
 * The broken variants of the specification (4.6) as pictures that `trace.ts` plays; `✗` marks the row at
 * which an invariant fails for the first time. They fail where the specification derives it, but for one:
 * in Z-B1 at row 2 and not 3, for a leader's own write of its log is the ACK that commits, in one step, and
 * so the second commit comes before its PROPOSAL arrives.
 *
 * What is arranged: the leader of Z-B2 has a larger sid than its first follower, as votes go by sid; in
 * Z-B4 it is the leader that skips, so that S3 gets 2:1 by itself; in Z-B5 and Z-B6 `c` is the session of a
 * client of S2; in Z-B8 every other proposal comes late to S2.
 */
import type { Trace } from './trace.ts';

export const brokenTraces: readonly Trace[] = [
  {
    name: 'Z-B1',
    title: 'a commit without a quorum of ACKs',
    servers: 3,
    broken: 'commit-without-quorum',
    client: ['S3', 'S2'],
    rows: `
      start                                                   | S1[F p1 a1] 1:1=a✓; S2[F p1 a1] 1:1=a✓; S3[L p1 a1] 1:1=a✓
      S3           logs 1:2=b                                 | S3[L p1 a1] 1:1=a✓,1:2=b ✗ Z-Commit
      S3 → client  1:2 is committed and told                  | S3[L p1 a1] 1:1=a✓,1:2=b✓
      S3           die                                        | S3†[- p1 a1] 1:1=a✓,1:2=b✓
      S2 → S1      sync: has 1:1, leader 1:1, DIFF(empty)     | S1[F p2 a2] 1:1=a✓; S2[L p2 a2] 1:1=a✓
      S2 → all     established in epoch 2 with S1 S2          | ✗ Z-Durable, Z-PrimaryIntegrity
      S2           logs 2:1=c                                 | S2[L p2 a2] 1:1=a✓,2:1=c
      S2 → client  2:1 is committed and told                  | S2[L p2 a2] 1:1=a✓,2:1=c✓
      S2 → S1      PROPOSAL(2:1), logged, ACK                 | S1[F p2 a2] 1:1=a✓,2:1=c
    `,
    told: '1:2=b 2:1=c',
  },
  {
    name: 'Z-B2',
    title: 'an election by sid alone, and a leader that takes fresher followers',
    servers: 3,
    broken: 'ignore-zxid-and-freshness',
    as: { S1: 2, S2: 1, S3: 3 },
    starts: [['S2', 'S1'], ['S3']],
    client: ['S1'],
    rows: `
      start                                                   | S1[L p1 a1] 1:1=a✓; S2[F p1 a1] 1:1=a✓; S3[F p1 a1] 1:1=a✓
      S1           logs 1:2=b                                 | S1[L p1 a1] 1:1=a✓,1:2=b
      S1 → S2      PROPOSAL(1:2), logged, ACK                 | S2[F p1 a1] 1:1=a✓,1:2=b
      S1 → client  1:2 is committed and told                  | S1[L p1 a1] 1:1=a✓,1:2=b✓
      S1 → S2      COMMIT(1:2)                                | S2[F p1 a1] 1:1=a✓,1:2=b✓
      S1           die                                        | S1†[- p1 a1] 1:1=a✓,1:2=b✓
      S3 → S2      sync: has 1:2, leader 1:1, TRUNC(1:1)      | S2[F p2 a2] 1:1=a✓; S3[L p2 a2] 1:1=a✓ ✗ Z-NoUncommit
      S3 → all     established in epoch 2 with S2 S3          | ✗ Z-Durable, Z-PrimaryIntegrity
    `,
    told: '1:2=b',
  },
  {
    name: 'Z-B3',
    title: 'a new leader keeps the old epoch',
    servers: 3,
    broken: 'keep-epoch',
    client: ['S3', 'S2'],
    rows: `
      start                                                   | S1[F p1 a1] 1:1=a✓; S2[F p1 a1] 1:1=a✓; S3[L p1 a1] 1:1=a✓
      S3           logs 1:2=b                                 | S3[L p1 a1] 1:1=a✓,1:2=b
      S3           die                                        | S3†[- p1 a1] 1:1=a✓,1:2=b
      S2 → S1      sync: has 1:1, leader 1:1, DIFF(empty)     | S2[L p1 a1] 1:1=a✓
      S2 → all     established in epoch 1 with S1 S2          | ✗ Z-OneLeader
      S2           logs 1:2=c                                 | S2[L p1 a1] 1:1=a✓,1:2=c ✗ Z-Unique
      S2 → S1      PROPOSAL(1:2), logged, ACK                 | S1[F p1 a1] 1:1=a✓,1:2=c
      S2 → client  1:2 is committed and told                  | S2[L p1 a1] 1:1=a✓,1:2=c✓
      S2 → S1      COMMIT(1:2)                                | S1[F p1 a1] 1:1=a✓,1:2=c✓
      S2 → S3      sync: has 1:2, leader 1:2, DIFF(empty)     | S3[F p1 a1] 1:1=a✓,1:2=b
      S3 → S2      is up to date                              | S3[F p1 a1] 1:1=a✓,1:2=b✓ ✗ Z-Agreement
    `,
    told: '1:2=c',
  },
  {
    name: 'Z-B4',
    title: 'TRUNC and SNAP are skipped when the old leader returns',
    servers: 3,
    broken: 'skip-truncation',
    client: ['S3', 'S2'],
    rows: `
      start                                                   | S1[F p1 a1] 1:1=a✓; S2[F p1 a1] 1:1=a✓; S3[L p1 a1] 1:1=a✓
      S3           logs 1:2=b                                 | S3[L p1 a1] 1:1=a✓,1:2=b
      S3           die                                        | S3†[- p1 a1] 1:1=a✓,1:2=b
      S2 → S1      sync: has 1:1, leader 1:1, DIFF(empty)     | S1[F p2 a2] 1:1=a✓; S2[L p2 a2] 1:1=a✓
      S2 → all     established in epoch 2 with S1 S2          |
      S2           logs 2:1=c                                 | S2[L p2 a2] 1:1=a✓,2:1=c
      S2 → S1      PROPOSAL(2:1), logged, ACK                 | S1[F p2 a2] 1:1=a✓,2:1=c
      S2 → client  2:1 is committed and told                  | S2[L p2 a2] 1:1=a✓,2:1=c✓
      S2 → S1      COMMIT(2:1)                                | S1[F p2 a2] 1:1=a✓,2:1=c✓
      S2 → S3      sync: has 1:2, leader 2:1, DIFF(2:1)       | S3[F p2 a2] 1:1=a✓,1:2=b,2:1=c
      S3 → S2      is up to date                              | S3[F p2 a2] 1:1=a✓,1:2=b✓,2:1=c✓ ✗ Z-TotalOrder, Tree-Is-Log, Parents-Count
    `,
    told: '2:1=c',
  },
  {
    name: 'Z-B5',
    title: 'a follower acknowledges before the log is on disk, then the power fails',
    servers: 3,
    broken: 'ack-before-sync',
    client: ['S3'],
    sessions: { c: 'S2' },
    rows: `
      start                                                   | S1[F p1 a1] 1:1=a✓; S2[F p1 a1] 1:1=a✓; S3[L p1 a1] 1:1=a✓
      S3           logs 1:2=b                                 | S3[L p1 a1] 1:1=a✓,1:2=b
      S3 → S2      PROPOSAL(1:2), ACK, not yet on disk        |
      S3 → client  1:2 is committed and told                  | S3[L p1 a1] 1:1=a✓,1:2=b✓ ✗ Z-Commit
      S2,S3        lose power                                 | S2†[- p1 a1] 1:1=a✓; S3†[- p1 a1] 1:1=a✓,1:2=b✓
      S2 → S1      sync: has 1:1, leader 1:1, DIFF(empty)     | S1[F p2 a2] 1:1=a✓; S2[L p2 a2] 1:1=a✓
      S2 → all     established in epoch 2 with S1 S2          | ✗ Z-Durable, Z-PrimaryIntegrity
      S2           logs 2:1=c                                 | S2[L p2 a2] 1:1=a✓,2:1=c
      S2 → S1      PROPOSAL(2:1), logged, ACK                 | S1[F p2 a2] 1:1=a✓,2:1=c
      S2 → client  2:1 is committed and told                  | S2[L p2 a2] 1:1=a✓,2:1=c✓
    `,
    told: '1:2=b 2:1=c',
  },
  {
    name: 'Z-B6',
    title: 'a follower takes a proposal of an older epoch: the leader that slept commits',
    servers: 3,
    broken: 'follow-older-leader',
    client: ['S3'],
    sessions: { c: 'S2' },
    rows: `
      start                                                   | S1[F p1 a1] 1:1=a✓; S2[F p1 a1] 1:1=a✓; S3[L p1 a1] 1:1=a✓
      S3           sleeps                                     |
      S2 → S1      sync: has 1:1, leader 1:1, DIFF(empty)     | S1[F p2 a2] 1:1=a✓; S2[L p2 a2] 1:1=a✓
      S2 → all     established in epoch 2 with S1 S2          |
      S2           logs 2:1=c                                 | S2[L p2 a2] 1:1=a✓,2:1=c
      S2 → S1      PROPOSAL(2:1), logged, ACK                 | S1[F p2 a2] 1:1=a✓,2:1=c
      S2 → client  2:1 is committed and told                  | S2[L p2 a2] 1:1=a✓,2:1=c✓
      S3           wakes                                      |
      S3           logs 1:2=b                                 | S3[L p1 a1] 1:1=a✓,1:2=b
      S3 → S1      PROPOSAL(1:2), logged, ACK                 | S1[F p2 a2] 1:1=a✓,2:1=c,1:2=b ✗ Z-Fence, Z-Prefix
      S3 → client  1:2 is committed and told                  | S3[L p1 a1] 1:1=a✓,1:2=b✓ ✗ Z-TotalOrder
    `,
    told: '2:1=c 1:2=b',
  },
  {
    name: 'Z-B7',
    title: 'currentEpoch is written before the history (ZOOKEEPER-4643)',
    servers: 3,
    broken: 'epoch-before-history',
    client: ['S3', 'S2'],
    rows: `
      start                                                   | S1[F p1 a1] 1:1=a✓; S2[F p1 a1] 1:1=a✓; S3[L p1 a1] 1:1=a✓
      S3           logs 1:2=b                                 | S3[L p1 a1] 1:1=a✓,1:2=b
      S3 → S2      PROPOSAL(1:2), logged, ACK                 | S2[F p1 a1] 1:1=a✓,1:2=b
      S3 → client  1:2 is committed and told                  | S3[L p1 a1] 1:1=a✓,1:2=b✓
      S1           die                                        | S1†[- p1 a1] 1:1=a✓
      S3           die                                        | S3†[- p1 a1] 1:1=a✓,1:2=b✓
      S2 → S1      leads epoch 2                              | S1[F p2 a1] 1:1=a✓; S2[L p2 a2] 1:1=a✓,1:2=b
      S1           writes currentEpoch before its history     | S1[F p2 a2] 1:1=a✓
      S1           lose power                                 | S1†[- p2 a2] 1:1=a✓
      S2           die                                        | S2†[- p2 a2] 1:1=a✓,1:2=b
      S1,S3        start again                                | S1[- p2 a2] 1:1=a✓; S3[- p1 a1] 1:1=a✓,1:2=b✓
      S1 → S3      sync: has 1:2, leader 1:1, TRUNC(1:1)      | S1[L p3 a3] 1:1=a✓; S3[F p3 a3] 1:1=a✓ ✗ Z-NoUncommit
      S1 → all     established in epoch 3 with S1 S3          | ✗ Z-Durable, Z-PrimaryIntegrity
    `,
    told: '1:2=b',
  },
  {
    name: 'Z-B8',
    title: 'a queue that is not FIFO, gaps allowed',
    servers: 3,
    broken: 'unordered-queue',
    client: ['S3', 'S2'],
    rows: `
      start                                                   | S1[F p1 a1] 1:1=a✓; S2[F p1 a1] 1:1=a✓; S3[L p1 a1] 1:1=a✓
      S3           logs 1:2=b                                 | S3[L p1 a1] 1:1=a✓,1:2=b
      S3           logs 1:3=c                                 | S3[L p1 a1] 1:1=a✓,1:2=b,1:3=c
      S3 → S2      PROPOSAL(1:3) overtakes, logged, ACK       | S2[F p1 a1] 1:1=a✓,1:3=c ✗ Z-Prefix
      S3 → S2      COMMIT(1:3)                                | S2[F p1 a1] 1:1=a✓,1:3=c✓ ✗ Tree-Is-Log, Parents-Count
      S3 → S1      PROPOSAL(1:2), logged, ACK                 | S1[F p1 a1] 1:1=a✓,1:2=b
      S3 → S1      PROPOSAL(1:3), logged, ACK                 | S1[F p1 a1] 1:1=a✓,1:2=b,1:3=c
      S3 → client  1:2 is committed and told                  | S3[L p1 a1] 1:1=a✓,1:2=b✓,1:3=c ✗ Z-TotalOrder
      S3 → client  1:3 is committed and told                  | S3[L p1 a1] 1:1=a✓,1:2=b✓,1:3=c✓
    `,
    told: '1:2=b 1:3=c',
  },
  {
    name: 'ack of an old epoch',
    title: 'an ACK of the history that S1 was given counts for a proposal of the new epoch',
    servers: 3,
    broken: 'count-acks-of-old-epochs',
    client: ['S3', 'S2'],
    rows: `
      start                                                   | S1[F p1 a1] 1:1=a✓; S2[F p1 a1] 1:1=a✓; S3[L p1 a1] 1:1=a✓
      S3           logs 1:2=b                                 | S3[L p1 a1] 1:1=a✓,1:2=b
      S3 → S2      PROPOSAL(1:2), logged, ACK                 | S2[F p1 a1] 1:1=a✓,1:2=b
      S3 → client  1:2 is committed and told                  | S3[L p1 a1] 1:1=a✓,1:2=b✓
      S3           die                                        | S3†[- p1 a1] 1:1=a✓,1:2=b✓
      S2 → S1      sync: has 1:1, leader 1:2, DIFF(1:2)       | S1[F p2 a2] 1:1=a✓,1:2=b; S2[L p2 a2] 1:1=a✓,1:2=b
      S1 → S2      ACK(2:0)                                   | S2[L p2 a2] 1:1=a✓,1:2=b✓
      S2 → S1      UPTODATE                                   | S1[F p2 a2] 1:1=a✓,1:2=b✓
      S2           logs 2:1=c                                 | S2[L p2 a2] 1:1=a✓,1:2=b✓,2:1=c
      S1 → S2      ACK(1:2)                                   | S2[L p2 a2] 1:1=a✓,1:2=b✓,2:1=c✓ ✗ Z-Commit
    `,
    told: '1:2=b 2:1=c',
  },
  {
    name: 'forgotten proposal',
    title: 'a follower that is synchronised misses what was under way then',
    servers: 3,
    broken: 'forget-outstanding-proposals',
    client: ['S3'],
    rows: `
      start                                                   | S1[F p1 a1] 1:1=a✓; S2[F p1 a1] 1:1=a✓; S3[L p1 a1] 1:1=a✓
      S1           die                                        | S1†[- p1 a1] 1:1=a✓
      S3           logs 1:2=b                                 | S3[L p1 a1] 1:1=a✓,1:2=b
      S3 → S1      sync: has 1:1, leader 1:2, DIFF(empty)     | S1[F p1 a1] 1:1=a✓
      S1 → S3      is up to date                              |
      S3           logs 1:3=c                                 | S3[L p1 a1] 1:1=a✓,1:2=b,1:3=c
      S3 → S1      PROPOSAL(1:3), logged, ACK                 | S1[F p1 a1] 1:1=a✓,1:3=c ✗ Z-Prefix
    `,
    told: '',
  },
];
