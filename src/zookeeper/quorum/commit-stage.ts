/**
 * Between Prep, or the client, and Final: a write waits for its commit, and so do the later requests of
 * its session; those of others go on [CommitProcessor].
 */
import type { Edit } from '../../kernel/edit.ts';
import { isWrite } from '../prep/prepare.ts';
import type { ServerEvent } from '../server/events.ts';
import type { Server } from '../server/server.ts';
import { withTxn } from '../server/job.ts';
import type { Job } from '../server/job.ts';
import { leads } from './place.ts';

/** [CommitProcessor.needCommit] A `sync` waits where it has to go to the leader. */
const needsCommit = (s: Pick<Server, 'role'>, { request, local }: Job): boolean =>
  local !== true && (isWrite(request) || (request.op === 'sync' && !leads(s)));

/** The oldest request that waits for nothing; -1 without any. */
function ready(s: Pick<Server, 'role' | 'committing'>): number {
  const [first] = s.committing.queued;
  if (first === undefined) return -1;
  if (!needsCommit(s, first)) return 0;
  // Of a leader all are writes, as a rule.
  if (s.committing.queued.every((job) => needsCommit(s, job))) return -1;
  const blocked = new Set<string>();
  return s.committing.queued.findIndex((job) => {
    if (blocked.has(job.session)) return false;
    if (!needsCommit(s, job)) return true;
    blocked.add(job.session);
    return false;
  });
}

export const hasCommit = (s: Server): boolean =>
  s.committing.committed.length > 0 || (s.committing.queued.length > 0 && ready(s) !== -1);

export function setCommit(s: Server, e: ServerEvent): void {
  e.io.setTimer('COMMIT_STAGE', s.settings.stageDelay);
}

/** The transaction of a job may go to the tree, in its turn. */
export function commitNext(next: Edit<Server>, job: Job): void {
  const { queued, committed } = next.committing;
  next.committing = { queued, committed: [...committed, job] };
}

/** Reads that came before go first; then the oldest commit, alone. */
export function passNext(next: Edit<Server>): void {
  const { queued, committed } = next.committing;
  const at = ready(next);
  const read = queued[at];
  if (read !== undefined) {
    next.committing = { queued: queued.toSpliced(at, 1), committed };
    next.final = [...next.final, read];
    return;
  }
  const [commit, ...rest] = committed;
  if (commit === undefined) return;
  const mine = queued.findIndex(
    (job) => job.session === commit.session && job.cxid === commit.cxid && needsCommit(next, job),
  );
  const waiting = queued[mine];
  next.committing = {
    queued: waiting === undefined ? queued : queued.toSpliced(mine, 1),
    committed: rest,
  };
  next.final = [...next.final, waiting === undefined ? commit : withTxn(waiting, commit.txn)];
}
