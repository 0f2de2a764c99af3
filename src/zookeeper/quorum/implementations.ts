/** A member's guards and actions by name: the election's, and where it has data, rules of this folder. */
import { actionsOf, guardsOf } from '../../protocols/election/implementations.ts';
import { isFromMyLeader } from '../../protocols/election/learner.ts';
import * as CommitStage from './commit-stage.ts';
import * as Handler from './handler.ts';
import * as Learner from './learner.ts';
import { perform, rule, update, when } from './machine-parts.ts';
import { peerOf, peerParts } from './place.ts';
import * as ReadOnly from './read-only-role.ts';
import { takeRevalidation } from './revalidation.ts';
import * as Roles from './roles.ts';
import { writeDisk } from './write.ts';

export const guards = {
  ...guardsOf(peerParts),
  isFromMyLeader: when((s, e) => isFromMyLeader(peerOf(s), e) || Learner.isOfOlderLeader(s, e)),
  isEpochPromised: when(Handler.isEpochPromised),
  isPastDiscovery: when(Handler.isPastDiscovery),
  isEstablished: when(Handler.isEstablished),
  hasRolledOver: when(Handler.hasRolledOver),
  hasCommit: when(CommitStage.hasCommit),
};

export const actions = {
  ...actionsOf(peerParts),
  writeFiles: perform((s, e) => writeDisk(s, e, 'FILES_WRITTEN')),
  writeAcceptedEpoch: perform((s, e) => writeDisk(s, e, 'EPOCH_WRITTEN')),
  writeCurrentEpoch: perform((s, e) => writeDisk(s, e, 'CURRENT_EPOCH_WRITTEN')),
  leaveRole: rule(Roles.leaveRole),
  // LOOKING
  setReadOnlyWait: perform(ReadOnly.setReadOnlyWait),
  clearReadOnlyWait: perform(ReadOnly.clearReadOnlyWait),
  beginReadOnly: rule(ReadOnly.beginReadOnly),
  endReadOnly: rule(ReadOnly.endReadOnly),
  // FOLLOWING, OBSERVING
  closeLeader: perform(Learner.closeLeader),
  beginLearning: rule(Learner.beginLearning),
  takeSync: rule(Learner.takeSync),
  hold: rule(Learner.hold),
  holdCommit: rule(Learner.holdCommit),
  takeHistory: rule(Learner.takeHistory),
  ackNewLeader: rule(Learner.ackNewLeader),
  serve: rule(Learner.serve),
  beginServing: rule(Roles.beginServing),
  takeProposal: rule(Learner.takeProposal),
  takeCommit: rule(Learner.takeCommit),
  takeSyncReply: rule(Learner.takeSyncReply),
  takeRevalidation: rule(takeRevalidation),
  pong: update(Learner.pong),
  // LEADING
  beginLeading: rule(Roles.beginLeading),
  establish: rule(Roles.establish),
  // for each learner
  beginHandler: rule(Handler.beginHandler),
  endHandler: rule(Handler.endHandler),
  endHandlers: perform(Handler.endHandlers),
  tick: rule(Handler.tick),
  tellEpoch: rule(Handler.tellEpoch),
  synchronise: rule(Handler.synchronise),
  tellUpToDate: rule(Handler.tellUpToDate),
  takeAck: rule(Handler.takeAck),
  takeRequest: rule(Handler.takeRequest),
  takeTouches: update(Handler.takeTouches),
  revalidate: rule(Handler.revalidate),
  // between Prep and Final
  setCommit: perform(CommitStage.setCommit),
  passNext: rule(CommitStage.passNext),
};
