/** The proposer's guards and actions by name: each is a rule of a file beside this one. */
import { perform, update, when } from './machine-types.ts';
import * as Proposer from './proposer.ts';
import * as Retrying from './retrying.ts';

export const guards = {
  hasValue: when(Retrying.hasValue),
  isTaught: when(Proposer.isTaught),
  // phase 1
  isBallotWritten: when(Proposer.isBallotWritten),
  isPromise: when(Proposer.isPromise),
  completesPromises: when(Proposer.completesPromises),
  isMyDecision: when(Proposer.isMyDecision),
  isRefusal: when(Proposer.isRefusal),
  // phase 2
  isVote: when(Proposer.isVote),
  completesVotes: when(Proposer.completesVotes),
  // leader
  mustForward: when(Retrying.mustForward),
  isFromLeader: when(Retrying.isFromLeader),
  isFromEarlier: when(Retrying.isFromEarlier),
  isNextLeader: when(Retrying.isNextLeader),
};

export const actions = {
  takeValue: update(Retrying.takeValue),
  setFirst: perform(Retrying.setFirst),
  ignoreLate: update(Proposer.ignoreLate),
  // phase 1
  beginBallot: update(Proposer.beginBallot),
  sendPrepares: perform(Proposer.sendPrepares),
  notePromise: update(Proposer.notePromise),
  notePromises: update(Proposer.notePromises),
  decideValue: update(Proposer.decideValue),
  // phase 2
  noteAccepted: update(Proposer.noteAccepted),
  takeChosen: update(Proposer.takeChosen),
  takeLearned: update(Proposer.takeLearned),
  // failures
  noteRefusal: update(Proposer.noteRefusal),
  explainTimeout: perform(Proposer.explainTimeout),
  backOff: update(Retrying.backOff),
  setTimeout: perform(Retrying.setTimeout),
  clearTimeout: perform(Retrying.clearTimeout),
  clearRetry: perform((_s, e) => e.io.clearTimer('RETRY')),
  // leader
  forward: perform(Retrying.forward),
  setLease: perform(Retrying.setLease),
  clearLease: perform(Retrying.clearLease),
  noteLeader: update(Retrying.noteLeader),
  suspect: update(Retrying.suspect),
  beat: perform(Retrying.beat),
  stopBeating: perform(Retrying.stopBeating),
  noteClient: update(Retrying.noteClient),
  tellClients: perform(Retrying.tellClients),
  takeOutcome: update(Retrying.takeOutcome),
};
