/** A member of an ensemble as a machine [QuorumPeer]: it looks for a leader, then follows or leads. */
import { learnerStates as statesOfElection } from '../../protocols/election/learner-states.ts';
import { looking as lookingOfElection } from '../../protocols/election/looking-states.ts';
import type { Server } from '../server/server.ts';
import { memberSetup } from './setup.ts';
import { leading, learnerStates } from './states.ts';

type Lost = '#peer.LOOKING' | '#peer.OBSERVING.pausing';

const decided = memberSetup.createStateConfig({
  initial: 'connecting',
  entry: ['takeLearnerRole', 'beginLearning', 'explainRole'],
  exit: 'clearReadTimeout',
  on: {
    NOTIFICATION: [{ guard: 'wantsAnswer', actions: 'answer' }, { actions: 'noteHeard' }],
  },
});

const following = (lost: Lost) => {
  const { connecting, discovery } = statesOfElection(lost);
  return {
    connecting: memberSetup.createStateConfig(connecting),
    discovery: memberSetup.createStateConfig(discovery),
    ...learnerStates(lost),
  };
};

export const peerMachine = memberSetup.createMachine({
  id: 'peer',
  context: { s: null as unknown as Server },
  initial: 'STARTING',
  on: { CONNECTED: { actions: 'closeStray' } },
  states: {
    STARTING: { entry: 'writeFiles', always: 'LOOKING' },
    LOOKING: memberSetup.createStateConfig(lookingOfElection),
    FOLLOWING: { ...decided, states: following('#peer.LOOKING') },
    OBSERVING: {
      ...decided,
      states: {
        ...following('#peer.OBSERVING.pausing'),
        pausing: {
          entry: ['clearReadTimeout', 'setObserverDelay'],
          on: { OBSERVER_DELAY: '#peer.LOOKING' },
        },
      },
    },
    LEADING: leading,
  },
});
