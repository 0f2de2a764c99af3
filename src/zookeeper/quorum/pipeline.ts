/**
 * Where a request goes from each stage, by the server's role [StandaloneServer, LeaderZooKeeperServer,
 * FollowerZooKeeperServer, ObserverZooKeeperServer.setupRequestProcessors].
 */
import type { Edit } from '../../kernel/edit.ts';
import type { Ack } from '../../protocols/election/messages.ts';
import { isWrite } from '../prep/prepare.ts';
import type { ServerEvent } from '../server/events.ts';
import { transmit } from '../server/cnxn.ts';
import type { Server } from '../server/server.ts';
import type { Job } from '../server/job.ts';
import { noteOwnAck, propose } from './broadcast.ts';
import { say } from './facts.ts';
import type { ForwardedRequest } from './messages.ts';
import { follows, learnerOf, peerOf } from './place.ts';
import { submitReadOnly } from './read-only.ts';

export interface Pipeline {
  /** A request of a client, or of the server itself. */
  submit(next: Edit<Server>, e: ServerEvent, job: Job): void;
  /** Prep has judged it. */
  prepared(next: Edit<Server>, e: ServerEvent, job: Job): void;
  /** They are on disk, in their order. */
  synced(next: Edit<Server>, e: ServerEvent, jobs: readonly Job[]): void;
}

const toPrep: Pipeline['submit'] = (next, _e, job) => {
  next.prep = [...next.prep, job];
};

/** Prep → Sync → Final. */
const standalone: Pipeline = {
  submit: toPrep,
  prepared: (next, _e, job) => {
    next.sync = [...next.sync, job];
  },
  synced: (next, _e, jobs) => {
    next.final = [...next.final, ...jobs];
  },
};

/** Prep → Proposal → Commit → Final; beside it Sync → Ack. */
const leader: Pipeline = {
  submit: toPrep,
  prepared: propose,
  synced: (next, e, jobs) => {
    for (const job of jobs) noteOwnAck(next, e, job);
  },
};

/** {forward, Commit → Final}; beside it Sync → SendAck. An observer sends none. */
const learner: Pipeline = {
  submit: (next, e, job) => {
    next.committing = { ...next.committing, queued: [...next.committing.queued, job] };
    if (goesToLeader(job)) forward(next, e, job);
  },
  prepared: () => undefined,
  synced: (next, e, jobs) => {
    if (!follows(next)) return;
    const { connection, epoch } = peerOf(next).following ?? { connection: 0, epoch: 0 };
    const { older = connection } = learnerOf(next);
    for (const { txn } of jobs) {
      if (txn === null) continue;
      const proposer = txn.zxid.epoch < epoch ? older : connection;
      transmit(e, proposer, { type: 'ACK', zxid: txn.zxid } satisfies Ack);
    }
  },
};

/** Prep → Final. */
const readOnly: Pipeline = {
  submit: submitReadOnly,
  prepared: (next, _e, job) => {
    next.final = [...next.final, job];
  },
  synced: () => undefined,
};

const pipelines = { leader, learner, 'read-only': readOnly };

export function pipelineOf({ role }: Pick<Server, 'role'>): Pipeline {
  return role === null ? standalone : pipelines[role.kind];
}

/** Writes, `sync`, and the beginning and end of a session [FollowerRequestProcessor.run]. */
const goesToLeader = ({ request, local }: Job): boolean =>
  local !== true && (isWrite(request) || request.op === 'sync');

function forward(next: Edit<Server>, e: ServerEvent, { session, cxid, request, ids }: Job): void {
  const { connection, leader: to } = peerOf(next).following ?? { connection: 0, leader: 0 };
  const message: ForwardedRequest = { type: 'REQUEST', session, cxid, request, ids };
  transmit(e, connection, message);
  if (!e.io.explaining) return;
  const path = 'path' in request ? request.path : null;
  say(e, 'request-forwarded', { leader: to, op: request.op, path });
}
