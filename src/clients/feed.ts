/** Between a handle and the program on it: calls go down, results and events come up. */
import type { Edit } from '../kernel/edit.ts';
import { lastItems } from '../kernel/long-list-whole.ts';
import { withItem } from '../kernel/long-list.ts';
import type { LongList } from '../kernel/long-list.ts';
import type { Micros } from '../view/time.ts';
import type { ClientRequest } from '../zookeeper/records/requests.ts';
import type { Code } from '../zookeeper/records/codes.ts';
import type { Call, CallResult, WatchedEvent } from './calls.ts';
import { DEFAULT_WATCHER } from './calls.ts';
import type { Client, Packet } from './client.ts';
import { handleOf, isAlive, isConnected, stateOf, withHandle } from './client.ts';
import type { ClientEvent } from './events.ts';
import { tell } from './facts.ts';
import type { OutputLine, ProgramInput, Surroundings } from './program.ts';
import { question } from './questions.ts';
import { allWatchers, materialize, register, unregister } from './watches.ts';

/** Lines of output that are kept; older ones are only counted. */
const KEPT_LINES = 5000;
/** A program that answers its own results for ever is stopped after so many in one step. */
const MOST_TURNS = 10_000;

const failure = (err: Code): CallResult => ({
  err,
  body: { kind: 'none' },
  zxid: { epoch: 0, counter: 0 },
});

/** Gives the program what happened, and does what it asks for. */
export function feed(s: Edit<Client>, e: ClientEvent, inputs: readonly ProgramInput[]): void {
  const { now } = e.io;
  const chance = (): number => e.io.random();
  const { program } = s.config;
  const queue = [...inputs];
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const input = queue.shift();
    if (input === undefined || s.wants === 'exit') return;
    noteResult(s, input, now);
    const { state, calls, output, notes, wakeAfter, exit } = program.next(
      s.program,
      input,
      surroundings(s, now),
      chance,
    );
    s.program = state;
    if (output !== undefined && output.length > 0) {
      s.output = newest(s.output, output);
      s.outputCount += output.length;
    }
    for (const note of notes ?? []) tell(s, e, { kind: 'note', note });
    for (const call of calls ?? []) queue.push(...make(s, e, call));
    if (wakeAfter !== undefined) s.wakeAfter = wakeAfter;
    if (exit === true) s.wants = 'exit';
  }
}

/** With so much more; older lines than the last are let go. */
function newest(before: LongList<OutputLine>, lines: readonly OutputLine[]): LongList<OutputLine> {
  let all = before;
  for (const line of lines) all = withItem(all, all.longList, line);
  return lastItems(all, KEPT_LINES);
}

/** What a program may know now. @param now µs of virtual time */
export const surroundings = (s: Client, now: Micros): Surroundings => ({
  pid: s.pid,
  name: s.config.name,
  state: stateOf(s),
  server: s.config.servers.map(({ host, port }) => `${host}:${port}`).join(','),
  sessionId: s.handle?.session ?? '0x0',
  timeout: s.config.timeout,
  now: s.config.clock + Math.floor(now / 1000),
  time: now,
});

function noteResult(s: Edit<Client>, input: ProgramInput, now: number): void {
  if (input.kind !== 'result' || s.asked === null || input.call !== s.asked.call) return;
  const { err, zxid } = input.result;
  s.asked = { ...s.asked, result: { err, zxid, at: now } };
}

/** What of a call goes to the server, in its words; null: nothing of it. */
function askedOf(call: Call): { readonly op: string; readonly path: string } | null {
  switch (call.kind) {
    case 'request':
      return { op: call.request.op, path: 'path' in call.request ? call.request.path : '' };
    case 'removeWatches':
      return { op: call.kind, path: call.path };
    case 'close':
      return { op: 'closeSession', path: '' };
    case 'connect':
    case 'addAuth':
    case 'ask':
      return null;
  }
}

/** @returns what the program hears at once */
function make(s: Edit<Client>, e: ClientEvent, call: Call): ProgramInput[] {
  const number = s.calls++;
  const asked = askedOf(call);
  if (asked !== null) s.asked = { call: number, ...asked, at: e.io.now, result: null };
  switch (call.kind) {
    case 'connect':
      s.wants = 'connect';
      s.wishedTimeout = call.timeoutMs ?? s.config.timeout;
      s.wishedServers = call.servers ?? s.config.servers;
      return [];
    case 'addAuth': {
      if (!isAlive(s)) return [];
      const { auth, outgoing } = handleOf(s);
      const { scheme } = call;
      const packet = plain({ op: 'auth', scheme, auth: call.auth }, null);
      withHandle(s, {
        auth: [...auth, { scheme, auth: call.auth }],
        // While it connects, what it knows is sent first anyway.
        ...(isConnected(s) && { outgoing: [...outgoing, packet] }),
      });
      return [];
    }
    case 'close':
      if (!isAlive(s)) return [{ kind: 'result', call: number, result: failure('OK') }];
      queue(s, plain({ op: 'closeSession' }, number));
      withHandle(s, { closing: true });
      return [];
    case 'removeWatches': {
      const { path, type, watcher, local } = call;
      const op = watcher === null ? 'removeWatches' : 'checkWatches';
      const unwatch = { path, type, watcher, local };
      return submit(s, e, { ...plain({ op, path, type }, number), unwatch });
    }
    case 'ask':
      return question(s, e, number, call);
    case 'request': {
      const { request, watcher } = call;
      return submit(s, e, {
        ...plain(request, number),
        watch: watchOf(request, watcher ?? DEFAULT_WATCHER),
      });
    }
  }
}

