/** Goes through all that happened, and says what the ghost of recipes should remember of it. */
import type { News } from '../../../clients/client.ts';
import type { RecipesConfig } from '../../../ensemble/recipes/config.ts';
import { compareZxid } from '../../../protocols/election/zxid.ts';
import type { OutsideNews } from '../../../protocols/outside/outside.ts';
import type { Micros, Pid } from '../../../view/time.ts';
import type { History } from '../history/history.ts';
import type { Entry } from './chronicle.ts';
import { begin, clientOf, end, noNaive } from './naive.ts';
import type { Naive } from './naive.ts';
import { claimed, minds, takesItself, wakes } from './naive-beliefs.ts';

type Of<K extends Entry['kind']> = Extract<Entry, { readonly kind: K }>;

/** @param history every transaction, and what stood there before */
export function naiveOf(
  entries: readonly Entry[],
  history: Pick<History, 'first' | 'txns'>,
  config: RecipesConfig,
): Naive {
  const naive = noNaive(entries, history, config);
  for (const entry of entries) {
    const { top } = naive;
    happens(naive, entry);
    minds(naive, entry.at, top);
  }
  return naive;
}

function happens(naive: Naive, entry: Entry): void {
  const { at } = entry;
  switch (entry.kind) {
    case 'news':
      hears(naive, entry);
      return;
    case 'gone': {
      const client = clientOf(naive, entry.pid);
      for (const kind of ['believes', 'waits', 'silent', 'paused'] as const)
        end(naive, at, entry.pid, kind);
      Object.assign(client, {
        believes: [],
        waits: null,
        connected: false,
        knows: new Map(),
        fresh: null,
        inside: [],
        lives: client.lives + 1,
      });
      return;
    }
    case 'pause':
    case 'resume':
      // Of servers and stores no span tells.
      if (!naive.config.nameOf.has(entry.pid)) return;
      if (entry.kind === 'pause') begin(naive, at, entry.pid, 'paused');
      else end(naive, at, entry.pid, 'paused');
      return;
    case 'top': {
      const news = naive.tree.between(naive.top, entry.zxid);
      naive.top = entry.zxid;
      rehold(naive, at);
      for (const txn of news)
        if (naive.tree.deletesForeign(txn)) naive.wrong.push(`${at} R-OwnKey`);
      return;
    }
    case 'finished':
      finished(naive, entry);
      return;
    case 'outside':
      naive.outside = entry.data;
      rehold(naive, at);
      return;
    case 'outside-news':
      outside(naive, entry.pid, at, entry.news);
      return;
    case 'wrong':
  }
}

function rehold(naive: Naive, at: Micros): void {
  const before = naive.held;
  naive.held = naive.tree.held(naive.top, naive.outside);
  const key = ({ owner, what, node }: Naive['held'][number]): string => `${owner} ${what} ${node}`;
  const [was, is] = [before, naive.held].map((all) => new Set(all.map(key)));
  for (const one of before) if (!is?.has(key(one))) end(naive, at, one.owner, 'holds', one.what);
  for (const one of naive.held)
    if (!was?.has(key(one))) begin(naive, at, one.owner, 'holds', one.what);
}

function finished(naive: Naive, { at, zxid, told }: Of<'finished'>): void {
  const [first] = naive.tree.gone(zxid);
  if (first === undefined) return;
  let release = naive.releases.find((each) => compareZxid(each.zxid, zxid) === 0);
  if (release === undefined) {
    release = { at, by: first.by, path: first.path, zxid, woken: 0, forNothing: 0 };
    naive.releases.push(release);
  }
  const pids = new Set(told.map(({ pid }) => pid));
  release.woken += pids.size;
  for (const pid of pids) {
    const client = clientOf(naive, pid);
    client.wokenBy = release;
    client.wake = 'woken';
  }
  const paths = told.map(({ path }) => path);
  wakes(naive, at, zxid, paths);
}

