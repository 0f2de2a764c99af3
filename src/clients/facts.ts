/** The facts of clients: every rule key with its data. The page has a sentence for each. */
import { sayer } from '../kernel/sayer.ts';
import { valueText } from '../protocols/outside/messages.ts';
import type { Pid } from '../view/time.ts';
import { zxidText } from '../view/zxid.ts';
import type { ClientRequest } from '../zookeeper/records/requests.ts';
import type { Client, News } from './client.ts';
import type { ProgramNote } from './notes.ts';
import { stateOf } from './client.ts';
import { watchCount } from './watches.ts';
import type { ClientEvent } from './events.ts';

export interface ClientFacts {
  /** A new handle begins to connect. */
  readonly 'client-connecting': { timeoutMs: number };
  /** It has a session, new or as before; `watches`: how many it has and sets again. */
  readonly 'client-connected': { session: string; timeoutMs: number; watches: number };
  /** The same, at a server that has no leader and serves reads alone. */
  readonly 'client-reads-only': { session: string; timeoutMs: number; watches: number };
  /** No connection came about: `reason` is refused, reset, timeout, … */
  readonly 'connect-failed': { reason: string };
  /**
   * It lost its server: `reason` is closed, reset, refused, silence, timeout or moved; `asked`: how many
   * calls end with it.
   */
  readonly 'client-disconnected': { session: string; reason: string; asked: number };
  /** A server said that its session is over. */
  readonly 'client-expired': Record<never, never>;
  readonly 'client-closed': Record<never, never>;
  readonly 'client-auth-failed': Record<never, never>;
  readonly 'client-asks': { op: string; path: string | null; xid: number };
  readonly 'client-answer': {
    op: string;
    path: string | null;
    xid: number;
    err: string;
    zxid: string;
  };
  /** A watcher is called. */
  readonly 'watcher-called': { watcher: string; type: string; path: string };
}

/** What only programs say that ask others besides ZooKeeper, or that hold something. */
export interface ProgramFacts {
  /** Its program asks a process outside; `to`: which one. */
  readonly 'client-asks-outside': { to: Pid; op: string };
  /** What came of it; `err`: OK, or why not; `value`: what it was answered. */
  readonly 'client-told': { to: Pid; op: string; err: string; value: string | null };
  /** A program takes itself for the holder of this; `node`: what it relies on. */
  readonly 'program-believes': { what: string; node: string | null };
  readonly 'program-releases': { what: string };
  /** It was woken by a watch, and has to wait again. */
  readonly 'program-woken-in-vain': Record<never, never>;
  /** A program is over; `why`: what stopped it, if anything did. */
  readonly 'program-ends': { why: string | null };
}

type Facts = ClientFacts & ProgramFacts;

const say = sayer<Facts>();

const pathOf = (request: ClientRequest): string | null => ('path' in request ? request.path : null);

/** Says what a rule has done: to whoever looks at this step, and as facts. @param s as it is afterwards */
export function tell(s: Client, e: ClientEvent, news: News): void {
  e.io.did(news);
  if (e.io.explaining) explain(s, e, news);
}

function explain(s: Client, e: ClientEvent, news: News): void {
  switch (news.kind) {
    case 'state':
      explainState(s, e, news.state, news.reason);
      return;
    case 'result': {
      const { packet, result } = news;
      const { request, xid } = packet;
      const { err, zxid } = result;
      const path = pathOf(request);
      say(e, 'client-answer', { op: request.op, path, xid, err, zxid: zxidText(zxid) });
      return;
    }
    case 'event': {
      const { watcher, event } = news;
      if (event.path !== null)
        say(e, 'watcher-called', { watcher, type: event.type, path: event.path });
      return;
    }
    case 'asked':
      say(e, 'client-asks-outside', { to: news.to, op: news.request.op });
      return;
    case 'replied': {
      const { to, request, reply } = news;
      const { err, value } = reply;
      const text = value === null ? null : valueText(value);
      say(e, 'client-told', { to, op: request.op, err, value: text });
      return;
    }
    case 'note':
      explainNote(e, news.note);
      return;
    case 'sent': {
      const { request, xid } = news.packet;
      say(e, 'client-asks', { op: request.op, path: pathOf(request), xid });
      return;
    }
  }
}

function explainNote(e: ClientEvent, note: ProgramNote): void {
  switch (note.kind) {
    case 'believes':
      say(e, 'program-believes', { what: note.what, node: note.node || null });
      return;
    case 'releases':
      say(e, 'program-releases', { what: note.what });
      return;
    case 'in-vain':
      say(e, 'program-woken-in-vain', {});
      return;
    case 'ends':
      say(e, 'program-ends', { why: note.why || null });
      return;
    case 'own':
      if (note.fact !== null) e.io.explain(note.fact.rule, note.fact.data);
      return;
    default:
  }
}

function explainState(s: Client, e: ClientEvent, state: string, reason: string): void {
  const session = s.handle?.session ?? '0x0';
  if (state === 'CONNECTING') {
    say(e, 'client-connecting', { timeoutMs: s.handle?.wished ?? 0 });
  } else if (state === 'CONNECTED' || state === 'CONNECTEDREADONLY') {
    const watches = s.handle === null ? 0 : watchCount(s.handle.watches);
    const rule = state === 'CONNECTED' ? 'client-connected' : 'client-reads-only';
    say(e, rule, { session, timeoutMs: s.handle?.timeout ?? 0, watches });
  } else if (state === 'EXPIRED') say(e, 'client-expired', {});
  else if (state === 'AUTH_FAILED') say(e, 'client-auth-failed', {});
  else if (stateOf(s) === 'CLOSED') say(e, 'client-closed', {});
  else if (state === 'UNREACHED') say(e, 'connect-failed', { reason });
  else {
    // They end right after it is told.
    const { pending = [], outgoing = [] } = s.handle ?? {};
    const asked = [...pending, ...outgoing].filter(({ call }) => call !== null).length;
    say(e, 'client-disconnected', { session, reason, asked });
  }
}

/** Rules of clients that deserve a mark on the timeline. */
export const interesting: readonly (keyof Facts)[] = [
  'client-connected',
  'client-reads-only',
  'client-disconnected',
  'client-expired',
  'client-closed',
  'client-auth-failed',
  'watcher-called',
  'program-believes',
  'program-releases',
];

/** Rules of clients worth reading while the run plays, each with the data that make it the same again. */
export const notable: readonly (readonly [keyof Facts, readonly string[]])[] = [
  ['client-connected', ['pid']],
  ['client-reads-only', ['pid']],
  ['connect-failed', ['pid']],
  ['client-disconnected', ['pid']],
  ['client-expired', ['pid']],
  ['client-closed', ['pid']],
  ['client-auth-failed', ['pid']],
  ['client-answer', ['pid', 'xid']],
  ['client-told', ['pid', 'to']],
  ['watcher-called', ['path', 'type']],
  ['program-believes', ['pid', 'what']],
  ['program-releases', ['pid', 'what']],
  ['program-ends', ['pid', 'why']],
];
