/** What a server does at its client port and to keep house, alone or as a member: the names that both machines use. */
import * as Connections from './connections.ts';
import * as Expiry from './expiry.ts';
import * as Intake from './intake.ts';
import { perform, update, when } from './machine-types.ts';
import * as Sync from './sync-stage.ts';
import { answerWord } from './words.ts';

export const portGuards = {
  isTooMany: when(Connections.isTooMany),
  isKnown: when(Connections.isKnown),
  isTooLarge: when(Intake.isTooLarge),
  isAuth: when(Intake.isAuth),
  mustWait: when(Intake.mustWait),
};

export const portActions = {
  noteSnapshot: update(Sync.noteSnapshot),
  listen: perform((s, e) => e.io.listen(String(s.settings.cfg.clientPort))),
  accept: update(Connections.accept),
  refuse: update(Connections.refuse),
  drop: update(Connections.drop),
  connect: update(Intake.connect),
  refuseLarge: update(Intake.refuseLarge),
  addAuth: update(Intake.addAuth),
  leaveUnread: update(Intake.leaveUnread),
  enqueue: update(Intake.enqueue),
  terminateSession: update(Expiry.terminateSession),
  expireBucket: update(Expiry.expireBucket),
  setExpiryTick: perform(Expiry.setExpiryTick),
  closeSilent: update(Connections.closeSilent),
  setCnxnTick: perform(Expiry.setCnxnTick),
  reap: update(Expiry.reap),
  setContainerTick: perform(Expiry.setContainerTick),
  purge: update(Sync.purge),
  setPurge: perform(Sync.setPurge),
  answerWord: update(answerWord),
};
