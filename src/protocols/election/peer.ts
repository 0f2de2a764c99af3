/** A server as a machine [QuorumPeer]: it looks for a leader, then follows or leads, then looks again. */
import { learnerStates } from './learner-states.ts';
import { leading } from './leader-states.ts';
import { looking } from './looking-states.ts';
import { peerSetup } from './peer-setup.ts';
import type { Server } from './server.ts';

const decided = peerSetup.createStateConfig({
  initial: 'connecting',
  entry: ['takeLearnerRole', 'explainRole'],
  exit: 'clearReadTimeout',
  on: {
    NOTIFICATION: [{ guard: 'wantsAnswer', actions: 'answer' }, { actions: 'noteHeard' }],
    CLIENT_WRITE: { actions: 'refuseClient' },
  },
});

export const peerMachine = peerSetup.createMachine({
  id: 'peer',
  context: { s: null as unknown as Server },
  initial: 'STARTING',
  on: { CONNECTED: { actions: 'closeStray' } },
  states: {
    STARTING: {
      entry: 'writeFiles',
      always: [{ guard: 'standsAlone', target: 'STANDALONE' }, { target: 'LOOKING' }],
    },
    STANDALONE: {
      entry: ['saveSnapshot', 'writeFiles'],
      on: { CLIENT_WRITE: { actions: ['applyAlone', 'writeFiles'] } },
    },
    LOOKING: looking,
    FOLLOWING: { ...decided, states: learnerStates('#peer.LOOKING') },
    OBSERVING: {
      ...decided,
      states: {
        ...learnerStates('#peer.OBSERVING.pausing'),
        pausing: {
          entry: ['clearReadTimeout', 'setObserverDelay'],
          on: { OBSERVER_DELAY: '#peer.LOOKING' },
        },
      },
    },
    LEADING: leading,
  },
});
