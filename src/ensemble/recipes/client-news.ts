/** What a client's step means: messages, beliefs, claims. */
import { at, put } from '../../kernel/pages.ts';
import { compareZxid } from '../../protocols/election/zxid.ts';
import type { Pid } from '../../view/time.ts';
import { zxidText } from '../../view/zxid.ts';
import type { CallResult } from '../../clients/calls.ts';
import type { SessionId } from '../../zookeeper/records/values.ts';
import type { News, Packet } from '../../clients/client.ts';
import type { OutsideReply } from '../../protocols/outside/messages.ts';
import type { ProgramNote } from '../../clients/notes.ts';
import { believes } from './beliefs.ts';
import { callBegins, callEnds, callsEnd } from './calls.ts';
import { claims } from './claims.ts';
import type { Draft } from './draft.ts';
import { sessionAt } from './holding.ts';

const WRITES: ReadonlySet<string> = new Set(['create', 'delete', 'setData', 'multi']);

/** @param session of its handle */
export function clientNews(
  draft: Draft,
  pid: Pid,
  session: SessionId,
  news: readonly News[],
): void {
  for (const each of news) {
    switch (each.kind) {
      case 'sent':
        sent(draft, pid, each.packet);
        break;
      case 'result':
        answered(draft, pid, each.packet, each.result);
        break;
      case 'event':
        if (each.event.path !== null) count(draft, pid, { notifications: 1 });
        break;
      case 'state':
        connected(draft, pid, each.state);
        break;
      case 'note':
        noted(draft, pid, session, each.note);
        break;
      case 'asked':
        countAsked(draft, pid, each.request.op);
        callBegins(draft, pid, each.to, each.call);
        break;
      case 'replied':
        if (isHeard(each.reply)) countAsked(draft, pid, each.request.op);
        else draft.move(pid);
        callEnds(draft, pid, each.to, each.call, each.reply.err);
        break;
      default:
    }
  }
}

type Counted = 'requests' | 'replies' | 'notifications' | 'writes' | 'woken' | 'wokenForNothing';

/** Requests, replies and notifications are messages; the others are not. */
const MESSAGES: ReadonlySet<Counted> = new Set(['requests', 'replies', 'notifications']);

/** Somebody has answered; else nothing came, and that is no message. */
const isHeard = ({ err }: OutsideReply): boolean =>
  err !== 'Refused' && err !== 'Lost' && err !== 'Timeout';

function count(draft: Draft, pid: Pid, more: { readonly [K in Counted]?: number }): void {
  const { counts } = draft.ghost;
  const next = { ...counts };
  for (const key of Object.keys(more) as Counted[]) {
    next[key] += more[key] ?? 0;
    if (MESSAGES.has(key)) next.messages += more[key] ?? 0;
  }
  const own = next.messages - counts.messages;
  if (own > 0) draft.move(pid, { messages: draft.client(pid).messages + own });
  draft.set({ counts: next });
}

/** A message with a process outside. */
function countAsked(draft: Draft, pid: Pid, op: string): void {
  const { asked, askedOf } = draft.client(pid);
  const next = new Map(askedOf).set(op, (askedOf.get(op) ?? 0) + 1);
  draft.move(pid, { asked: asked + 1, askedOf: next });
}

/** What a program asks; what its handle asks by itself, and the end of a session, do not count. */
const isCounted = ({ call, request }: Packet): boolean =>
  call !== null && request.op !== 'closeSession';

function sent(draft: Draft, pid: Pid, packet: Packet): void {
  if (!isCounted(packet)) return;
  count(draft, pid, { requests: 1, writes: WRITES.has(packet.request.op) ? 1 : 0 });
}

/** Without a reply a result has no zxid. */
const isReply = ({ zxid }: CallResult): boolean => zxid.epoch > 0 || zxid.counter > 0;

