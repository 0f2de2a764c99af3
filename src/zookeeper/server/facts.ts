/** The facts of a server: every rule key with its data. The page has a sentence for each. */
import type { FactValue } from '../../view/fact.ts';
import type { Pid } from '../../view/time.ts';
import { zxidText } from '../../view/zxid.ts';
import type { ServerEvent } from './events.ts';
import type { Done, Job, Server } from './server.ts';
import { cnxnOf } from './server.ts';

/** Sessions are ids in hex, zxids `0·7`; `client` is the pid of who is connected. */
export interface ServerFacts {
  readonly 'server-loaded': { zxid: string; sessions: number };
  readonly 'server-serves': { zxid: string };
  readonly 'connection-accepted': { client: Pid | null; address: string };
  /** `why`: maxClientCnxns or maxCnxns. */
  readonly 'connection-refused': { client: Pid | null; address: string; why: string };
  /** `why`: closed, reset, silence. */
  readonly 'connection-lost': { client: Pid | null; session: string; why: string };
  readonly 'session-asked': {
    client: Pid | null;
    session: string;
    timeoutMs: number;
    wishedMs: number;
  };
  readonly 'session-resumed': { client: Pid | null; session: string; timeoutMs: number };
  readonly 'session-unknown': { client: Pid | null; session: string };
  /** The client has seen a newer zxid than this server has. */
  readonly 'client-ahead': { client: Pid | null; seen: string; own: string };
  readonly 'session-expires': { session: string; timeoutMs: number };
  readonly 'auth-added': { client: Pid | null; scheme: string };
  readonly 'auth-refused': { client: Pid | null; scheme: string };
  readonly 'frame-too-large': { session: string; op: string; size: number; limit: number };
  readonly 'request-late': { session: string; op: string };
  readonly 'request-read': {
    client: Pid | null;
    op: string;
    path: string | null;
    cxid: number;
    number: number;
  };
  /** `zxid` and `type` of the transaction that it becomes. */
  readonly 'write-prepared': {
    client: Pid | null;
    op: string;
    path: string | null;
    zxid: string;
    number: number;
  };
  /** It becomes an error transaction. */
  readonly 'write-refused': {
    client: Pid | null;
    op: string;
    path: string | null;
    zxid: string;
    err: string;
    number: number;
  };
  readonly 'read-passed': { client: Pid | null; op: string; path: string | null; number: number };
  readonly 'txn-appended': { zxid: string; number: number };
  readonly 'log-flushed': { txns: number; from: string; to: string };
  readonly 'txn-applied': { op: string; path: string | null; zxid: string; err: string };
  readonly 'session-opened': {
    client: Pid | null;
    session: string;
    timeoutMs: number;
    zxid: string;
  };
  readonly 'session-closed': { session: string; ephemerals: number; zxid: string };
  readonly 'read-answered': {
    client: Pid | null;
    op: string;
    path: string | null;
    zxid: string;
    err: string;
  };
  readonly 'watch-fired': { client: Pid | null; type: string; path: string; zxid: string };
  readonly 'containers-reaped': { count: number; first: string };
  readonly 'snapshot-begun': { zxid: string };
  readonly 'snapshot-written': { zxid: string };
  readonly 'files-purged': { snapshots: number; files: number };
  /** A four-letter word, all that was answered, the first line of it, and whether that is not all. */
  readonly 'word-answered': { word: string; text: string; first: string; more: boolean };
}

/** Rules of servers that deserve a mark on the timeline. */
export const interesting: readonly (keyof ServerFacts)[] = [
  'server-serves',
  'connection-refused',
  'session-opened',
  'session-unknown',
  'session-expires',
  'session-closed',
  'auth-refused',
  'frame-too-large',
  'write-refused',
  'txn-applied',
  'watch-fired',
  'containers-reaped',
  'snapshot-written',
];

