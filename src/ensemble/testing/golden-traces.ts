/** The golden traces of the specification (4.5) as pictures that `trace.ts` plays. */
import type { Trace } from './trace.ts';

export const goldenTraces: readonly Trace[] = [
  {
    name: 'Z-N1',
    title: 'a write, n = 3',
    servers: 3,
    client: ['S3', 'S2'],
    rows: `
      start                                                   | S1[F p1 a1] 1:1=a✓; S2[F p1 a1] 1:1=a✓; S3[L p1 a1] 1:1=a✓
      S3           logs 1:2=b                                 | S3[L p1 a1] 1:1=a✓,1:2=b
      S3 → S1      PROPOSAL(1:2), logged, ACK                 | S1[F p1 a1] 1:1=a✓,1:2=b
      S3 → client  1:2 is committed and told                  | S3[L p1 a1] 1:1=a✓,1:2=b✓
      S3 → S2      PROPOSAL(1:2), logged, ACK                 | S2[F p1 a1] 1:1=a✓,1:2=b
      S3 → S1      COMMIT(1:2)                                | S1[F p1 a1] 1:1=a✓,1:2=b✓
      S3 → S2      COMMIT(1:2)                                | S2[F p1 a1] 1:1=a✓,1:2=b✓
    `,
    told: '1:2=b',
  },
  {
    name: 'Z-A1',
    title: 'the leader proposes and dies before anybody has it: dropped when it comes back',
    servers: 3,
    client: ['S3', 'S2'],
    rows: `
      start                                                   | S1[F p1 a1] 1:1=a✓; S2[F p1 a1] 1:1=a✓; S3[L p1 a1] 1:1=a✓
      S3           logs 1:2=b                                 | S3[L p1 a1] 1:1=a✓,1:2=b
      S3           die                                        | S3†[- p1 a1] 1:1=a✓,1:2=b
      S2 → S1      sync: has 1:1, leader 1:1, DIFF(empty)     | S1[F p2 a2] 1:1=a✓; S2[L p2 a2] 1:1=a✓
      S2 → all     established in epoch 2 with S1 S2          |
      S2 → S3      sync: has 1:2, leader 1:1, TRUNC(1:1)      | S3[F p2 a2] 1:1=a✓
      S3 → S2      is up to date                              |
    `,
    told: '',
  },
  {
    name: 'Z-A1s',
    title:
      'the same, and another transaction was committed meanwhile: SNAP, for a TRUNC does not cross an epoch',
    servers: 3,
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
      S2 → S3      sync: has 1:2, leader 2:1, SNAP            | S3[F p2 a2] 1:1=a✓,2:1=c
      S3 → S2      is up to date                              | S3[F p2 a2] 1:1=a✓,2:1=c✓
    `,
    told: '2:1=c',
  },
  {
    name: 'Z-A1c',
    title: 'a minority has it and its holder takes part: it survives although nobody was told',
    servers: 5,
    client: ['S5'],
    rows: `
      start                                                   | S1[F p1 a1] 1:1=a✓; S2[F p1 a1] 1:1=a✓; S3[F p1 a1] 1:1=a✓; S4[F p1 a1] 1:1=a✓; S5[L p1 a1] 1:1=a✓
      S5           logs 1:2=b                                 | S5[L p1 a1] 1:1=a✓,1:2=b
      S5 → S4      PROPOSAL(1:2), logged, ACK                 | S4[F p1 a1] 1:1=a✓,1:2=b
      S5           die                                        | S5†[- p1 a1] 1:1=a✓,1:2=b
      S4 → S1      sync: has 1:1, leader 1:2, DIFF(1:2)       | S1[F p2 a2] 1:1=a✓,1:2=b; S2[F p2 a1] 1:1=a✓; S3[F p2 a1] 1:1=a✓; S4[L p2 a2] 1:1=a✓,1:2=b
      S4 → S2      sync: has 1:1, leader 1:2, DIFF(1:2)       | S2[F p2 a2] 1:1=a✓,1:2=b
      S4 → S3      sync: has 1:1, leader 1:2, DIFF(1:2)       | S3[F p2 a2] 1:1=a✓,1:2=b
      S4 → all     established in epoch 2 with S1 S2 S3 S4    | S1[F p2 a2] 1:1=a✓,1:2=b✓; S2[F p2 a2] 1:1=a✓,1:2=b✓; S3[F p2 a2] 1:1=a✓,1:2=b✓; S4[L p2 a2] 1:1=a✓,1:2=b✓
      S4 → S5      sync: has 1:2, leader 1:2, DIFF(empty)     | S5[F p2 a2] 1:1=a✓,1:2=b
      S5 → S4      is up to date                              | S5[F p2 a2] 1:1=a✓,1:2=b✓
    `,
    told: '',
  },
  {
    name: 'Z-A1d',
    title: 'a minority has it and its holders are down: it is dropped',
    servers: 5,
    client: ['S5'],
    rows: `
      start                                                   | S1[F p1 a1] 1:1=a✓; S2[F p1 a1] 1:1=a✓; S3[F p1 a1] 1:1=a✓; S4[F p1 a1] 1:1=a✓; S5[L p1 a1] 1:1=a✓
      S5           logs 1:2=b                                 | S5[L p1 a1] 1:1=a✓,1:2=b
      S5 → S4      PROPOSAL(1:2), logged, ACK                 | S4[F p1 a1] 1:1=a✓,1:2=b
      S5,S4        die                                        | S4†[- p1 a1] 1:1=a✓,1:2=b; S5†[- p1 a1] 1:1=a✓,1:2=b
      S3 → S1      sync: has 1:1, leader 1:1, DIFF(empty)     | S1[F p2 a2] 1:1=a✓; S2[F p2 a1] 1:1=a✓; S3[L p2 a2] 1:1=a✓
      S3 → S2      sync: has 1:1, leader 1:1, DIFF(empty)     | S2[F p2 a2] 1:1=a✓
      S3 → all     established in epoch 2 with S1 S2 S3       |
      S3 → S4      sync: has 1:2, leader 1:1, TRUNC(1:1)      | S4[F p2 a2] 1:1=a✓
      S4 → S3      is up to date                              |
      S3 → S5      sync: has 1:2, leader 1:1, TRUNC(1:1)      | S5[F p2 a2] 1:1=a✓
      S5 → S3      is up to date                              |
    `,
    told: '',
  },
  {
    name: 'Z-A2',
    title: 'a quorum has it and the leader has committed it, no COMMIT left: it survives',
    servers: 3,
    client: ['S3', 'S2'],
    rows: `
      start                                                   | S1[F p1 a1] 1:1=a✓; S2[F p1 a1] 1:1=a✓; S3[L p1 a1] 1:1=a✓
      S3           logs 1:2=b                                 | S3[L p1 a1] 1:1=a✓,1:2=b
      S3 → S2      PROPOSAL(1:2), logged, ACK                 | S2[F p1 a1] 1:1=a✓,1:2=b
      S3 → client  1:2 is committed and told                  | S3[L p1 a1] 1:1=a✓,1:2=b✓
      S3           die                                        | S3†[- p1 a1] 1:1=a✓,1:2=b✓
      S2 → S1      sync: has 1:1, leader 1:2, DIFF(1:2)       | S1[F p2 a2] 1:1=a✓,1:2=b; S2[L p2 a2] 1:1=a✓,1:2=b
      S2 → all     established in epoch 2 with S1 S2          | S1[F p2 a2] 1:1=a✓,1:2=b✓; S2[L p2 a2] 1:1=a✓,1:2=b✓
      S2 → S3      sync: has 1:2, leader 1:2, DIFF(empty)     | S3[F p2 a2] 1:1=a✓,1:2=b✓
      S3 → S2      is up to date                              |
    `,
    told: '1:2=b',
  },
  {
    name: 'Z-R',
    title: 'from the election to the first write of the new epoch, packet by packet',
    servers: 3,
    client: ['S3', 'S2'],
    everyPacket: true,
    // The ACKs of rows 16 and 17, of the history and of UPTODATE, are in no row of the specification:
    // the leader ignores them.
    rows: `
      start                                                   | S1[F p1 a1] 1:1=a✓; S2[F p1 a1] 1:1=a✓; S3[L p1 a1] 1:1=a✓
      S3           logs 1:2=b                                 | S3[L p1 a1] 1:1=a✓,1:2=b
      S3 → S2      PROPOSAL(1:2), logged, ACK                 | S2[F p1 a1] 1:1=a✓,1:2=b
      S3 → client  1:2 is committed and told                  | S3[L p1 a1] 1:1=a✓,1:2=b✓
      S3           die                                        | S3†[- p1 a1] 1:1=a✓,1:2=b✓
      S2           is elected                                 | S2[L p1 a1] 1:1=a✓,1:2=b
      S1 → S2      FOLLOWERINFO(1)                            | S2[L p2 a1] 1:1=a✓,1:2=b
      S2 → S1      LEADERINFO(2)                              | S1[F p2 a1] 1:1=a✓
      S1 → S2      ACKEPOCH(1, 1:1)                           | S2[L p2 a2] 1:1=a✓,1:2=b
      S2 → S1      DIFF(1:2)                                  |
      S2 → S1      PROPOSAL(1:2)                              |
      S2 → S1      COMMIT(1:2)                                |
      S2 → S1      NEWLEADER(2:0)                             | S1[F p2 a2] 1:1=a✓,1:2=b
      S1 → S2      ACK(2:0)                                   | S2[L p2 a2] 1:1=a✓,1:2=b✓
      S2 → S1      UPTODATE                                   | S1[F p2 a2] 1:1=a✓,1:2=b✓
      S1 → S2      ACK(1:2)                                   |
      S1 → S2      ACK(2:0)                                   |
      S2           logs 2:1=c                                 | S2[L p2 a2] 1:1=a✓,1:2=b✓,2:1=c
      S2 → S1      PROPOSAL(2:1)                              | S1[F p2 a2] 1:1=a✓,1:2=b✓,2:1=c
      S1 → S2      ACK(2:1)                                   | S2[L p2 a2] 1:1=a✓,1:2=b✓,2:1=c✓
      S2 → S1      COMMIT(2:1)                                | S1[F p2 a2] 1:1=a✓,1:2=b✓,2:1=c✓
      S3           start again                                | S3[- p1 a1] 1:1=a✓,1:2=b✓
      S3 → S2      FOLLOWERINFO(1)                            | S3[F p1 a1] 1:1=a✓,1:2=b✓
      S2 → S3      LEADERINFO(2)                              | S3[F p2 a1] 1:1=a✓,1:2=b✓
      S3 → S2      ACKEPOCH(1, 1:2)                           |
      S2 → S3      DIFF(2:1)                                  |
      S2 → S3      PROPOSAL(2:1)                              |
      S2 → S3      COMMIT(2:1)                                |
      S2 → S3      NEWLEADER(2:0)                             | S3[F p2 a2] 1:1=a✓,1:2=b✓,2:1=c
      S3 → S2      ACK(2:0)                                   |
      S2 → S3      UPTODATE                                   | S3[F p2 a2] 1:1=a✓,1:2=b✓,2:1=c✓
    `,
    told: '1:2=b 2:1=c',
  },
];
