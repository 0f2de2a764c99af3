/** What FOLLOWING and OBSERVING have in common: the way to a leader and what is done there. */
import { peerSetup } from './peer-setup.ts';

/** @param lost where a learner goes when its leader is lost */
export const learnerStates = (lost: '#peer.LOOKING' | '#peer.OBSERVING.pausing') => ({
  connecting: peerSetup.createStateConfig({
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
      CONNECT_TIMEOUT: { target: lost, actions: ['explainGaveUp', 'leaveRole'] },
    },
  }),
  discovery: peerSetup.createStateConfig({
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
  }),
  synchronization: peerSetup.createStateConfig({
    entry: ['enterSynchronization', 'setReadTimeout'],
    on: {
      DIFF: { guard: 'isFromMyLeader', actions: ['explainSync', 'takeSync', 'setReadTimeout'] },
      TRUNC: {
        guard: 'isFromMyLeader',
        actions: ['explainSync', 'takeSync', 'writeLog', 'setReadTimeout'],
      },
      SNAP: { guard: 'isFromMyLeader', actions: ['explainSync', 'takeSync', 'setReadTimeout'] },
      PROPOSAL: { guard: 'isFromMyLeader', actions: ['hold', 'setReadTimeout'] },
      INFORM: { guard: 'isFromMyLeader', actions: ['hold', 'setReadTimeout'] },
      COMMIT: { guard: 'isFromMyLeader', actions: ['holdCommit', 'setReadTimeout'] },
      PING: { guard: 'isFromMyLeader', actions: ['pong', 'setReadTimeout'] },
      NEWLEADER: {
        guard: 'isFromMyLeader',
        actions: ['takeHistory', 'writeHistory', 'takeEpoch', 'writeEpoch', 'setReadTimeout'],
      },
      HISTORY_WRITTEN: { guard: 'isOfThisRole', actions: 'ackNewLeader' },
      UPTODATE: { guard: 'isFromMyLeader', target: 'broadcast', actions: 'serve' },
      CLOSED: {
        guard: 'isFromMyLeader',
        target: lost,
        actions: ['explainLeaderGone', 'leaveRole'],
      },
      READ_TIMEOUT: { target: lost, actions: ['explainTimeout', 'closeLeader', 'leaveRole'] },
    },
  }),
  broadcast: peerSetup.createStateConfig({
    entry: ['explainServing', 'ackUpToDate', 'setReadTimeout'],
    on: {
      PROPOSAL: {
        guard: 'isFromMyLeader',
        actions: ['logProposal', 'writeLog', 'setReadTimeout'],
      },
      INFORM: {
        guard: 'isFromMyLeader',
        actions: ['logProposal', 'writeLog', 'setReadTimeout'],
      },
      LOG_WRITTEN: { guard: 'isOfThisRole', actions: 'ackLogged' },
      COMMIT: { guard: 'isFromMyLeader', actions: ['commit', 'setReadTimeout'] },
      PING: { guard: 'isFromMyLeader', actions: ['pong', 'setReadTimeout'] },
      CLIENT_WRITE: { actions: 'forward' },
      CLOSED: {
        guard: 'isFromMyLeader',
        target: lost,
        actions: ['explainLeaderGone', 'leaveRole'],
      },
      READ_TIMEOUT: { target: lost, actions: ['explainTimeout', 'closeLeader', 'leaveRole'] },
    },
  }),
});
