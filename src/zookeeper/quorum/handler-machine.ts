/**
 * A leader's end of one learner's connection [LearnerHandler]: made when it stands, ended with it. Where
 * the thread of the real one waits for a quorum, this waits in a state.
 */
import type { Server } from '../server/server.ts';
import { memberSetup } from './setup.ts';

export const handlerMachine = memberSetup.createMachine({
  id: 'handler',
  context: { s: null as unknown as Server },
  initial: 'registering',
  on: {
    CLOSED: { actions: ['explainLearnerGone', 'dropLearner', 'endHandler'] },
    PING: { actions: ['hear', 'takeTouches'] },
    ACK: { actions: ['hear', 'takeAck'] },
    REQUEST: { actions: ['hear', 'takeRequest'] },
    REVALIDATE: { actions: ['hear', 'revalidate'] },
  },
  states: {
    registering: {
      on: {
        FOLLOWERINFO: { target: 'registered', actions: ['explainRegistered', 'register'] },
        OBSERVERINFO: { target: 'registered', actions: ['explainRegistered', 'register'] },
      },
    },
    // Until a quorum has told its acceptedEpoch, and the leader has promised the new one.
    registered: { always: { guard: 'isEpochPromised', target: 'promising' } },
    promising: {
      entry: 'tellEpoch',
      on: {
        ACKEPOCH: [
          {
            guard: 'isTooFresh',
            target: 'refused',
            actions: ['refuse', 'endHandler'],
          },
          { target: 'promised', actions: 'noteEpochAck' },
        ],
      },
    },
    refused: {},
    promised: { always: { guard: 'isPastDiscovery', target: 'synchronizing' } },
    synchronizing: {
      entry: 'synchronise',
      on: {
        ACK: [
          { guard: 'isNewLeaderAck', target: 'synchronized', actions: 'noteNewLeaderAck' },
          { actions: ['hear', 'takeAck'] },
        ],
      },
    },
    synchronized: { always: { guard: 'isEstablished', target: 'serving' } },
    serving: { entry: 'tellUpToDate' },
  },
});
