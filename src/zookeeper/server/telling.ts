/** How a rule of a server says what it has done. */
import type { FactValue } from '../../view/fact.ts';
import type { Pid } from '../../view/time.ts';
import { zxidText } from '../../view/zxid.ts';
import type { Done } from './done.ts';
import type { ServerEvent } from './events.ts';
import type { ServerFacts } from './facts.ts';
import type { Cnxn, Server } from './server.ts';
import { opOf } from './job.ts';
import type { Job } from './job.ts';
import { givesLocal, isLocal } from '../quorum/local-sessions.ts';
import { cnxnOf } from './server.ts';

function say<K extends keyof ServerFacts>(
  e: ServerEvent,
  rule: K,
  data: { readonly [F in keyof ServerFacts[K]]: ServerFacts[K][F] & FactValue },
): void {
  e.io.explain(rule, data as unknown as Readonly<Record<string, FactValue>>);
}

const clientOf = (s: Server, connection: number): Pid | null => cnxnOf(s, connection)?.peer ?? null;
const pathOf = ({ request, txn }: Job): string | null => {
  if (txn !== null && 'path' in txn.body) return txn.body.path;
  return 'path' in request ? request.path : null;
};

/** Says what a rule has done: to whoever looks at this step, and as facts. @param s as it is afterwards */
export function tell(s: Server, e: ServerEvent, done: Done): void {
  e.io.did(done);
  if (e.io.explaining) explain(s, e, done);
}

function explain(s: Server, e: ServerEvent, done: Done): void {
  switch (done.kind) {
    case 'loaded':
      say(e, 'server-loaded', {
        zxid: zxidText(done.zxid),
        sessions: done.sessions,
        fresh: done.fresh,
      });
      return;
    case 'accepted':
      say(e, 'connection-accepted', { client: done.cnxn.peer, address: done.cnxn.address });
      return;
    case 'refused': {
      const { peer, address } = done.cnxn;
      say(e, 'connection-refused', { client: peer, address, why: done.why });
      return;
    }
    case 'dropped': {
      const { peer, session } = done.cnxn;
      const { why, watches } = done;
      say(e, 'connection-lost', { client: peer, session, why, watches });
      return;
    }
    case 'connect':
      explainConnect(s, e, done);
      return;
    case 'auth': {
      const { peer: client, scheme, ok } = done;
      say(e, ok ? 'auth-added' : 'auth-refused', { client, scheme });
      return;
    }
    case 'too-large': {
      const { session, op, size } = done;
      say(e, 'frame-too-large', { session, op, size, limit: s.settings.cfg.maxBuffer });
      return;
    }
    case 'late':
      say(e, 'request-late', { session: done.session, op: done.op });
      return;
    case 'expired':
      for (const { id, timeout } of done.sessions) {
        say(e, 'session-expires', { session: id, timeoutMs: timeout, local: isLocal(s, id) });
      }
      return;
    case 'terminated': {
      const { client, session } = done;
      if (client === null) say(e, 'session-not-here', {});
      else say(e, 'session-terminated', { client, session });
      return;
    }
    case 'upgrading':
      say(e, 'local-session-upgraded', { session: done.session });
      return;
    case 'reaping':
      say(e, 'containers-reaped', { count: done.paths.length, first: done.paths[0] ?? '' });
      return;
    case 'snapshot':
      if (e.type === 'LOADED') say(e, 'server-serves', { zxid: zxidText(done.zxid) });
      else say(e, 'snapshot-written', { zxid: zxidText(done.zxid) });
      return;
    case 'slow-sync':
      say(e, 'fsync-slow', { ms: done.ms, said: slowSync(s, done.ms) });
      return;
    case 'purged':
      say(e, 'files-purged', { snapshots: done.snapshots, files: done.files });
      return;
    case 'read-only':
      if (done.begins) say(e, 'read-only-begins', { zxid: zxidText(s.tree.lastZxid) });
      else say(e, 'read-only-ends', {});
      return;
    case 'word':
      sayWord(e, done);
      return;
    default:
      explainStage(s, e, done);
  }
}

/** What it writes to its own log [FileTxnLog.commit]; a server that stands alone has the number 0 there. */
const slowSync = ({ peer, pid }: Server, ms: number): string =>
  `fsync-ing the write ahead log in SyncThread:${peer === null ? 0 : pid} took ${ms}ms which will adversely effect operation latency.`;

function sayWord(e: ServerEvent, { word, text }: Done & { readonly kind: 'word' }): void {
  const [first = '', ...rest] = text.split('\n').filter((line) => line !== '');
  say(e, 'word-answered', { word, text, first, more: rest.length > 0 });
}

