/** LEADING [Leader.lead, LearnerHandler.run]. */
import { peerSetup } from './peer-setup.ts';

const discovery = peerSetup.createStateConfig({
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
      entry: ['tellEpochToAll', 'ackOwnEpoch', 'setPhaseTimeout'],
      always: { guard: 'isEpochAcknowledged', target: '#peer.LEADING.synchronization' },
      on: {
        FOLLOWERINFO: {
          guard: 'isLearner',
          actions: ['explainRegistered', 'register', 'tellEpoch'],
        },
        OBSERVERINFO: {
          guard: 'isLearner',
          actions: ['explainRegistered', 'register', 'tellEpoch'],
        },
        ACKEPOCH: [
          { guard: 'isTooFresh', actions: 'refuse' },
          { guard: 'isLearner', actions: 'noteEpochAck' },
        ],
      },
    },
  },
});

/** Once the epoch is acknowledged, whoever comes gets it and is synchronised at once. */
const lateJoiners = {
  FOLLOWERINFO: { guard: 'isLearner', actions: ['explainRegistered', 'register', 'tellEpoch'] },
  OBSERVERINFO: { guard: 'isLearner', actions: ['explainRegistered', 'register', 'tellEpoch'] },
  ACKEPOCH: { guard: 'isLearner', actions: ['noteEpochAck', 'synchroniseAll'] },
} as const;

const synchronization = peerSetup.createStateConfig({
  entry: [
    'explainAcknowledged',
    'beginSynchronization',
    'writeCurrentEpoch',
    'synchroniseAll',
    'setPhaseTimeout',
  ],
  exit: 'clearPhaseTimeout',
  always: { guard: 'isSynchronised', target: 'broadcast' },
  on: {
    ...lateJoiners,
    CURRENT_EPOCH_WRITTEN: { guard: 'isOfThisRole', actions: 'ackOwnLeadership' },
  },
});

const broadcast = peerSetup.createStateConfig({
  entry: ['establish', 'explainEstablished', 'tellUpToDate', 'setTick'],
  exit: 'clearTick',
  on: {
    ...lateJoiners,
    NOTIFICATION: {
      guard: 'deposesMe',
      target: '#peer.LOOKING',
      actions: ['noteHeard', 'explainYield', 'leaveRole'],
    },
    ACK: [
      {
        guard: 'isNewLeaderAck',
        actions: ['noteNewLeaderAck', 'tellUpToDate'],
      },
      { guard: 'isLearner', actions: 'takeLogged' },
    ],
    LOG_WRITTEN: { guard: 'isOfThisRole', actions: 'takeLogged' },
    REQUEST: { guard: 'isLearner', actions: ['hear', 'propose'] },
    CLIENT_WRITE: { actions: 'propose' },
    TICK: [
      { guard: 'lostQuorum', target: '#peer.LOOKING', actions: ['explainLostQuorum', 'leaveRole'] },
      { actions: ['tick', 'setTick'] },
    ],
  },
});

export const leading = peerSetup.createStateConfig({
  initial: 'discovery',
  entry: ['takeLeaderRole', 'explainRole', 'writeFiles', 'listenForLearners'],
  exit: ['stopListening', 'dismissAll', 'clearPhaseTimeout'],
  on: {
    NOTIFICATION: [{ guard: 'wantsAnswer', actions: 'answer' }, { actions: 'noteHeard' }],
    CONNECTED: { guard: 'isLearnerDialling', actions: 'admit' },
    CLOSED: { guard: 'isLearner', actions: ['explainLearnerGone', 'dropLearner'] },
    FOLLOWERINFO: { guard: 'isLearner', actions: ['explainRegistered', 'register'] },
    OBSERVERINFO: { guard: 'isLearner', actions: ['explainRegistered', 'register'] },
    PING: { guard: 'isLearner', actions: 'hear' },
    ACK: [
      { guard: 'isNewLeaderAck', actions: 'noteNewLeaderAck' },
      { guard: 'isLearner', actions: 'hear' },
    ],
    PHASE_TIMEOUT: {
      target: '#peer.LOOKING',
      actions: ['explainPhaseTimeout', 'leaveRole'],
    },
    CLIENT_WRITE: { actions: 'refuseClient' },
  },
  states: { discovery, synchronization, broadcast },
});
