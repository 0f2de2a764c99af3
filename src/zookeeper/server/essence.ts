/** What of a server the next step depends on: what it only counts, and tells when asked, is left out. */
import type { Sight } from '../../kernel/model.ts';
import { hashedOnce } from '../../kernel/situation.ts';
import { essenceOf as peerEssence } from '../../protocols/election/essence.ts';
import type { Role } from '../quorum/role.ts';
import { entries } from '../tree/sorted-map.ts';
import type { WatchTable } from '../watches/watch-table.ts';
import type { Job } from './job.ts';
import type { Cnxn, Server } from './server.ts';
import { elapsed } from './server.ts';

export function essenceOf(s: Server, sight: Sight): unknown {
  const { settings, stats: _stats, peer, connections, sessions, watches, jobs, ...rest } = s;
  const { prep, sync, unflushed, final, committing, role, disk, tree, recent, ...others } = rest;
  // Both clocks are the run's own, so many ms ahead.
  const now = elapsed(s, -sight.from(0));
  const job = (each: Job) => ({
    ...each,
    number: each.number - jobs,
    connection: sight.connection(each.connection),
    created: 0,
    ...(each.handler !== undefined && { handler: sight.connection(each.handler) }),
  });
  return [
    settings.cfgFile,
    peer && peerEssence(peer, sight),
    role && roleIn(role, job, sight),
    [disk, tree, recent].map(hashedOnce),
    others,
    [prep, sync, unflushed, final, committing.queued, committing.committed].map((stage) =>
      stage.map(job),
    ),
    connections.map((cnxn) => connectionIn(cnxn, now, sight)),
    sessions.map((each) => ({
      ...each,
      expires: each.expires - now,
      touched: each.touched - now,
    })),
    [watches.data, watches.child].map((table) => watchesIn(table, sight)),
  ];
}

/** Its connections, requests and times as they look from now on; sizes are only told when asked. */
function roleIn(role: Role, job: (each: Job) => Job, sight: Sight): unknown {
  if (role.kind === 'learner') {
    const { revalidating, older = 0, ...rest } = role;
    const waiting = [...revalidating].map(([session, id]) => [session, sight.connection(id)]);
    return [rest, waiting, sight.connection(older)];
  }
  if (role.kind === 'read-only') return role;
  const { outstanding, pendingSyncs, forwarding, awaited, sizes: _sizes, ...rest } = role;
  return [
    rest,
    outstanding.map(({ txn, acks }) => [txn.zxid, job(txn.job), acks]),
    pendingSyncs.map((each) => [each.zxid, job(each.job)]),
    forwarding.map((id) => sight.connection(id)),
    [...awaited].map(([id, { current, next }]) => [
      sight.connection(id),
      [current, next].map((sent) => sent && [sent.zxid, sight.from(sent.at)]),
    ]),
  ];
}

function connectionIn(cnxn: Cnxn, now: number, sight: Sight): unknown {
  const { id, peer, address, session, timeout, ready, ids, expires, outstanding, unread } = cnxn;
  return [
    [sight.connection(id), peer, address, session, timeout, ready, ids],
    [expires - now, outstanding, unread],
  ];
}

/** By path; connections in the order in which they are told. */
const watchesIn = ({ byPath }: WatchTable, sight: Sight): unknown =>
  [...entries(byPath)].map(({ key, value }) => [
    key,
    [...entries(value)].map((each) => [sight.connection(Number(each.key)), each.value]),
  ]);
