/** LOOKING [FastLeaderElection.lookForLeader]. */

/** Written with the names of `implementations.ts`; the machine that has the state checks them. */
export const looking = {
  initial: 'counting',
  entry: ['setReadOnlyWait', 'beginElection'],
  exit: ['clearReadOnlyWait', 'endReadOnly'],
  on: {
    NOTIFICATION: [
      { guard: 'isFromNonVoter', actions: 'answer' },
      { guard: 'isVoid', target: '.electing', actions: 'noteHeard' },
      {
        guard: 'isNewerRound',
        target: '.counting',
        actions: 'adoptRound',
      },
      {
        guard: 'isOlderRound',
        target: '.electing',
        actions: 'refuseOldRound',
      },
      {
        guard: 'isBetterVote',
        target: '.counting',
        actions: 'switchVote',
      },
      { guard: 'isVote', target: '.counting', actions: 'recordVote' },
      { guard: 'electsMe', target: '#peer.LEADING', actions: 'joinEstablished' },
      {
        guard: 'electsForObserver',
        target: '#peer.OBSERVING',
        actions: 'joinEstablished',
      },
      {
        guard: 'electsAnother',
        target: '#peer.FOLLOWING',
        actions: 'joinEstablished',
      },
      { guard: 'isAnswer', target: '.electing', actions: 'recordAnswer' },
      { target: '.electing', actions: 'noteHeard' },
    ],
    LINK_UP: { actions: 'resendOverLink' },
    READ_ONLY_WAIT: { actions: 'beginReadOnly' },
  },
  states: {
    counting: { always: [{ guard: 'hasQuorum', target: 'finalizing' }, { target: 'electing' }] },
    electing: {
      entry: 'setNotificationTimeout',
      exit: 'clearNotificationTimeout',
      on: {
        NOTIFICATION_TIMEOUT: {
          target: 'electing',
          reenter: true,
          actions: 'resend',
        },
      },
    },
    finalizing: {
      entry: ['explainQuorum', 'setFinalizeWait'],
      exit: 'clearFinalizeWait',
      on: {
        NOTIFICATION: {
          guard: 'isNotBetter',
          actions: ['recordWhileFinalizing', 'setFinalizeWait'],
        },
        FINALIZE_WAIT: [
          {
            guard: 'iAmCandidate',
            target: '#peer.LEADING',
            actions: 'decide',
          },
          {
            guard: 'isObserver',
            target: '#peer.OBSERVING',
            actions: 'decide',
          },
          { target: '#peer.FOLLOWING', actions: 'decide' },
        ],
      },
    },
  },
} as const;