function outside(naive: Naive, pid: Pid, at: Micros, news: OutsideNews): void {
  if (news.kind === 'deleted') {
    const owner = naive.tree.pidIn(news.value);
    if (owner !== null && owner !== news.by) naive.wrong.push(`${at} R-OwnKey`);
  }
  if (news.kind !== 'wrote' || news.token === null || !naive.config.fenced.has(pid)) return;
  const greatest = naive.tokens.get(pid) ?? 0;
  if (news.token < greatest) naive.wrong.push(`${at} R-Fenced`);
  naive.tokens.set(pid, Math.max(greatest, news.token));
}

const WRITES = ['create', 'delete', 'setData', 'multi'];

function hears(naive: Naive, { at, pid, session, news }: Of<'news'>): void {
  const client = clientOf(naive, pid);
  const message = (kind: 'requests' | 'replies' | 'notifications'): void => {
    naive.counts[kind]++;
    naive.counts.messages++;
    client.messages++;
  };
  switch (news.kind) {
    case 'sent':
    case 'result': {
      const { call, request } = news.packet;
      const isOwn = call !== null && request.op !== 'closeSession';
      if (news.kind === 'result') {
        const { epoch, counter } = news.result.zxid;
        if (isOwn && epoch + counter > 0) message('replies');
        reads(naive, at, pid, news);
      } else if (isOwn) {
        message('requests');
        if (WRITES.includes(request.op)) naive.counts.writes++;
      }
      return;
    }
    case 'event':
      if (news.event.path !== null) message('notifications');
      return;
    case 'state':
      if (news.state === 'CONNECTED') end(naive, at, pid, 'silent');
      else if (client.connected) begin(naive, at, pid, 'silent');
      client.connected = news.state === 'CONNECTED';
      return;
    case 'asked':
    case 'replied': {
      const { op } = news.request;
      const isNone =
        news.kind === 'replied' && ['Refused', 'Lost', 'Timeout'].includes(news.reply.err);
      if (!isNone) client.asked.set(op, (client.asked.get(op) ?? 0) + 1);
      return;
    }
    case 'note':
      says(naive, at, pid, session, news.note);
  }
}

function reads(
  naive: Naive,
  at: Micros,
  pid: Pid,
  { packet: { request }, result }: News & { readonly kind: 'result' },
): void {
  if (result.err !== 'OK' || !('path' in request)) return;
  const { op, path } = request;
  const client = clientOf(naive, pid);
  const known = naive.acknowledged.get(path);
  if (WRITES.includes(op) && (known === undefined || compareZxid(result.zxid, known) > 0))
    naive.acknowledged.set(path, result.zxid);
  if (op !== 'getData' || result.body.kind !== 'data' || client.fresh?.path !== path) return;
  if (compareZxid(result.body.stat.mzxid, client.fresh.zxid) < 0) naive.wrong.push(`${at} R-Fresh`);
  client.fresh = null;
}

function says(
  naive: Naive,
  at: Micros,
  pid: Pid,
  session: string,
  note: (News & { readonly kind: 'note' })['note'],
): void {
  const client = clientOf(naive, pid);
  switch (note.kind) {
    case 'believes': {
      const { what, node } = note;
      client.believes = [...client.believes.filter((each) => each.what !== what), { what, node }];
      client.wake = 'got';
      begin(naive, at, pid, 'believes', what);
      takesItself(naive, at, { pid, what, node });
      return;
    }
    case 'releases':
      client.believes = client.believes.filter(({ what }) => what !== note.what);
      end(naive, at, pid, 'believes', note.what);
      return;
    case 'waits':
      client.waits = { path: note.path, of: note.of };
      begin(naive, at, pid, 'waits');
      if (naive.tree.sessionAt(note.path, naive.top) === session)
        naive.wrong.push(`${at} R-NoSelfWait`);
      return;
    case 'in-vain':
      naive.counts.wokenForNothing++;
      client.wake = 'nothing';
      if (client.wokenBy !== null) client.wokenBy.forNothing++;
      return;
    case 'claims':
      claimed(naive, at, pid, note);
      return;
    case 'woken':
      naive.counts.woken++;
      client.waits = null;
      end(naive, at, pid, 'waits');
      return;
    case 'gives-up':
    case 'ends':
      client.waits = null;
      end(naive, at, pid, 'waits');
      return;
    // No program of steps says it.
    case 'own':
  }
}
