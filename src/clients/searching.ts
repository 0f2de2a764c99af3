/** A handle that reads only looks for a server that has a leader [ClientCnxn.SendThread.pingRwServer]. */
import type { Edit } from '../kernel/edit.ts';
import type { Micros } from '../view/time.ts';
import type { WordAnswer, WordMessage } from '../zookeeper/messages.ts';
import { edit, handleOf, stateOf, withHandle } from './client.ts';
import type { Client, Search } from './client.ts';
import type { ClientEvent } from './events.ts';
import { machineAt, presentHost } from './host-list.ts';

const MS = 1000;
/** ms between two questions: at first, and at most [minPingRwTimeout, maxPingRwTimeout]. */
const LEAST = 100;
const MOST = 60_000;
/** For an answer it waits so long. */
const PATIENCE: Micros = 1_000_000;

export const newSearch = (now: Micros): Search => ({
  seen: false,
  interval: LEAST,
  asked: now,
  found: false,
  probe: null,
});

export const searchOf = (s: Client): Search | null => s.handle?.search ?? null;

function note(next: Edit<Client>, change: Partial<Search>): void {
  const { search } = handleOf(next);
  if (search !== undefined) withHandle(next, { search: { ...search, ...change } });
}

/** The next question is due so long after the last one, whatever came in between. */
export function setSearch(s: Client, e: ClientEvent): void {
  const search = searchOf(s);
  if (search === null || stateOf(s) !== 'CONNECTEDREADONLY') return;
  const due = search.asked + search.interval * MS;
  e.io.setTimer('RW_SEARCH', Math.max(0, due - e.io.now));
}

/** Asks the next server of its list, which may be its own one; each time it waits twice as long. */
export function ask(s: Client, e: ClientEvent): Client {
  const next = edit(s);
  endProbe(next, e);
  const { dials } = handleOf(s);
  const interval = Math.min(2 * (searchOf(s)?.interval ?? LEAST), MOST);
  withHandle(next, { dials: dials + 1 });
  const host = presentHost(handleOf(next));
  const pid = host === undefined ? undefined : machineAt(next, host.host);
  note(next, { interval, asked: e.io.now });
  if (host !== undefined && pid !== undefined) {
    note(next, { probe: e.io.dial(pid, String(host.port)) });
    e.io.setTimer('RW_ANSWER_TIMEOUT', PATIENCE);
  }
  return next;
}

export const isOfProbe = (s: Client, e: ClientEvent): boolean =>
  searchOf(s)?.probe === e.connection;

export function question(_s: Client, e: ClientEvent): void {
  const message: WordMessage = { type: 'FOUR_LETTER', word: 'isro' };
  e.io.send(e.connection, message);
}

export const hasLeader = (s: Client, e: ClientEvent): boolean =>
  isOfProbe(s, e) && (e.message as WordAnswer).text === 'rw';

/** It leaves its server for the one that it has found. */
export function find(s: Client, e: ClientEvent): Client {
  const next = edit(s);
  endProbe(next, e);
  note(next, { found: true, interval: LEAST });
  return next;
}

/** No answer, or none that helps. */
export function giveUp(s: Client, e: ClientEvent): Client {
  const next = edit(s);
  endProbe(next, e);
  return next;
}

function endProbe(next: Edit<Client>, e: ClientEvent): void {
  const probe = searchOf(next)?.probe ?? null;
  if (probe === null) return;
  if (e.type !== 'CLOSED') e.io.close(probe);
  e.io.clearTimer('RW_ANSWER_TIMEOUT');
  note(next, { probe: null });
}

/** Its connection is over, and with it the search, until there is another one that reads only. */
export function endSearch(s: Client, e: ClientEvent): Client {
  const search = searchOf(s);
  if (search === null) return s;
  e.io.clearTimer('RW_SEARCH');
  if (search.probe === null) return s;
  const next = edit(s);
  e.io.close(search.probe);
  e.io.clearTimer('RW_ANSWER_TIMEOUT');
  note(next, { probe: null });
  return next;
}

/** What a dial leaves of it: the server that was found is tried once. */
export const dialled = (search: Search): Search => ({ ...search, found: false });

/** What a new session leaves of it. @param readOnly whether its server reads only */
export const connected = (search: Search, readOnly: boolean): Search => ({
  ...search,
  seen: search.seen || !readOnly,
});
