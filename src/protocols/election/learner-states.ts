/**
 * What FOLLOWING and OBSERVING have in common: the way to a leader, and its epoch. Written with the names of `implementations.ts`, and of whoever has the leader's data.
 * @param lost where a learner goes when its leader is lost
 */
export const learnerStates = (lost: '#peer.LOOKING' | '#peer.OBSERVING.pausing') =>
  ({
    connecting: {
      entry: ['dialLeader', 'setConnectTimeout'],
      exit: 'clearConnectTimers',
      on: {
        CONNECTED: {
          guard: 'reachesLeader',
          target: 'discovery',
          actions: 'registerWithLeader',
        },
        CLOSED: [
          { guard: 'isLastTry', target: lost, actions: ['explainGaveUp', 'leaveRole'] },
          { guard: 'refusesMe', actions: 'retry' },
        ],
        CONNECT_RETRY: { actions: 'dialLeader' },
        CONNECT_TIMEOUT: {
          target: lost,
          actions: ['explainGaveUp', 'giveUpDial', 'leaveRole'],
        },
      },
    },
    discovery: {
      entry: 'setReadTimeout',
      on: {
        LEADERINFO: [
          {
            guard: 'isEpochTooOld',
            target: lost,
            actions: ['explainAccepted', 'closeLeader', 'leaveRole'],
          },
          {
            guard: 'isEpochNew',
            actions: ['acceptEpoch', 'writeAcceptedEpoch', 'setReadTimeout'],
          },
          {
            guard: 'isFromMyLeader',
            target: 'synchronization',
            actions: 'repeatEpoch',
          },
        ],
        EPOCH_WRITTEN: { guard: 'isOfThisRole', target: 'synchronization', actions: 'ackEpoch' },
        CLOSED: {
          guard: 'isFromMyLeader',
          target: lost,
          actions: ['explainLeaderGone', 'leaveRole'],
        },
        READ_TIMEOUT: { target: lost, actions: ['explainTimeout', 'closeLeader', 'leaveRole'] },
      },
    },
  }) as const;
