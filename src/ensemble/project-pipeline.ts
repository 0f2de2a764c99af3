/** From the queues of a server to the stages that the page draws. */
import type { JobView, StageView } from '../view/zookeeper.ts';
import { opOf } from '../zookeeper/server/job.ts';
import type { Job } from '../zookeeper/server/job.ts';
import type { Server } from '../zookeeper/server/server.ts';

/** So much of a queue travels with every frame. */
const MOST_JOBS = 8;

function jobView(s: Server, job: Job): JobView {
  const { number, cxid, request, connection, txn } = job;
  const named = txn !== null && 'path' in txn.body ? txn.body.path : null;
  return {
    number,
    cxid: connection === 0 ? null : cxid,
    op: opOf(job),
    path: named ?? ('path' in request ? request.path : ''),
    client: s.connections.find(({ id }) => id === connection)?.peer ?? 0,
    zxid: txn?.zxid ?? null,
    failed: txn?.body.type === 'error',
  };
}

export function stagesOf(s: Server): StageView[] {
  const commit: readonly [StageView['stage'], readonly Job[]] = ['commit', s.committing.queued];
  const queues: readonly (typeof commit)[] = [
    ['prep', s.prep],
    ['sync', s.sync],
    ['flush', s.unflushed],
    // Only a member of an ensemble waits for others.
    ...(s.peer === null ? [] : [commit]),
    ['final', s.final],
  ];
  return queues.map(([stage, jobs]) => ({
    stage,
    count: jobs.length,
    jobs: jobs.slice(0, MOST_JOBS).map((job) => jobView(s, job)),
  }));
}
