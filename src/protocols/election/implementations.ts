/** The peer's guards and actions by name: each is a rule of a file beside this one. */
import type { PeerEvent } from './events.ts';
import { say } from './facts.ts';
import * as Discovery from './discovery.ts';
import * as Electing from './electing.ts';
import * as Leader from './leader.ts';
import * as Learner from './learner.ts';
import * as Liveness from './liveness.ts';
import * as Looking from './looking.ts';
import { explainQuorum } from './looking-facts.ts';
import type { PeerParts } from './machine-types.ts';
import * as Notify from './notify.ts';
import * as Roles from './roles.ts';
import type { Server } from './server.ts';
import { isObserver, isServing } from './server.ts';

const isWanted = (s: Server, e: PeerEvent): boolean =>
  s.state === 'LEADING' && e.type === 'NOTIFICATION';

/** @param parts how a rule becomes a guard: the state of the peer may be a part of its process's */
export const guardsOf = <W>({ when }: PeerParts<W>) => ({
  // LOOKING
  isFromNonVoter: when(Electing.isFromNonVoter),
  isVoid: when(Electing.isVoid),
  isNewerRound: when(Electing.isNewerRound),
  isOlderRound: when(Electing.isOlderRound),
  isBetterVote: when(Electing.isBetterVote),
  isVote: when((_s, e) => Electing.saysLooking(e)),
  isNotBetter: when((s, e) => Electing.isFromVoter(s, e) && !Electing.isBetter(s, e)),
  electsMe: when((s, e) => Electing.endedBy(s, e) !== null && Electing.namesMe(s, e)),
  electsForObserver: when((s, e) => isObserver(s) && Electing.endedBy(s, e) !== null),
  electsAnother: when((s, e) => Electing.endedBy(s, e) !== null),
  isAnswer: when((_s, e) => Electing.isAnswer(e)),
  hasQuorum: when(Electing.isQuorum),
  iAmCandidate: when(Electing.iAmCandidate),
  isObserver: when(isObserver),
  // any role
  wantsAnswer: when(Electing.wantsAnswer),
  deposesMe: when(
    (s, e) =>
      s.config.broken.has('yield-to-newcomer') &&
      isWanted(s, e) &&
      isServing(s) &&
      Electing.isBetterVote(s, e),
  ),
  isOfThisRole: when(Roles.isOfThisRole),
  // FOLLOWING, OBSERVING
  reachesLeader: when(Learner.reachesLeader),
  refusesMe: when(Learner.reachesLeader),
  isLastTry: when((s, e) => Learner.reachesLeader(s, e) && Learner.isLastTry(s)),
  isFromMyLeader: when(Learner.isFromMyLeader),
  isEpochTooOld: when((s, e) => Learner.isFromMyLeader(s, e) && Learner.isEpochTooOld(s, e)),
  isEpochNew: when((s, e) => Learner.isFromMyLeader(s, e) && Learner.isEpochNew(s, e)),
  // LEADING
  isLearnerDialling: when((_s, e) => !e.dialled),
  isEpochAgreed: when((s) => Discovery.isEpochAgreed(s.config, Leader.leadingOf(s))),
  isEpochAcknowledged: when((s) => Discovery.isEpochAcknowledged(s.config, Leader.leadingOf(s))),
  isTooFresh: when((s, e) => Leader.isLearner(s, e) && Leader.isTooFresh(s, e)),
  isNewLeaderAck: when((s, e) => Leader.isLearner(s, e) && Leader.isNewLeaderAck(s, e)),
  isSynchronised: when(Leader.isSynchronised),
  lostQuorum: when(Liveness.lostQuorum),
});

const phaseLimit = (s: Server): number => s.config.initLimit * s.config.tickTime;