/** Rules of servers worth reading while the run plays, each with the data that make it the same again. */
export const notable: readonly (readonly [keyof ServerFacts, readonly string[]])[] = [
  ['server-serves', ['pid']],
  ['connection-refused', ['client']],
  ['connection-lost', ['session']],
  ['session-opened', ['session']],
  ['session-resumed', ['session']],
  ['session-unknown', ['session']],
  ['client-ahead', ['client']],
  ['session-expires', ['session']],
  ['session-closed', ['session']],
  ['auth-refused', ['client']],
  ['frame-too-large', ['session']],
  ['write-prepared', ['zxid']],
  ['write-refused', ['zxid']],
  ['log-flushed', ['to']],
  ['txn-applied', ['zxid']],
  ['read-answered', ['op', 'path']],
  ['watch-fired', ['path', 'type', 'zxid']],
  ['containers-reaped', ['first']],
];

/** What is said of a request on its way through the pipeline, stage by stage. */
export const stages: readonly (keyof ServerFacts)[] = [
  'request-read',
  'write-prepared',
  'write-refused',
  'read-passed',
  'txn-appended',
  'log-flushed',
  'txn-applied',
  'session-opened',
  'session-closed',
  'read-answered',
];

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

/** What the newest rule did. */
export function explain(s: Server, e: ServerEvent): void {
  if (!e.io.explaining || s.done === null) return;
  const { done } = s;
  switch (done.kind) {
    case 'loaded':
      say(e, 'server-loaded', { zxid: zxidText(done.zxid), sessions: done.sessions });
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
      say(e, 'connection-lost', { client: peer, session, why: done.why });
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
        say(e, 'session-expires', { session: id, timeoutMs: timeout });
      }
      return;
    case 'reaping':
      say(e, 'containers-reaped', { count: done.paths.length, first: done.paths[0] ?? '' });
      return;
    case 'snapshot':
      if (e.type === 'LOADED') say(e, 'server-serves', { zxid: zxidText(done.zxid) });
      else say(e, 'snapshot-written', { zxid: zxidText(done.zxid) });
      return;
    case 'purged':
      say(e, 'files-purged', { snapshots: done.snapshots, files: done.files });
      return;
    case 'word':
      sayWord(e, done);
      return;
    default:
      explainStage(s, e, done);
  }
}

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
    case 'new':
      say(e, 'session-asked', { client, session, timeoutMs, wishedMs: request.timeout });
      return;
    case 'resumed':
      say(e, 'session-resumed', { client, session, timeoutMs });
      return;
    case 'refused':
      say(e, 'session-unknown', { client, session });
      return;
    case 'behind': {
      const seen = zxidText(request.lastZxidSeen);
      say(e, 'client-ahead', { client, seen, own: zxidText(s.tree.lastZxid) });
      return;
    }
  }
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
  const { op } = job.request;
  if (op === 'ping') return;
  const client = clientOf(s, job.connection);
  const { number, txn, cxid } = job;
  const path = pathOf(job);
  switch (done.kind) {
    case 'queued':
      say(e, 'request-read', { client, op, path, cxid, number });
      return;
    case 'prepared':
      if (txn === null) say(e, 'read-passed', { client, op, path, number });
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

function explainFinished(
  s: Server,
  e: ServerEvent,
  { job, err, fired, zxid: at }: Done & { readonly kind: 'finished' },
): void {
  const { request, txn, session } = job;
  const zxid = zxidText(at);
  const client = clientOf(s, job.connection);
  const path = pathOf(job);
  if (txn === null) say(e, 'read-answered', { client, op: request.op, path, zxid, err });
  else if (txn.body.type === 'createSession') {
    say(e, 'session-opened', { client, session, timeoutMs: txn.body.timeout, zxid });
  } else if (txn.body.type === 'closeSession') {
    say(e, 'session-closed', { session, ephemerals: txn.body.paths.length, zxid });
  } else say(e, 'txn-applied', { op: request.op, path, zxid, err });
  for (const { connection, event } of fired) {
    const to = clientOf(s, connection);
    say(e, 'watch-fired', { client: to, type: event.type, path: event.path, zxid });
  }
}