function explainConnect(
  s: Server,
  e: ServerEvent,
  { outcome, session, timeout, request }: Done & { readonly kind: 'connect' },
): void {
  const client = e.from;
  const timeoutMs = timeout;
  switch (outcome) {
    case 'asked':
      // What the leader says of the session is told with its answer.
      return;
    case 'new':
      say(e, 'session-asked', {
        client,
        session,
        timeoutMs,
        wishedMs: request.timeout,
        local: givesLocal(s),
      });
      return;
    case 'resumed':
      say(e, 'session-resumed', { client, session, timeoutMs });
      return;
    case 'refused':
      say(e, 'session-unknown', { client, session });
      return;
    case 'not-read-only':
      say(e, 'client-wants-leader', { client });
      return;
    case 'global-session':
      say(e, 'session-needs-leader', { client, session });
      return;
    case 'behind': {
      const seen = zxidText(request.lastZxidSeen);
      say(e, 'client-ahead', { client, seen, own: zxidText(s.tree.lastZxid) });
      return;
    }
  }
}

/** What the leader says of a session that a client of another server goes on with. */
export function explainRevalidated(
  e: ServerEvent,
  { peer: client, session, timeout: timeoutMs }: Cnxn,
  valid: boolean,
): void {
  if (!e.io.explaining) return;
  if (valid) say(e, 'session-resumed', { client, session, timeoutMs });
  else say(e, 'session-unknown', { client, session });
}

type Stage = Done & { readonly kind: 'queued' | 'prepared' | 'appended' | 'flushed' | 'finished' };

/** Pings pass without a word. */
function explainStage(s: Server, e: ServerEvent, done: Stage): void {
  if (done.kind === 'flushed') {
    const zxids = done.jobs.flatMap(({ txn }) => (txn === null ? [] : [zxidText(txn.zxid)]));
    const [from = ''] = zxids;
    if (zxids.length > 0)
      say(e, 'log-flushed', { txns: zxids.length, from, to: zxids.at(-1) ?? '' });
    return;
  }
  const { job } = done;
  const op = opOf(job);
  if (op === 'ping') return;
  const client = clientOf(s, job.connection);
  const { number, txn, cxid } = job;
  const path = pathOf(job);
  switch (done.kind) {
    case 'queued':
      say(e, 'request-read', {
        client,
        op,
        path,
        cxid,
        number,
        learner: s.role?.kind === 'learner',
      });
      return;
    case 'prepared':
      if (job.err === 'NotReadOnly') say(e, 'write-needs-leader', { client, op, path });
      else if (txn === null) say(e, 'read-passed', { client, op, path, number });
      else if (txn.body.type === 'error') {
        const { code: err } = txn.body;
        const asked = 'path' in job.request ? job.request.path : null;
        say(e, 'write-refused', { client, op, path: asked, zxid: zxidText(txn.zxid), err, number });
      } else say(e, 'write-prepared', { client, op, path, zxid: zxidText(txn.zxid), number });
      return;
    case 'appended':
      if (txn !== null) say(e, 'txn-appended', { zxid: zxidText(txn.zxid), number });
      if (done.snapshot !== null) say(e, 'snapshot-begun', { zxid: zxidText(done.snapshot) });
      return;
    case 'finished':
      explainFinished(s, e, done);
  }
}

function explainLocal(s: Server, e: ServerEvent, { request, session, connection }: Job): void {
  const { peer: client = null, timeout: timeoutMs = 0 } = cnxnOf(s, connection) ?? {};
  if (request.op === 'closeSession') say(e, 'local-session-closed', { session });
  else say(e, 'local-session-opened', { client, session, timeoutMs });
}

function explainFinished(
  s: Server,
  e: ServerEvent,
  { job, err, fired, zxid: at }: Done & { readonly kind: 'finished' },
): void {
  const { request, txn, session } = job;
  const zxid = zxidText(at);
  const client = clientOf(s, job.connection);
  const path = pathOf(job);
  if (job.local === true) explainLocal(s, e, job);
  else if (txn === null) say(e, 'read-answered', { client, op: request.op, path, zxid, err });
  else if (txn.body.type === 'createSession') {
    say(e, 'session-opened', { client, session, timeoutMs: txn.body.timeout, zxid });
  } else if (txn.body.type === 'closeSession') {
    say(e, 'session-closed', { session, ephemerals: txn.body.paths.length, zxid });
  } else say(e, 'txn-applied', { client, op: opOf(job), path, zxid, err });
  for (const { connection, event } of fired) {
    const to = clientOf(s, connection);
    say(e, 'watch-fired', { client: to, type: event.type, path: event.path, zxid });
  }
}
