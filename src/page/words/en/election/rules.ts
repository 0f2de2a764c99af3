/** The election's rules as they can be switched off, by the mutants' names. */
export const rules = {
  'ignore-epoch': 'Votes are compared without their epoch',
  'ignore-zxid': 'Votes are compared without their zxid',
  'ignore-sid': 'Votes are compared without their sid',
  'half-is-quorum': 'Half of the voters count as a quorum',
  'skip-finalize-wait': 'Nobody waits for a better vote once a quorum agrees',
  'believe-old-rounds': 'Votes of earlier rounds count too',
  'keep-old-rounds-waiting': 'Servers in an earlier round are not told of the present one',
  'skip-check-leader': 'A leader is believed in without hearing it say so',
  'forget-epoch': 'The promised epoch is not written to disk',
  'accept-old-epoch': 'A leader’s epoch is accepted although a later one was promised',
  'accept-fresher-follower': 'A leader accepts followers that are fresher than itself',
  'yield-to-newcomer': 'A working leader gives way to a larger vote',
  'skip-discovery-quorum': 'A leader chooses its epoch without asking a quorum',
} as const;
