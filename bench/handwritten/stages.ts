/** The stages of the pipeline, written by hand; see peer.ts. */
import type { PeerEvent } from '../../src/protocols/election/events.ts';
import * as Commit from '../../src/zookeeper/quorum/commit-stage.ts';
import { isActive } from '../../src/zookeeper/quorum/place.ts';
import { write } from '../../src/zookeeper/quorum/writer.ts';
import * as Final from '../../src/zookeeper/server/final-stage.ts';
import * as Prep from '../../src/zookeeper/server/prep-stage.ts';
import * as Sync from '../../src/zookeeper/server/sync-stage.ts';
import { serverOf } from './states.ts';
import type { Process } from './states.ts';

export const IDLE = 0;
const APPENDING = 1;
const FLUSHING = 2;

/** Takes what is a stage's own. @returns false: it is no stage's */
export function inStage(p: Process, e: PeerEvent): boolean {
  const s = serverOf(p);
  switch (e.type) {
    case 'CLIENT_WRITE':
      if (isActive(s)) write(s, e);
      return true;
    case 'PREP':
      if (!p.preparing) return true;
      p.s = Prep.prepareNext(s, e);
      p.preparing = false;
      return true;
    case 'SYNC':
      if (p.syncing !== APPENDING) return true;
      p.s = Sync.appendNext(s, e);
      p.syncing = IDLE;
      return true;
    case 'FLUSHED':
      if (p.syncing !== FLUSHING) return true;
      p.s = Sync.pass(s, e);
      p.syncing = IDLE;
      return true;
    case 'COMMIT_STAGE':
      if (!p.committing) return true;
      Commit.passNext(s);
      p.committing = false;
      return true;
    case 'FINAL':
      if (!p.finishing) return true;
      p.s = Final.finishNext(s, e);
      p.finishing = false;
      return true;
    default:
      return false;
  }
}

/** Each stage takes the next one up, in their order. @returns whether any did */
export function goOnWorking(p: Process, e: PeerEvent): boolean {
  const s = serverOf(p);
  let moved = false;
  if (!p.preparing && Prep.hasPrep(s)) {
    Prep.setPrep(s, e);
    p.preparing = true;
    moved = true;
  }
  if (p.syncing === IDLE) {
    if (Sync.mustFlush(s)) {
      Sync.flush(s, e);
      p.syncing = FLUSHING;
      moved = true;
    } else if (Sync.hasSync(s)) {
      Sync.setSync(s, e);
      p.syncing = APPENDING;
      moved = true;
    }
  }
  if (!p.committing && Commit.hasCommit(s)) {
    Commit.setCommit(s, e);
    p.committing = true;
    moved = true;
  }
  if (!p.finishing && Final.hasFinal(s)) {
    Final.setFinal(s, e);
    p.finishing = true;
    moved = true;
  }
  return moved;
}