const plain = (request: ClientRequest, call: number | null): Packet => ({
  call,
  xid: 0,
  request,
  watch: null,
  unwatch: null,
});

function watchOf(request: ClientRequest, watcher: string): Packet['watch'] {
  switch (request.op) {
    case 'exists':
      return request.watch ? { table: 'exist', watcher } : null;
    case 'getData':
      return request.watch ? { table: 'data', watcher } : null;
    case 'getChildren':
    case 'getChildren2':
      return request.watch ? { table: 'child', watcher } : null;
    case 'addWatch':
      return { table: request.mode === 'PERSISTENT' ? 'persistent' : 'recursive', watcher };
    default:
      return null;
  }
}

/** [ClientCnxn.queuePacket] A dead or closing handle takes nothing any more. */
function submit(s: Edit<Client>, e: ClientEvent, packet: Packet): ProgramInput[] {
  if (isAlive(s) && !handleOf(s).closing) {
    queue(s, packet);
    return [];
  }
  return fail(s, e, packet, lossCode(s));
}

function queue(s: Edit<Client>, packet: Packet): void {
  withHandle(s, { outgoing: [...handleOf(s).outgoing, packet] });
}

/** [ClientCnxn.conLossPacket] What a call is told whose reply will never come. */
function lossCode(s: Client): Code {
  const state = stateOf(s);
  if (state === 'AUTH_FAILED') return 'AuthFailed';
  return state === 'CLOSED' ? 'SessionExpired' : 'ConnectionLoss';
}

/** A request ends without a reply; a local removal of watches may still be carried out. */
function fail(s: Edit<Client>, e: ClientEvent, packet: Packet, err: Code): ProgramInput[] {
  const { call, unwatch } = packet;
  if (unwatch?.local === true && s.handle !== null)
    return removeWatchers(s, e, packet, failure('OK'));
  const result = failure(err);
  if (call === null) return [];
  tell(s, e, { kind: 'result', packet, result });
  return [{ kind: 'result', call, result }];
}

/** All that waits for a reply, and all that waits to be sent, is lost. */
export function failAll(s: Edit<Client>, e: ClientEvent): ProgramInput[] {
  const { pending, outgoing } = handleOf(s);
  withHandle(s, { pending: [], outgoing: [] });
  const code = lossCode(s);
  return [...pending, ...outgoing].flatMap((packet) => fail(s, e, packet, code));
}

/** A reply has come [ClientCnxn.finishPacket]. */
export function finish(
  s: Edit<Client>,
  e: ClientEvent,
  packet: Packet,
  result: CallResult,
): ProgramInput[] {
  const { call, unwatch } = packet;
  if (unwatch !== null) {
    if (result.err === 'OK' || unwatch.local) return removeWatchers(s, e, packet, result);
  }
  noteWatch(s, packet, result.err);
  if (call === null) return [];
  tell(s, e, { kind: 'result', packet, result });
  return [{ kind: 'result', call, result }];
}

/** [WatchRegistration.register] */
function noteWatch(s: Edit<Client>, { watch, request }: Packet, err: Code): void {
  if (watch === null || !('path' in request)) return;
  const missing = request.op === 'exists' && err === 'NoNode';
  if (err !== 'OK' && !missing) return;
  const table = request.op === 'exists' && !missing ? 'data' : watch.table;
  const { watches } = handleOf(s);
  withHandle(s, { watches: register(watches, table, request.path, watch.watcher) });
}

function removeWatchers(
  s: Edit<Client>,
  e: ClientEvent,
  packet: Packet,
  reply: CallResult,
): ProgramInput[] {
  const { call, unwatch } = packet;
  if (unwatch === null || call === null) return [];
  const { path, type, watcher } = unwatch;
  const { watches, removed } = unregister(handleOf(s).watches, path, type, watcher);
  withHandle(s, { watches });
  const none = removed.length === 0;
  const result: CallResult = { ...reply, err: none ? 'NoWatcher' : 'OK' };
  tell(s, e, { kind: 'result', packet, result });
  const events = removed.flatMap((each) =>
    each.watchers.map((name) =>
      callWatcher(s, e, name, { state: 'SyncConnected', type: each.type, path }),
    ),
  );
  return [...events, { kind: 'result', call, result }];
}

function callWatcher(
  s: Edit<Client>,
  e: ClientEvent,
  watcher: string,
  event: WatchedEvent,
): ProgramInput {
  tell(s, e, { kind: 'event', watcher, event });
  return { kind: 'event', watcher, event };
}

/** The session's own news go to the default watcher and to every other [EventThread.queueEvent]. */
export function sessionEvent(
  s: Edit<Client>,
  e: ClientEvent,
  state: WatchedEvent['state'],
): ProgramInput[] {
  const { said, watches } = handleOf(s);
  if (said === state) return [];
  withHandle(s, { said: state });
  const others = allWatchers(watches).filter((name) => name !== DEFAULT_WATCHER);
  return [DEFAULT_WATCHER, ...others].map((name) =>
    callWatcher(s, e, name, { state, type: 'None', path: null }),
  );
}

/** A watch event of the server, to each of its watchers. */
export function watchEvent(
  s: Edit<Client>,
  e: ClientEvent,
  type: WatchedEvent['type'],
  path: string,
): ProgramInput[] {
  const { watches, watchers } = materialize(handleOf(s).watches, type, path);
  withHandle(s, { watches });
  s.fired += watchers.length;
  return watchers.map((name) => callWatcher(s, e, name, { state: 'SyncConnected', type, path }));
}