/** @param parts how a rule becomes an action */
export const actionsOf = <W>({ perform, update }: PeerParts<W>) => ({
  // LOOKING
  beginElection: update(Looking.beginElection),
  answer: update(Notify.answer),
  noteHeard: perform((_s, e) => Electing.noteHeard(e)),
  adoptRound: update(Looking.adoptRound),
  refuseOldRound: update(Looking.refuseOldRound),
  switchVote: update(Looking.switchVote),
  recordVote: update(Looking.recordVote),
  recordAnswer: update(Looking.recordAnswer),
  joinEstablished: update(Looking.joinEstablished),
  recordWhileFinalizing: update(Looking.recordWhileFinalizing),
  explainQuorum: perform(explainQuorum),
  decide: update(Looking.decide),
  setNotificationTimeout: perform((s, e) => {
    if (s.config.profile !== 'golden') e.io.setTimer('NOTIFICATION_TIMEOUT', s.election.notTimeout);
  }),
  clearNotificationTimeout: perform((s, e) => {
    if (s.config.profile !== 'golden') e.io.clearTimer('NOTIFICATION_TIMEOUT');
  }),
  setFinalizeWait: perform((s, e) => e.io.setTimer('FINALIZE_WAIT', s.config.finalizeWait)),
  clearFinalizeWait: perform((_s, e) => e.io.clearTimer('FINALIZE_WAIT')),
  resend: update(Notify.resend),
  resendOverLink: update(Notify.resendOverLink),
  // roles
  takeLearnerRole: update(Roles.takeLearnerRole),
  takeLeaderRole: update(Roles.takeLeaderRole),
  explainRole: perform(Roles.explainRole),
  leaveRole: update(Roles.leaveRole),
  closeStray: perform((s, e) => {
    if (e.connection !== s.following?.connection) e.io.close(e.connection);
  }),
  // FOLLOWING, OBSERVING
  dialLeader: update(Learner.dialLeader),
  giveUpDial: perform(Learner.giveUpDial),
  setConnectTimeout: perform((s, e) => e.io.setTimer('CONNECT_TIMEOUT', s.config.connectTimeout)),
  clearConnectTimers: perform((_s, e) => {
    e.io.clearTimer('CONNECT_TIMEOUT');
    e.io.clearTimer('CONNECT_RETRY');
  }),
  retry: update(Learner.retry),
  explainGaveUp: perform((s, e) => Learner.explainRefused(s, e, true)),
  registerWithLeader: update(Learner.register),
  setReadTimeout: perform((s, e) => e.io.setTimer('READ_TIMEOUT', Learner.readTimeout(s))),
  clearReadTimeout: perform((_s, e) => e.io.clearTimer('READ_TIMEOUT')),
  acceptEpoch: update(Learner.acceptEpoch),
  repeatEpoch: update(Learner.repeatEpoch),
  explainAccepted: perform(Learner.explainAccepted),
  ackEpoch: perform((s, e) => Learner.sendAckEpoch(s, e, true)),
  enterSynchronization: update(Learner.enterSynchronization),
  explainTimeout: perform((s, e) => {
    if (!e.io.explaining) return;
    const { leader } = Learner.followingOf(s);
    say(e, 'leader-timeout', { leader, waitedMs: Learner.readTimeout(s) / 1000 });
  }),
  explainLeaderGone: perform((s, e) => {
    if (!e.io.explaining) return;
    say(e, 'leader-gone', { leader: Learner.followingOf(s).leader, reason: e.reason });
  }),
  setObserverDelay: perform((s, e) => {
    const longest = s.config.profile === 'golden' ? 0 : 200_000;
    e.io.setTimer('OBSERVER_DELAY', Math.floor(e.io.random() * longest));
  }),

  // LEADING
  listenForLearners: perform((_s, e) => e.io.listen(Roles.QUORUM_PORT)),
  stopListening: perform((_s, e) => e.io.unlisten(Roles.QUORUM_PORT)),
  dismissAll: perform(Leader.dismissAll),
  setPhaseTimeout: perform((s, e) => e.io.setTimer('PHASE_TIMEOUT', phaseLimit(s))),
  clearPhaseTimeout: perform((_s, e) => e.io.clearTimer('PHASE_TIMEOUT')),
  explainPhaseTimeout: perform((s, e) => {
    if (!e.io.explaining) return;
    say(e, 'leader-gave-up', { phase: s.phase, waitedMs: phaseLimit(s) / 1000 });
  }),
  admit: update(Leader.admit),
  register: update(Leader.register),
  explainRegistered: perform(Leader.explainRegistered),
  fixEpoch: update(Leader.fixEpoch),
  explainEpoch: perform(Leader.explainEpoch),
  ackOwnEpoch: update(Leader.ackOwnEpoch),
  refuse: update(Leader.refuse),
  dropLearner: update(Leader.dropLearner),
  noteEpochAck: update(Leader.noteEpochAck),
  beginSynchronization: update(Leader.beginSynchronization),
  explainAcknowledged: perform(Leader.explainAcknowledged),
  ackOwnLeadership: update(Leader.ackOwnLeadership),
  noteNewLeaderAck: update(Leader.noteNewLeaderAck),
  explainEstablished: perform(Leader.explainEstablished),
  hear: update(Leader.hear),
  explainLearnerGone: perform(Leader.explainGone),
  setTick: perform((s, e) => e.io.setTimer('TICK', s.config.tickTime / 2)),
  clearTick: perform((_s, e) => e.io.clearTimer('TICK')),
  explainLostQuorum: perform(Liveness.explainLostQuorum),
  explainYield: perform((_s, e) => {
    if (e.io.explaining) say(e, 'yielded-to-newcomer', { to: e.from });
  }),
});
