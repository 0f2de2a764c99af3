/** What a member does once its election is over. */
import { memberSetup } from './setup.ts';

/** @param lost where a learner goes when its leader is lost */
export const learnerStates = (lost: '#peer.LOOKING' | '#peer.OBSERVING.pausing') => ({
  synchronization: memberSetup.createStateConfig({
    entry: ['enterSynchronization', 'setReadTimeout'],
    on: {
      DIFF: { guard: 'isFromMyLeader', actions: ['takeSync', 'setReadTimeout'] },
      TRUNC: { guard: 'isFromMyLeader', actions: ['takeSync', 'setReadTimeout'] },
      SNAP: { guard: 'isFromMyLeader', actions: ['takeSync', 'setReadTimeout'] },
      PROPOSAL: { guard: 'isFromMyLeader', actions: ['hold', 'setReadTimeout'] },
      INFORM: { guard: 'isFromMyLeader', actions: ['hold', 'setReadTimeout'] },
      COMMIT: { guard: 'isFromMyLeader', actions: ['holdCommit', 'setReadTimeout'] },
      PING: { guard: 'isFromMyLeader', actions: ['pong', 'setReadTimeout'] },
      NEWLEADER: { guard: 'isFromMyLeader', actions: ['takeHistory', 'setReadTimeout'] },
      HISTORY_WRITTEN: { guard: 'isOfThisRole', actions: 'ackNewLeader' },
      UPTODATE: {
        guard: 'isFromMyLeader',
        target: 'broadcast',
        actions: ['serve', 'beginServing'],
      },
      CLOSED: {
        guard: 'isFromMyLeader',
        target: lost,
        actions: ['explainLeaderGone', 'leaveRole'],
      },
      READ_TIMEOUT: { target: lost, actions: ['explainTimeout', 'closeLeader', 'leaveRole'] },
    },
  }),
  broadcast: memberSetup.createStateConfig({
    entry: 'setReadTimeout',
    on: {
      PROPOSAL: { guard: 'isFromMyLeader', actions: ['takeProposal', 'setReadTimeout'] },
      INFORM: { guard: 'isFromMyLeader', actions: ['takeProposal', 'setReadTimeout'] },
      COMMIT: { guard: 'isFromMyLeader', actions: ['takeCommit', 'setReadTimeout'] },
      SYNC: { guard: 'isFromMyLeader', actions: ['takeSyncReply', 'setReadTimeout'] },
      REVALIDATE: { guard: 'isFromMyLeader', actions: ['takeRevalidation', 'setReadTimeout'] },
      PING: { guard: 'isFromMyLeader', actions: ['pong', 'setReadTimeout'] },
      CLOSED: {
        guard: 'isFromMyLeader',
        target: lost,
        actions: ['explainLeaderGone', 'leaveRole'],
      },
      READ_TIMEOUT: { target: lost, actions: ['explainTimeout', 'closeLeader', 'leaveRole'] },
    },
  }),
});

const discovery = memberSetup.createStateConfig({
  initial: 'collecting',
  entry: 'setPhaseTimeout',
  states: {
    // Who comes tells the newest epoch it has accepted.
    collecting: { always: { guard: 'isEpochAgreed', target: 'proposing' } },
    // The new epoch is promised by the leader itself before anybody hears of it.
    proposing: {
      entry: ['fixEpoch', 'explainEpoch', 'writeAcceptedEpoch'],
      on: { EPOCH_WRITTEN: { guard: 'isOfThisRole', target: 'acknowledging' } },
    },
    acknowledging: {
      entry: ['ackOwnEpoch', 'setPhaseTimeout'],
      always: { guard: 'isEpochAcknowledged', target: '#peer.LEADING.synchronization' },
    },
  },
});

const synchronization = memberSetup.createStateConfig({
  entry: ['explainAcknowledged', 'beginSynchronization', 'writeCurrentEpoch', 'setPhaseTimeout'],
  exit: 'clearPhaseTimeout',
  always: { guard: 'isSynchronised', target: 'broadcast' },
  on: { CURRENT_EPOCH_WRITTEN: { guard: 'isOfThisRole', actions: 'ackOwnLeadership' } },
});

const broadcast = memberSetup.createStateConfig({
  entry: ['establish', 'explainEstablished', 'setTick'],
  exit: 'clearTick',
  always: { guard: 'hasRolledOver', target: '#peer.LOOKING', actions: 'leaveRole' },
  on: {
    NOTIFICATION: {
      guard: 'deposesMe',
      target: '#peer.LOOKING',
      actions: ['noteHeard', 'explainYield', 'leaveRole'],
    },
    TICK: [
      { guard: 'lostQuorum', target: '#peer.LOOKING', actions: ['explainLostQuorum', 'leaveRole'] },
      { actions: ['tick', 'setTick'] },
    ],
  },
});

export const leading = memberSetup.createStateConfig({
  initial: 'discovery',
  entry: ['takeLeaderRole', 'beginLeading', 'explainRole', 'writeFiles', 'listenForLearners'],
  exit: ['stopListening', 'dismissAll', 'endHandlers', 'clearPhaseTimeout'],
  on: {
    NOTIFICATION: [{ guard: 'wantsAnswer', actions: 'answer' }, { actions: 'noteHeard' }],
    CONNECTED: { guard: 'isLearnerDialling', actions: ['admit', 'beginHandler'] },
    PHASE_TIMEOUT: { target: '#peer.LOOKING', actions: ['explainPhaseTimeout', 'leaveRole'] },
  },
  states: { discovery, synchronization, broadcast },
});