function answered(draft: Draft, pid: Pid, packet: Packet, result: CallResult): void {
  if (isCounted(packet) && isReply(result)) count(draft, pid, { replies: 1 });
  draft.move(pid);
  if (result.err !== 'OK' || !('path' in packet.request)) return;
  const { op, path } = packet.request;
  if (WRITES.has(op)) acknowledge(draft, path, result);
  if (op === 'getData' && result.body.kind === 'data') {
    const { fresh } = draft.client(pid);
    if (fresh?.path !== path) return;
    const { mzxid } = result.body.stat;
    if (compareZxid(mzxid, fresh.zxid) < 0)
      draft.wrong(
        'R-Fresh',
        `${draft.name(pid)} reads ${path} as of ${zxidText(mzxid)}; ${zxidText(fresh.zxid)} was acknowledged before it asked`,
      );
    draft.move(pid, { fresh: null });
  }
}

function acknowledge(draft: Draft, path: string, { zxid }: CallResult): void {
  const { acknowledged } = draft.ghost;
  const before = acknowledged.get(path);
  if (before !== undefined && compareZxid(zxid, before) <= 0) return;
  draft.set({ acknowledged: new Map(acknowledged).set(path, zxid) });
}

function connected(draft: Draft, pid: Pid, state: string): void {
  if (state === 'CONNECTED') {
    draft.move(pid, { connected: true });
    draft.ends(pid, 'silent');
  } else if (draft.client(pid).connected) {
    draft.move(pid, { connected: false });
    draft.begins(pid, 'silent');
  }
}

function noted(draft: Draft, pid: Pid, session: SessionId, note: ProgramNote): void {
  switch (note.kind) {
    case 'believes':
      believes(draft, pid, note.what, note.node);
      return;
    case 'releases': {
      const { believes: all } = draft.client(pid);
      draft.move(pid, { believes: all.filter(({ what }) => what !== note.what) });
      draft.ends(pid, 'believes', note.what);
      return;
    }
    case 'waits':
      draft.move(pid, { waits: { path: note.path, of: note.of } });
      draft.begins(pid, 'waits');
      draft.minds(note.path);
      if (sessionAt(draft.ghost.tree, note.path) === session)
        draft.wrong(
          'R-NoSelfWait',
          `${draft.name(pid)} waits for the end of ${note.path}, which is its own`,
        );
      return;
    case 'woken':
      count(draft, pid, { woken: 1 });
      stopsWaiting(draft, pid);
      return;
    case 'gives-up':
      stopsWaiting(draft, pid);
      return;
    case 'in-vain':
      inVain(draft, pid);
      return;
    case 'claims':
      claims(draft, pid, note);
      return;
    case 'ends':
      stopsWaiting(draft, pid);
      return;
    // No program of steps says it.
    case 'own':
  }
}

function stopsWaiting(draft: Draft, pid: Pid): void {
  const { waits } = draft.client(pid);
  draft.move(pid, { waits: null });
  if (waits !== null) draft.forgets(waits.path);
  draft.ends(pid, 'waits');
}

function inVain(draft: Draft, pid: Pid): void {
  count(draft, pid, { wokenForNothing: 1 });
  const { wokenBy } = draft.client(pid);
  draft.move(pid, { wake: 'nothing' });
  const release = at(draft.ghost.releases, wokenBy);
  if (release === null) return;
  const next = { ...release, forNothing: release.forNothing + 1 };
  draft.set({ releases: put(draft.ghost.releases, wokenBy, next) });
}

/** Its process is gone, and with it whatever it believed. */
export function clientEnds(draft: Draft, pid: Pid): void {
  const { lives, knows, waits } = draft.client(pid);
  callsEnd(draft, pid);
  for (const kind of ['believes', 'waits', 'silent', 'paused'] as const) draft.ends(pid, kind);
  draft.move(pid, {
    believes: [],
    waits: null,
    connected: false,
    knows: new Map(),
    fresh: null,
    inside: [],
    lives: lives + 1,
  });
  for (const path of [...knows.keys(), waits?.path ?? '']) draft.forgets(path);
}
