/** Rules of facts and kinds of marks that the drawings have signs for. */

const is =
  (...rules: readonly string[]) =>
  (rule: string): boolean =>
    rules.includes(rule);

export const isCrash = is('crashed', 'power-lost', 'stopped');
/** It was meant: nobody calls it a crash. */
export const isStop = is('stopped');
export const isStart = is('started');
/** A log says nothing more of it until it starts again, or at all. */
export const isSilence = is('silent', 'log-ends');
export const isCommit = is('commit-sent');
export const isPartition = is('partitioned', 'cut');
export const isHeal = is('healed', 'mended');
export const isQuiet = is('quiet');
/** An acceptor refuses what a proposer asks. */
export const isRefusal = is('prepare-refused', 'accept-refused');
/** A proposer sees that its value is chosen. */
export const isDecision = is('quorum-accepted');
export const isViolation = is('invariant-violated');
/** A server begins to look for a leader. */
export const isElectionStart = is('looking');
/** A leader is at work: the election is over for all. */
export const isElectionEnd = is('leader-established');
/** The election is over for one server. */
export const leavesElection = is(
  'joined-established',
  'crashed',
  'power-lost',
  'stopped',
  'silent',
  'log-ends',
);
