/** LOOKING [FastLeaderElection.lookForLeader]. */
import { peerSetup } from './peer-setup.ts';

export const looking = peerSetup.createStateConfig({
  initial: 'counting',
  entry: ['beginElection', 'explainLooking', 'notifyAll', 'noteNotified'],
  on: {
    NOTIFICATION: [
      { guard: 'isFromNonVoter', actions: ['answer', 'noteAnswered'] },
      { guard: 'isVoid', target: '.electing', actions: 'noteHeard' },
      {
        guard: 'isNewerRound',
        target: '.counting',
        actions: ['explainRound', 'adoptRound', 'notifyAll', 'noteNotified'],
      },
      {
        guard: 'isOlderRound',
        target: '.electing',
        actions: ['explainReopened', 'answerOldRound', 'noteOldRoundAnswered', 'noteHeard'],
      },
      {
        guard: 'isBetterVote',
        target: '.counting',
        actions: ['explainSwitch', 'switchVote', 'notifyAll', 'noteNotified'],
      },
      { guard: 'isVote', target: '.counting', actions: ['explainKept', 'recordVote'] },
      { guard: 'electsMe', target: '#peer.LEADING', actions: ['explainAnswer', 'joinEstablished'] },
      {
        guard: 'electsForObserver',
        target: '#peer.OBSERVING',
        actions: ['explainAnswer', 'joinEstablished'],
      },
      {
        guard: 'electsAnother',
        target: '#peer.FOLLOWING',
        actions: ['explainAnswer', 'joinEstablished'],
      },
      { guard: 'isAnswer', target: '.electing', actions: ['explainAnswer', 'recordAnswer'] },
      { target: '.electing', actions: 'noteHeard' },
    ],
    LINK_UP: { actions: 'resendOverLink' },
    CLIENT_WRITE: { actions: 'refuseClient' },
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
          actions: ['resend', 'noteResent', 'backOff'],
        },
      },
    },
    finalizing: {
      entry: ['explainQuorum', 'setFinalizeWait'],
      exit: 'clearFinalizeWait',
      on: {
        NOTIFICATION: {
          guard: 'isNotBetter',
          actions: [
            'explainWhileFinalizing',
            'answerOldRound',
            'noteOldRoundAnswered',
            'recordWhileFinalizing',
            'setFinalizeWait',
          ],
        },
        FINALIZE_WAIT: [
          {
            guard: 'iAmCandidate',
            target: '#peer.LEADING',
            actions: ['explainWaitOver', 'decide'],
          },
          {
            guard: 'isObserver',
            target: '#peer.OBSERVING',
            actions: ['explainWaitOver', 'decide'],
          },
          { target: '#peer.FOLLOWING', actions: ['explainWaitOver', 'decide'] },
        ],
      },
    },
  },
});
