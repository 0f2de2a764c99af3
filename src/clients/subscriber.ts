/**
 * Follows nodes, as ZooKeeper's documentation has clients do it: each line is a path; it reads the
 * node and watches it in one request, and whenever the watch fires it reads again. The watch brings
 * the bell, the read brings the data.
 */
import { textOf } from '../zookeeper/records/utf8.ts';
import type { CallResult, KeeperState } from './calls.ts';
import { AGAIN } from './routine.ts';
import type { Routine } from './routine.ts';
import { routines } from './routines.ts';
import { err, firstOf, out, submit } from './steps.ts';
import type { Steps, Ticket } from './steps.ts';

interface Asked {
  readonly path: string;
  readonly op: 'getData' | 'exists';
}

interface Subscriber {
  /** In the order in which they were typed. */
  paths: readonly string[];
  /** Calls that are not answered. */
  asked: ReadonlyMap<Ticket, Asked>;
  /** Paths whose read was lost with its connection: they are read when there is another. */
  lost: readonly string[];
}

const anything = [
  { kind: 'line' },
  { kind: 'result' },
  { kind: 'event' },
  { kind: 'session' },
] as const;

const following: Routine<Subscriber> = {
  name: 'subscriber',
  begins: { paths: [], asked: new Map(), lost: [] },
  hears: ['line', 'session'],
  *round(me) {
    const heard = yield* firstOf(...anything);
    switch (heard.kind) {
      case 'line':
        yield* follow(me, heard.text.trim());
        break;
      case 'result':
        yield* answered(me, heard.call, heard.result);
        break;
      case 'event':
        yield* bell(`${heard.event.type} ${heard.event.path ?? ''}`);
        if (heard.event.path !== null) yield* ask(me, 'getData', heard.event.path);
        break;
      case 'session':
        yield* bell(heard.state);
        yield* session(me, heard.state);
        break;
      default:
    }
    return AGAIN;
  },
};

/** What a watcher prints. */
function* bell(text: string): Steps {
  yield { ask: 'print', stream: 'watcher', text: `${text}\n` };
}

function* follow(me: Subscriber, path: string): Steps {
  if (path === '' || me.paths.includes(path)) return;
  me.paths = [...me.paths, path];
  yield* ask(me, 'getData', path);
}

function* ask(me: Subscriber, op: Asked['op'], path: string): Steps {
  const ticket = yield* submit({ kind: 'request', request: { op, path, watch: true } });
  me.asked = new Map(me.asked).set(ticket, { op, path });
}

function* answered(me: Subscriber, ticket: Ticket, { err: code, body }: CallResult): Steps {
  const asked = me.asked.get(ticket);
  if (asked === undefined) return;
  const rest = new Map(me.asked);
  rest.delete(ticket);
  me.asked = rest;
  const { op, path } = asked;
  // Of a node that is not there only `exists` leaves a watch; it may have come meanwhile.
  if (code === 'NoNode' && op === 'getData') yield* ask(me, 'exists', path);
  else if (code === 'NoNode') yield* out(`${path} is not there`);
  else if (code === 'ConnectionLoss') me.lost = [...me.lost, path];
  // It is asked again with all the others, under the next session.
  else if (code === 'SessionExpired') return;
  else if (code !== 'OK') yield* err(`${path}: ${code}`);
  else if (body.kind !== 'data') yield* ask(me, 'getData', path);
  else yield* out(`${path} = ${body.data === null ? 'null' : textOf(body.data)}`);
}

function* session(me: Subscriber, state: KeeperState): Steps {
  if (state === 'SyncConnected') {
    const { lost } = me;
    me.lost = [];
    for (const path of lost) yield* ask(me, 'getData', path);
  } else if (state === 'Expired') {
    // Nothing is left of a session that is over, watches included: it begins again with another.
    me.lost = me.paths;
    me.asked = new Map();
    yield* submit({ kind: 'connect' });
  }
}

export const subscriber = routines('subscriber', following);
